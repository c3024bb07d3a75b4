from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.reviews import handlers
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls, messages
from tests.unit.photos.uploads import ready_photo
from tests.unit.stores.crew import PACKER, SERVICE, hired
from tests.unit.world import LI, MEI, WANG, ZHAO, made

OPERATOR = Api("eeeeeeee-0000-0000-0000-000000000001", claims={"cognito:groups": "operators"})


def listed(order: Any, query: str = "") -> list[Any]:
    """What everybody reads of the goods of an order's first line."""
    return list(made(Api().get(f"/listings/{order['lines'][0]['listing_id']}/reviews{query}"))["items"])


def rating(order: Any) -> tuple[str | None, list[int], int]:
    """The average, how many gave 5, 4, 3, 2 and 1 stars, and how many had photos; the store's is the same."""
    of_goods = made(Api().get(f"/listings/{order['lines'][0]['listing_id']}/rating"))
    assert made(Api().get(f"/stores/{order['store_id']}/rating")) == of_goods
    return of_goods["average"], [one["reviews"] for one in of_goods["by_stars"]], of_goods["with_photos"]


def sales(order: Any) -> int:
    pieces: int = made(Api().get(f"/stores/{order['store_id']}/rating"))["sales"]
    assert pieces == made(Api().get(f"/listings/{order['lines'][0]['listing_id']}/rating"))["sales"]
    return pieces


def followed() -> None:
    """Let the queue of orders' events deliver."""
    while batch := messages("reviews"):
        assert handlers.follow_orders({"Records": batch}) == {"batchItemFailures": []}


def awaiting(person: Api = LI) -> list[Any]:
    return list(made(person.get("/my/reviews/awaiting"))["items"])


def refusal(reply: Any) -> tuple[int, str]:
    return reply.status, reply.json["code"]


def later(**time: float) -> Any:
    return clock.stopped_at(clock.now() + timedelta(**time))


def write(order: Any, person: Api = LI, **more: Any) -> Any:
    wish = {"line_id": order["lines"][0]["id"], "stars": 5, **more}
    return person.post(f"/orders/{order['id']}/reviews", wish)


class TestWriting:
    def test_shows_everybody_what_the_buyer_says(self) -> None:
        order = world.a_completed_order()
        photo = ready_photo(LI, purpose="review")

        review = world.a_review(LI, order, stars=4, text="夹得牢", photo_ids=[photo])

        (shown,) = listed(order)
        assert shown["id"] == review["id"]
        assert (shown["stars"], shown["text"], len(shown["photos"])) == (4, "夹得牢", 1)
        assert rating(order) == ("4.0", [0, 1, 0, 0, 0], 1)

    def test_costs_two_reads_and_one_transaction(self) -> None:
        order = world.a_completed_order()
        with calls() as seen:
            world.a_review(LI, order)
        assert seen[:3] == ["BatchGetItem", "BatchGetItem", "TransactWriteItems"]

    def test_is_once_a_line(self) -> None:
        order = world.a_completed_order()
        world.a_review(LI, order)
        assert refusal(write(order, stars=1)) == (409, "reviewed_before")
        assert rating(order)[1] == [1, 0, 0, 0, 0]

    def test_with_one_key_gives_one_answer(self) -> None:
        order = world.a_completed_order()
        wish = {"line_id": order["lines"][0]["id"], "stars": 5}
        one, two = (LI.post(f"/orders/{order['id']}/reviews", wish, key="k") for _ in range(2))
        assert (one.status, one.json) == (two.status, two.json)
        assert rating(order)[1] == [1, 0, 0, 0, 0]

    @pytest.mark.parametrize("build", [world.a_paid_order, world.a_shipped_order])
    def test_waits_for_the_goods(self, build: Any) -> None:
        assert refusal(write(build())) == (409, "not_reviewable")

    def test_is_not_for_an_order_wholly_refunded(self) -> None:
        order = world.a_shipped_order()
        made(MEI.post(f"/orders/{order['id']}/refunds", {"reason": "goodwill", "amount": 1_000}))
        assert refusal(write(order)) == (409, "not_reviewable")

    def test_ends_after_ninety_days(self) -> None:
        order = world.a_completed_order()
        with later(days=90):
            assert refusal(write(order)) == (409, "not_reviewable")
        with later(days=89.9):
            assert write(order).status == 201

    def test_is_for_who_bought_the_goods(self) -> None:
        order = world.a_completed_order()
        assert refusal(write(order, MEI)) == (403, "not_permitted")
        assert refusal(write(order, ZHAO)) == (404, "order_not_found")

    def test_is_not_for_who_works_in_the_store(self) -> None:
        store = world.a_store()
        hired(store, "packer", LI, by=MEI)
        order = world.a_completed_order(listing=world.a_listing(store=store))
        assert refusal(write(order)) == (409, "works_there")

    def test_knows_the_orders_lines(self) -> None:
        reply = write(world.a_completed_order(), line_id="lin_other")
        assert (*refusal(reply), reply.json["field"]) == (422, "unknown_line", "line_id")

    @pytest.mark.parametrize("wish", [{"stars": 0}, {"stars": 6}, {"text": "好"}, {"text": "\n\n "}])
    def test_takes_stars_and_a_text_in_which_there_is_something(self, wish: Any) -> None:
        assert write(world.a_completed_order(), **wish).status == 422

    @pytest.mark.parametrize("purpose", ["evidence", "listing"])
    def test_refuses_photos_that_are_for_something_else(self, purpose: str) -> None:
        photo = ready_photo(LI, purpose=purpose)
        reply = write(world.a_completed_order(), photo_ids=[photo])
        assert (reply.json["code"], reply.json["field"]) == ("photo_not_ready", "photo_ids.0")

    @pytest.mark.parametrize(("anonymous", "author"), [(True, "李**"), (False, "李雷")])
    def test_hides_the_name_of_who_wants_it(self, anonymous: bool, author: str) -> None:
        made(LI.patch("/me", {"name": "李雷"}))
        order = world.a_completed_order()
        world.a_review(LI, order, anonymous=anonymous)
        assert [one["author"] for one in listed(order)] == [author]

    def test_shows_no_id_of_anybody(self) -> None:
        order = world.a_completed_order()
        world.a_review(LI, order)
        shown = Api().get(f"/listings/{order['lines'][0]['listing_id']}/reviews").content.decode()
        assert world.person_id(LI) not in shown
        assert order["id"] not in shown


class TestRevising:
    def test_moves_the_figures_with_it(self) -> None:
        order = world.a_completed_order()
        review = world.a_review(LI, order, stars=5, photo_ids=[ready_photo(LI, purpose="review")])

        made(LI.put(f"/reviews/{review['id']}", {"stars": 2, "text": "夹子断了"}))

        assert rating(order) == ("2.0", [0, 0, 0, 1, 0], 0)
        (shown,) = listed(order, "?stars=2")
        assert (shown["text"], shown["photos"], bool(shown["revised_at"])) == ("夹子断了", [], True)
        assert listed(order, "?stars=5") == listed(order, "?with_photos=true") == []

    def test_is_once_and_within_thirty_days(self) -> None:
        review = world.a_review(LI, world.a_completed_order())
        with later(days=30):
            assert refusal(LI.put(f"/reviews/{review['id']}", {"stars": 1})) == (409, "not_revisable")
        made(LI.put(f"/reviews/{review['id']}", {"stars": 4}))
        assert refusal(LI.put(f"/reviews/{review['id']}", {"stars": 1})) == (409, "not_revisable")


class TestFollowingUp:
    def test_adds_something_once_and_changes_no_figure(self) -> None:
        order = world.a_completed_order()
        review = world.a_review(LI, order)
        path = f"/reviews/{review['id']}/follow-up"
        with later(days=60):
            photo = ready_photo(LI, purpose="review")
            made(LI.post(path, {"text": "还是很好", "photo_ids": [photo]}))
            assert refusal(LI.post(path, {"text": "再说"})) == (409, "not_followable")
        (shown,) = listed(order)
        assert (shown["follow_up"]["text"], len(shown["follow_up"]["photos"])) == ("还是很好", 1)
        assert rating(order) == ("5.0", [1, 0, 0, 0, 0], 0)

    def test_ends_after_half_a_year(self) -> None:
        review = world.a_review(LI, world.a_completed_order())
        with later(days=180):
            reply = LI.post(f"/reviews/{review['id']}/follow-up", {"text": "太晚了"})
        assert refusal(reply) == (409, "not_followable")


class TestReplying:
    def test_is_for_who_speaks_for_the_store(self) -> None:
        store = world.a_store()
        for role, who in (("service", SERVICE), ("packer", PACKER)):
            hired(store, role, who, by=MEI)
        order = world.a_completed_order(listing=world.a_listing(store=store))
        path = f"/reviews/{world.a_review(LI, order)['id']}/reply"
        waiting = f"/stores/{store['id']}/reviews/awaiting"
        assert len(made(SERVICE.get(waiting))["items"]) == 1

        made(SERVICE.put(path, {"text": "谢谢！"}))

        assert made(MEI.get(waiting))["items"] == []
        assert refusal(PACKER.put(path, {"text": "谢谢！"})) == (403, "not_permitted")
        assert refusal(WANG.put(path, {"text": "谢谢！"})) == (404, "review_not_found")
        (shown,) = listed(order)
        assert (shown["reply"]["text"], shown["reply"]["edited_at"]) == ("谢谢！", None)

    def test_can_be_changed_and_is_told_once(self) -> None:
        order = world.a_completed_order()
        path = f"/reviews/{world.a_review(LI, order)['id']}/reply"
        for text in ("谢谢！", "谢谢您！"):
            made(MEI.put(path, {"text": text}))
        (shown,) = listed(order)
        assert (shown["reply"]["text"], bool(shown["reply"]["edited_at"])) == ("谢谢您！", True)


class TestHiding:
    def test_takes_it_out_of_lists_and_figures_and_restoring_brings_it_back(self) -> None:
        order = world.a_completed_order()
        review = world.a_review(LI, order, photo_ids=[ready_photo(LI, purpose="review")])
        before = listed(order), rating(order)

        for _ in range(2):
            made(OPERATOR.post(f"/reviews/{review['id']}/hide", {"reason": "A phone number"}))

        assert [listed(order, only) for only in ("", "?stars=5", "?with_photos=true")] == [[], [], []]
        assert made(MEI.get(f"/stores/{order['store_id']}/reviews/awaiting"))["items"] == []
        assert rating(order) == (None, [0, 0, 0, 0, 0], 0)
        (own,) = made(LI.get(f"/orders/{order['id']}/reviews"))["items"]
        assert own["hidden_because"] == "A phone number"
        for _ in range(2):
            made(OPERATOR.post(f"/reviews/{review['id']}/restore"))
        assert [one["id"] for one in listed(order)] == [one["id"] for one in before[0]]
        assert rating(order) == before[1]

    def test_leaves_nothing_to_be_done_with_it(self) -> None:
        review = world.a_review(LI, world.a_completed_order())["id"]
        made(OPERATOR.post(f"/reviews/{review}/hide", {"reason": "Abuse"}))
        tried = (
            LI.put(f"/reviews/{review}", {"stars": 1}),
            LI.post(f"/reviews/{review}/follow-up", {"text": "Why?"}),
            MEI.put(f"/reviews/{review}/reply", {"text": "Thanks"}),
        )
        assert [refusal(reply) for reply in tried] == [(409, "review_hidden")] * 3
        assert refusal(ZHAO.post(f"/reviews/{review}/report", {"reason": "fake"}))[0] == 404


class TestReporting:
    def test_brings_it_before_the_operators_once_a_person(self) -> None:
        review = world.a_review(LI, world.a_completed_order())["id"]
        path = f"/reviews/{review}/report"
        assert MEI.post(path, {"reason": "fake"}).status == ZHAO.post(path, {"reason": "abuse"}).status == 204
        assert refusal(MEI.post(path, {"reason": "abuse"})) == (409, "reported_before")

        (shown,) = made(OPERATOR.get("/reported-reviews"))["items"]

        assert (shown["review"]["id"], shown["reports"], shown["reasons"]) == (review, 2, ["abuse", "fake"])
        assert MEI.get("/reported-reviews").status == 403

    @pytest.mark.parametrize(("what", "body"), [("hide", {"reason": "Abuse"}), ("restore", None)])
    def test_is_settled_by_whatever_an_operator_finds(self, what: str, body: Any) -> None:
        review = world.a_review(LI, world.a_completed_order())["id"]
        made(MEI.post(f"/reviews/{review}/report", {"reason": "fake"}))
        made(OPERATOR.post(f"/reviews/{review}/{what}", body))
        assert made(OPERATOR.get("/reported-reviews"))["items"] == []

    def test_knows_what_there_is(self) -> None:
        assert ZHAO.post("/reviews/rev_0/report", {"reason": "fake"}).status == 404


class TestLists:
    def test_go_from_the_newest_on_by_cursor(self) -> None:
        clip = world.a_listing(stock=9)
        orders = [world.a_completed_order(listing=clip) for _ in range(3)]
        wrote = []
        for number, order in enumerate(orders):
            with later(minutes=number):
                wrote.append(world.a_review(LI, order, stars=5 - number)["id"])
        path = f"/listings/{clip['id']}/reviews?limit=2"
        first = made(Api().get(path))
        rest = made(Api().get(f"{path}&cursor={first['cursor']}"))
        assert [one["id"] for one in first["items"] + rest["items"]] == wrote[::-1]
        assert rating(orders[0])[:2] == ("4.0", [1, 1, 1, 0, 0])

    def test_of_stars_with_photos_have_both(self) -> None:
        clip = world.a_listing(stock=9)
        orders = [world.a_completed_order(listing=clip) for _ in range(3)]
        photo = {"photo_ids": [ready_photo(LI, purpose="review")]}
        for order, stars, shown in zip(orders, (5, 5, 4), ({}, photo, photo), strict=True):
            world.a_review(LI, order, stars=stars, **shown)
        found = [len(listed(orders[0], only)) for only in ("", "?stars=5", "?with_photos=true")]
        assert found == [3, 2, 2]
        assert len(listed(orders[0], "?stars=5&with_photos=true")) == 1


class TestSales:
    def test_count_pieces_once_an_order_is_paid_and_no_more_once_it_is_called_off(self) -> None:
        clip = world.a_listing(stock=9)
        order = world.a_paid_order(listing=clip, quantity=3)
        world.a_paid_order(listing=clip, quantity=2)
        followed()
        assert sales(order) == 5
        made(LI.post(f"/orders/{order['id']}/cancel"))
        followed()
        assert sales(order) == 2

    def test_take_back_what_is_wholly_refunded_only(self) -> None:
        order = world.a_shipped_order()
        path = f"/orders/{order['id']}/refunds"
        followed()
        made(MEI.post(path, {"reason": "goodwill", "amount": 400}))
        followed()
        assert sales(order) == 1
        made(MEI.post(path, {"reason": "goodwill", "amount": 600}))
        followed()
        assert sales(order) == 0

    @pytest.mark.parametrize("turn", [1, -1], ids=["in order", "the last one first"])
    def test_are_right_however_late_and_often_the_events_come(self, turn: int) -> None:
        order = world.a_paid_order(quantity=2)
        made(LI.post(f"/orders/{order['id']}/cancel"))
        kept = world.a_paid_order(quantity=2)
        batch = messages("reviews")[::turn] * 2
        handlers.follow_orders({"Records": batch})
        assert (sales(order), sales(kept)) == (0, 2)


class TestInvitations:
    def test_list_what_was_bought_until_it_is_reviewed(self) -> None:
        order = world.a_completed_order()
        assert awaiting() == []
        followed()
        (one,) = awaiting()
        assert (one["order_id"], one["line_id"]) == (order["id"], order["lines"][0]["id"])
        assert awaiting(WANG) == []
        world.a_review(LI, order)
        assert awaiting() == []

    def test_come_from_the_clocks_confirmation_too(self) -> None:
        from chalicelib import sweep

        world.a_shipped_order()
        with later(days=11):
            sweep.sweep()
            followed()
            assert len(awaiting()) == 1

    def test_that_come_after_the_review_ask_for_nothing(self) -> None:
        order = world.a_completed_order()
        world.a_review(LI, order)
        followed()
        assert awaiting() == []

    def test_are_not_renewed_by_an_event_that_comes_again(self) -> None:
        order = world.a_completed_order()
        batch = messages("reviews")
        for _ in range(2):
            handlers.follow_orders({"Records": batch})
            if awaiting():
                world.a_review(LI, order)
        assert awaiting() == []

    def test_are_over_after_ninety_days(self) -> None:
        world.a_completed_order()
        followed()
        with later(days=90):
            assert awaiting() == []
