from __future__ import annotations

import json
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from chalicelib.conversations import models, posting, rules
from chalicelib.conversations.desk.rules import Hours, is_open
from chalicelib.conversations.errors import Overtaken
from chalicelib.conversations.models import ConversationItem
from chalicelib.conversations.rules import Draft, Kind, Side
from chalicelib.foundation import clock
from chalicelib.foundation.errors import Busy
from chalicelib.foundation.observability import log
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.notifications import handlers as notifications
from tests.unit import world
from tests.unit.conftest import calls, messages
from tests.unit.conversations.talks import (
    a_device,
    a_talk,
    left,
    messages_of,
    posted,
    say,
    seen,
    texts,
    try_saying,
)
from tests.unit.photos.uploads import announced, ready_photo
from tests.unit.stores.crew import MANAGER, PACKER, SERVICE, hired, says
from tests.unit.test_authorisation import PEOPLE
from tests.unit.world import LI, MEI, WANG, ZHAO, made, person_id


class TestOpening:
    def test_pins_the_listing_it_began_with(self) -> None:
        listing = world.a_listing(title="Pearl clip")
        talk = a_talk(listing=listing)
        assert talk["context"] == {"kind": "listing", "id": listing["id"], "title": "Pearl clip"}
        assert (talk["side"], talk["last"], talk["unread"]) == ("buyer", 0, 0)

    def test_finds_the_same_conversation_again_and_pins_the_other_thing(self) -> None:
        store = world.a_store()
        first = a_talk(listing=world.a_listing(store=store))
        say(LI, first)
        other = a_talk(listing=world.a_listing(store=store, title="Scarf"))
        assert (other["id"], other["last"], other["context"]["title"]) == (first["id"], 1, "Scarf")

    def test_is_one_for_each_buyer_and_store(self) -> None:
        listing = world.a_listing()
        talks = [a_talk(LI, listing=listing), a_talk(ZHAO, listing=listing), a_talk(LI)]
        assert len({talk["id"] for talk in talks}) == 3

    def test_at_the_same_instant_makes_one_conversation_with_both_first_messages(self) -> None:
        listing = world.a_listing()
        talks = [a_talk(listing=listing) for _ in range(2)]  # neither read what the other wrote
        for talk in talks:
            say(LI, talk)
        assert [one["seq"] for one in messages_of(MEI, talks[0])] == [1, 2]

    @pytest.mark.parametrize("who", [LI, MEI])
    def test_from_an_order_is_for_both_its_sides(self, who: Any) -> None:
        order = world.a_paid_order()
        talk = made(who.post("/conversations", {"order_id": order["id"]}))
        assert (talk["context"]["kind"], talk["buyer_id"]) == ("order", person_id(LI))

    def test_from_an_order_finds_what_was_opened_from_a_listing(self) -> None:
        listing = world.a_listing()
        talk = a_talk(listing=listing)
        order = world.a_paid_order(listing=listing)
        assert made(MEI.post("/conversations", {"order_id": order["id"]}))["id"] == talk["id"]

    def test_from_somebody_elses_order_finds_nothing(self) -> None:
        order = world.a_paid_order()
        says(ZHAO.post("/conversations", {"order_id": order["id"]}), 404, "order_not_found")

    def test_of_a_packer_is_refused(self) -> None:
        store = world.a_store()
        hired(store, "packer", PACKER)
        order = world.a_paid_order(listing=world.a_listing(store=store))
        says(PACKER.post("/conversations", {"order_id": order["id"]}), 403, "not_permitted")

    def test_with_oneself_is_refused(self) -> None:
        listing = world.a_listing()
        says(MEI.post("/conversations", {"listing_id": listing["id"]}), 409, "own_store")

    @pytest.mark.parametrize("body", [{}, {"listing_id": "lst_1", "order_id": "ord_1"}])
    def test_is_about_one_thing(self, body: Any) -> None:
        says(LI.post("/conversations", body), 422, "empty_message")

    def test_about_what_is_not_on_sale_finds_nothing(self) -> None:
        draft = world.a_listing(publish=False)
        says(LI.post("/conversations", {"listing_id": draft["id"]}), 404, "listing_not_found")

    def test_in_a_store_that_is_paused_is_refused_to_a_new_buyer(self) -> None:
        listing = world.a_listing()
        talk = a_talk(listing=listing)
        made(MEI.post(f"/stores/{listing['store_id']}/pause"))
        says(ZHAO.post("/conversations", {"listing_id": listing["id"]}), 409, "store_paused")
        assert a_talk(listing=listing)["id"] == talk["id"]


class TestSending:
    def test_numbers_messages_without_a_gap_whoever_speaks(self) -> None:
        talk = a_talk()
        for who in (LI, MEI, MEI, LI):
            say(who, talk)
        assert [(one["seq"], one["side"]) for one in messages_of(LI, talk)] == [
            (1, "buyer"),
            (2, "store"),
            (3, "store"),
            (4, "buyer"),
        ]

    def test_again_is_the_same_message(self) -> None:
        talk = a_talk()
        first = say(LI, talk, "Hello", client_id="a")
        say(MEI, talk)
        again = say(LI, talk, "Hello", client_id="a")
        assert (again, seen(LI, talk)["last"]) == (first, 2)

    def test_of_two_people_may_use_the_same_client_id(self) -> None:
        talk = a_talk()
        assert [say(who, talk, client_id="a")["seq"] for who in (LI, MEI)] == [1, 2]

    def test_that_is_overtaken_takes_the_next_number(self, monkeypatch: pytest.MonkeyPatch) -> None:
        talk = a_talk()
        real, overtaken = posting.post, []

        def while_another_speaks(*args: Any, **kwargs: Any) -> Any:
            if not overtaken:
                overtaken.append(True)
                say(MEI, talk, "First")
            return real(*args, **kwargs)

        monkeypatch.setattr(posting, "post", while_another_speaks)
        assert say(LI, talk, "Second")["seq"] == 2
        assert texts(messages_of(LI, talk)) == ["First", "Second"]

    def test_that_is_always_overtaken_is_told_to_come_again(self) -> None:
        def always() -> None:
            raise Overtaken

        with pytest.raises(Busy):
            posting.in_turn(always)

    def test_shows_a_photo_to_both_sides_and_to_nobody_else(self) -> None:
        talk = a_talk()
        photo = ready_photo(LI, purpose="message")
        say(LI, talk, "", photo_id=photo)
        (message,) = messages_of(MEI, talk)
        assert (message["kind"], message["card"]["id"]) == ("photo", photo)
        assert "X-Amz-Signature" in message["card"]["url"]
        assert PEOPLE["nobody"].get(f"/media/{photo}").status == 404

    def test_of_a_photo_that_is_public_or_not_ready_or_anothers_is_refused(self) -> None:
        talk = a_talk()
        for photo in (ready_photo(LI), announced(LI), ready_photo(MEI, purpose="message")):
            says(try_saying(LI, talk, "", photo_id=photo), 422, "photo_not_ready")

    def test_shows_goods_of_the_store_as_they_were(self) -> None:
        store = world.a_store()
        talk = a_talk(listing=world.a_listing(store=store))
        scarf = world.a_listing(store=store, title="Scarf", price=900)
        say(MEI, talk, "And this?", listing_id=scarf["id"])
        made(MEI.patch(f"/listings/{scarf['id']}", {"title": "Shawl"}))
        (message,) = messages_of(LI, talk)
        assert message["kind"] == "listing"
        assert message["card"] == {
            "id": scarf["id"],
            "title": "Scarf",
            "price": {"amount": 900, "currency": "CNY"},
            "url": None,
            "state": None,
        }

    def test_of_another_stores_goods_is_refused(self) -> None:
        other = world.a_listing(WANG)
        says(try_saying(LI, a_talk(), "", listing_id=other["id"]), 404, "listing_not_found")

    def test_shows_an_order_of_both(self) -> None:
        listing = world.a_listing()
        order = world.a_paid_order(listing=listing)
        talk = a_talk(listing=listing)
        message = say(MEI, talk, "Sent today", order_id=order["id"])
        assert (message["kind"], message["card"]["price"]["amount"]) == ("order", 1_000)

    def test_of_an_order_of_somebody_else_is_refused(self) -> None:
        listing = world.a_listing()
        order = world.a_paid_order(ZHAO, listing=listing)
        says(try_saying(MEI, a_talk(listing=listing), "", order_id=order["id"]), 404, "order_not_found")

    @pytest.mark.parametrize("what", [{"text": ""}, {"text": "  "}, {"photo_id": "a", "order_id": "b"}])
    def test_of_nothing_or_of_two_things_is_refused(self, what: Any) -> None:
        says(try_saying(LI, a_talk(), **what), 422, "empty_message")

    def test_of_more_than_2000_characters_is_refused(self) -> None:
        talk = a_talk()
        assert say(LI, talk, "字" * 2_000)["seq"] == 1
        says(try_saying(LI, talk, "字" * 2_001), 422, "invalid")

    def test_faster_than_anybody_reads_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(models, "MOST_IN_A_PACE", 3)
        store = world.a_store()
        talks = [a_talk(who, listing=world.a_listing(store=store)) for who in (LI, ZHAO)]
        now = clock.now()
        with clock.stopped_at(now):
            for talk in (talks[0], talks[1], talks[0]):
                say(MEI, talk)
            says(try_saying(MEI, talks[1]), 429, "too_fast")
            assert say(LI, talks[0])["seq"] == 3
        with clock.stopped_at(now + rules.PACE):
            say(MEI, talks[1])

    def test_tells_no_time_before_the_last_messages(self) -> None:
        talk = a_talk()
        first = say(LI, talk)
        with clock.stopped_at(clock.now() - timedelta(seconds=5)):  # another machine's clock
            assert say(MEI, talk)["at"] == first["at"]

    def test_with_a_key_is_answered_the_same(self) -> None:
        talk = a_talk()
        body = {"client_id": "a", "text": "Hello"}
        replies = [LI.post(f"/conversations/{talk['id']}/messages", body, key="k") for _ in range(2)]
        assert replies[0].json == replies[1].json

    @pytest.mark.parametrize("history", [2, 60])
    def test_costs_the_same_however_much_was_said(self, history: int) -> None:
        talk = a_talk()
        _fill(talk["id"], history)
        say(LI, talk)
        with calls() as made_calls:
            say(LI, talk)
        assert made_calls == [
            "BatchGetItem", "TransactWriteItems", "SendMessageBatch", "BatchWriteItem", "BatchGetItem",
        ]  # fmt: skip
        with calls() as made_calls:
            messages_of(LI, talk)
        assert made_calls == ["BatchGetItem", "Query"]

    def test_costs_the_same_after_ten_messages_and_after_a_hundred_thousand(self) -> None:
        talk, costs = a_talk(), []
        for last in (10, 100_000):
            models.conversation_key(talk["id"]).update([ConversationItem.last.set(last)])
            with calls() as made_calls:
                assert say(MEI, talk)["seq"] == last + 1
            costs.append(made_calls)
        assert costs[0] == costs[1]


def _fill(talk_id: str, count: int) -> None:
    """Say so many things, of the store's, some at a time."""
    for start in range(0, count, 20):
        (before,) = read_together([models.conversation_want(talk_id)])
        drafts = [
            Draft(Kind.TEXT, Side.STORE, "per_x", f"f{start + place}", "So")
            for place in range(min(20, count - start))
        ]
        with Transaction() as tx:
            posting.post(tx, before, drafts, at=clock.now())


class TestHistory:
    def test_goes_both_ways_and_resumes_after_a_number(self) -> None:
        talk = a_talk()
        _fill(talk["id"], 9)

        def numbers(query: str) -> list[int]:
            return [one["seq"] for one in messages_of(LI, talk, query)]

        assert numbers("?limit=3") == [7, 8, 9]
        assert numbers("?limit=3&before=7") == [4, 5, 6]
        assert numbers("?limit=3&after=4") == [5, 6, 7]
        assert numbers("?after=0") == list(range(1, 10))
        assert numbers("?after=9") == []
        assert numbers("?before=1") == []
        assert numbers("?after=2&before=6") == [3, 4, 5]

    def test_tells_how_far_the_conversation_is(self) -> None:
        talk = a_talk()
        _fill(talk["id"], 3)
        told = made(LI.get(f"/conversations/{talk['id']}/messages?after=0&limit=1"))["conversation"]
        assert (told["last"], told["unread"]) == (3, 3)


class TestUnread:
    def test_counts_what_the_other_side_said_and_never_ones_own(self) -> None:
        talk = a_talk()
        for who in (LI, MEI, LI, MEI, MEI):
            say(who, talk)
        assert (seen(LI, talk)["unread"], seen(MEI, talk)["unread"]) == (3, 2)

    def test_is_less_by_what_was_read(self) -> None:
        talk = a_talk()
        for who in (LI, MEI, LI, MEI, MEI):
            say(who, talk)
        read = made(LI.post(f"/conversations/{talk['id']}/read", {"seq": 4}))
        assert (read["unread"], read["read"]) == (1, 4)
        assert (seen(MEI, talk)["read_by_other"], seen(MEI, talk)["delivered_to_other"]) == (4, 4)

    def test_doesnt_grow_when_less_was_read(self) -> None:
        talk = a_talk()
        _fill(talk["id"], 3)
        for seq in (3, 1):
            made(LI.post(f"/conversations/{talk['id']}/read", {"seq": seq}))
        assert (seen(LI, talk)["unread"], seen(LI, talk)["read"]) == (0, 3)

    def test_is_the_same_for_all_who_work_in_the_store(self) -> None:
        store = world.a_store()
        hired(store, "service", SERVICE)
        talk = a_talk(listing=world.a_listing(store=store))
        say(LI, talk)
        say(SERVICE, talk)
        made(SERVICE.post(f"/conversations/{talk['id']}/read", {"seq": 1}))
        assert seen(MEI, talk)["unread"] == 0

    def test_of_a_message_that_isnt_there_is_refused(self) -> None:
        talk = a_talk()
        says(LI.post(f"/conversations/{talk['id']}/read", {"seq": 1}), 404, "message_not_found")


class TestInbox:
    def test_has_what_was_said_last_first(self) -> None:
        store = world.a_store()
        listing = world.a_listing(store=store)
        li, zhao, _ = (a_talk(who, listing=listing) for who in (LI, ZHAO, WANG))
        for who, talk in ((LI, li), (ZHAO, zhao), (LI, li)):
            say(who, talk)
        found = made(MEI.get(f"/stores/{store['id']}/conversations"))["items"]
        assert [one["id"] for one in found] == [li["id"], zhao["id"]]  # Wang said nothing yet
        assert [one["unread"] for one in found] == [2, 1]

    def test_shows_who_asks_and_the_beginning_of_what_was_said_last(self) -> None:
        name = made(LI.get("/me"))["name"]
        talk = a_talk(listing=(listing := world.a_listing()))
        assert talk["last_said"] is None
        say(LI, talk, "Hello " * 20)
        inbox = made(MEI.get(f"/stores/{listing['store_id']}/conversations"))["items"]
        assert (inbox[0]["buyer_name"], inbox[0]["last_said"]["side"]) == (name, "buyer")
        assert inbox[0]["last_said"]["text"] == ("Hello " * 20)[:80]
        say(MEI, talk, "", listing_id=listing["id"])
        said = {"kind": "listing", "side": "store", "text": listing["title"]}
        assert seen(LI, talk)["last_said"] == said

    def test_of_a_buyer_has_all_stores(self) -> None:
        talks = [a_talk(listing=world.a_listing(who)) for who in (MEI, WANG)]
        for talk in talks:
            say(LI, talk)
        first = made(LI.get("/conversations?limit=1"))
        rest = made(LI.get(f"/conversations?limit=1&cursor={first['cursor']}"))
        assert [one["items"][0]["id"] for one in (first, rest)] == [talk["id"] for talk in talks[::-1]]

    def test_costs_the_same_for_many(self) -> None:
        store = world.a_store()
        talk = a_talk(listing=world.a_listing(store=store))
        say(LI, talk)
        with calls() as made_calls:
            made(MEI.get(f"/stores/{store['id']}/conversations"))
        assert made_calls == ["BatchGetItem", "Query", "BatchGetItem"]

    def test_can_be_assigned_and_narrowed_down(self) -> None:
        store = world.a_store()
        hired(store, "service", SERVICE)
        listing = world.a_listing(store=store)
        talks = [a_talk(who, listing=listing) for who in (LI, ZHAO)]
        for who, talk in zip((LI, ZHAO), talks, strict=True):
            say(who, talk)
        of_service = f"/stores/{store['id']}/conversations?assignee={person_id(SERVICE)}"
        path = f"/conversations/{talks[0]['id']}/assignee"
        assert made(MEI.put(path, {"person_id": person_id(SERVICE)}))["assignee"] == person_id(SERVICE)
        assert [one["id"] for one in made(MEI.get(of_service))["items"]] == [talks[0]["id"]]
        made(SERVICE.put(path, {"person_id": None}))
        assert made(MEI.get(of_service))["items"] == []

    @pytest.mark.parametrize("whom", [ZHAO, LI, PACKER])
    def test_is_assigned_only_to_who_speaks_with_buyers(self, whom: Any) -> None:
        store = world.a_store()
        hired(store, "packer", PACKER)
        talk = a_talk(listing=world.a_listing(store=store))
        reply = MEI.put(f"/conversations/{talk['id']}/assignee", {"person_id": person_id(whom)})
        says(reply, 422, "not_staff")

    def test_is_closed_to_who_works_there_no_more(self) -> None:
        store = world.a_store()
        hired(store, "manager", MANAGER)
        talk = a_talk(listing=world.a_listing(store=store))
        say(MANAGER, talk)
        made(MEI.delete(f"/stores/{store['id']}/staff/{person_id(MANAGER)}"))
        says(try_saying(MANAGER, talk), 404, "conversation_not_found")


class TestBlocking:
    @pytest.mark.parametrize("who", [LI, MEI])
    def test_silences_both_sides_until_it_is_taken_back(self, who: Any) -> None:
        talk = a_talk()
        say(LI, talk)
        assert made(who.post(f"/conversations/{talk['id']}/block"))["blocked"] is True
        for side in (LI, MEI):
            says(try_saying(side, talk), 403, "conversation_blocked")
        made(who.post(f"/conversations/{talk['id']}/unblock"))
        assert say(LI, talk)["seq"] == 2

    def test_isnt_taken_back_by_the_other_side(self) -> None:
        talk = a_talk()
        made(LI.post(f"/conversations/{talk['id']}/block"))
        made(MEI.post(f"/conversations/{talk['id']}/unblock"))
        says(try_saying(MEI, talk), 403, "conversation_blocked")

    def test_at_the_same_instant_as_a_message_lets_none_through(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        talk = a_talk()
        real = posting.post

        def while_she_blocks(*args: Any, **kwargs: Any) -> Any:
            made(LI.post(f"/conversations/{talk['id']}/block"))
            return real(*args, **kwargs)

        monkeypatch.setattr(posting, "post", while_she_blocks)
        says(try_saying(MEI, talk), 403, "conversation_blocked")
        assert seen(LI, talk)["last"] == 0


class TestReporting:
    def test_shows_operators_what_was_said(self) -> None:
        talk = a_talk()
        say(LI, talk, "Pay me elsewhere")
        body = {"seq": 1, "reason": "off_platform"}
        made(MEI.post(f"/conversations/{talk['id']}/reports", body))
        (report,) = made(PEOPLE["operator"].get("/message-reports"))["items"]
        assert (report["text"], report["reporter"]) == ("Pay me elsewhere", person_id(MEI))

    def test_of_ones_own_message_is_refused(self) -> None:
        talk = a_talk()
        say(LI, talk)
        reply = LI.post(f"/conversations/{talk['id']}/reports", {"seq": 1, "reason": "spam"})
        says(reply, 404, "message_not_found")


def heard() -> None:
    """Deliver what lies on the queue."""
    for message in messages("notifications"):
        assert notifications.deliver_notifications({"Records": [message]}) == {"batchItemFailures": []}


def told(who: Any) -> list[str]:
    return [one["kind"] for one in made(who.get("/notifications"))["items"] if "message" in one["kind"]]


class TestTelling:
    def test_tells_once_however_much_waits(self) -> None:
        talk = a_talk()
        for _ in range(3):
            say(LI, talk)
        heard()
        say(LI, talk)
        heard()
        assert (told(MEI), told(LI)) == (["message_waiting_store"], [])

    def test_tells_again_once_it_was_read(self) -> None:
        talk = a_talk()
        say(LI, talk)
        heard()
        made(MEI.post(f"/conversations/{talk['id']}/read", {"seq": 1}))
        say(LI, talk)
        heard()
        assert told(MEI) == ["message_waiting_store"] * 2

    def test_tells_whoever_looks_after_it(self) -> None:
        store = world.a_store()
        hired(store, "service", SERVICE)
        talk = a_talk(listing=world.a_listing(store=store))
        made(MEI.put(f"/conversations/{talk['id']}/assignee", {"person_id": person_id(SERVICE)}))
        say(LI, talk)
        heard()
        assert (told(SERVICE), told(MEI)) == (["message_waiting_store"], [])

    @pytest.mark.parametrize("there", [True, False])
    def test_tells_only_who_is_not_there(self, there: bool) -> None:
        store = world.a_store()
        talk = a_talk(listing=world.a_listing(store=store))
        device = a_device(MEI, store=store)
        if not there:
            left(device)
        with posted():
            say(LI, talk)
        heard()
        assert told(MEI) == ([] if there else ["message_waiting_store"])

    def test_asks_the_queue_no_more_once_somebody_was_told(self) -> None:
        talk = a_talk()
        say(LI, talk)
        heard()
        with calls() as made_calls:
            say(LI, talk)
        assert made_calls == ["BatchGetItem", "TransactWriteItems", "BatchGetItem"]


class TestSearching:
    def test_finds_words_whatever_their_case_and_width(self) -> None:
        talk = a_talk()
        for text in ("Have you PEARL clips?", "ｐｅａｒｌ 发夹", "No", "pearl"):
            say(LI, talk, text)
        found = made(MEI.get(f"/conversations/{talk['id']}/search?words=pearl"))
        assert [one["seq"] for one in found["items"]] == [4, 2, 1]
        both = made(MEI.get(f"/conversations/{talk['id']}/search?words=Clips%20pearl"))
        assert [one["seq"] for one in both["items"]] == [1]
        assert made(MEI.get(f"/conversations/{talk['id']}/search"))["items"] == []

    def test_looks_further_before_what_it_has_looked_at(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(rules, "LOOKED_AT", 3)
        talk = a_talk()
        for text in ("pearl", "b", "c", "pearl", "e"):
            say(LI, talk, text)
        path = f"/conversations/{talk['id']}/search?words=pearl"
        first = made(LI.get(path))
        assert ([one["seq"] for one in first["items"]], first["before"]) == ([4], 3)
        rest = made(LI.get(f"{path}&before={first['before']}"))
        assert ([one["seq"] for one in rest["items"]], rest["before"]) == ([1], None)


NIGHT: Any = {
    "replies": [{"title": "Shipping", "text": "Within 48 hours."}],
    "hours": {"opens": "09:00", "closes": "18:00", "days": [1, 2, 3, 4, 5]},
    "auto_reply": "We open at nine.",
}


class TestDesk:
    @pytest.mark.parametrize(
        ("at", "answered"),
        [
            ("2026-11-26T09:00:00+08:00", False),
            ("2026-11-26T18:00:00+08:00", True),
            ("2026-11-28T12:00:00+08:00", True),  # a Saturday
        ],
    )
    def test_answers_by_itself_outside_of_its_hours(self, at: str, answered: bool) -> None:
        store = world.a_store()
        made(MEI.put(f"/stores/{store['id']}/desk", NIGHT))
        assert made(MEI.get(f"/stores/{store['id']}/desk")) == NIGHT
        talk = a_talk(listing=world.a_listing(store=store))
        with clock.stopped_at(datetime.fromisoformat(at)):
            say(LI, talk, "Hello?")
            say(LI, talk, "Anybody?")
        said = texts(messages_of(LI, talk))
        assert said == ["Hello?", *(["We open at nine."] if answered else []), "Anybody?"]
        assert seen(LI, talk)["unread"] == int(answered)

    @pytest.mark.parametrize(
        ("opens", "closes", "day", "hour", "there"),
        [
            (22, 2, 4, 23, True), (22, 2, 5, 1, True), (22, 2, 4, 1, False), (22, 2, 5, 3, False),
            (0, 0, 4, 12, True), (0, 0, 5, 12, False), (9, 18, 4, 18, False),
        ],
    )  # fmt: skip
    def test_knows_nights_and_whole_days(
        self, opens: int, closes: int, day: int, hour: int, there: bool
    ) -> None:
        hours = Hours(time(opens), time(closes), (4,))
        at = datetime(2026, 11, 22 + day, hour, tzinfo=UTC)  # the 23rd is a Monday
        assert is_open(hours, "UTC", at) is there


class TestPrivacy:
    def test_says_nothing_of_a_message_in_logs_events_and_queues(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        logged: list[str] = []
        monkeypatch.setattr(log, "info", lambda *args, **kwargs: logged.append(f"{args}{kwargs}"))
        talk = a_talk()
        say(LI, talk, "my secret 4711", client_id="client-4712")
        says(try_saying(LI, talk, "my secret 4711", photo_id="pho_4713"), 422, "photo_not_ready")
        waiting = json.dumps(messages("notifications"))
        told = "".join(logged) + capsys.readouterr().out
        assert "served" in told
        assert person_id(LI) not in told
        for secret in ("4711", "4712", "4713"):
            assert secret not in waiting + told
