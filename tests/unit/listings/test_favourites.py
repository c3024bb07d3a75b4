from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import handlers
from chalicelib.listings.favourites import rules, service
from chalicelib.notifications import handlers as notifications
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls, everything_stored, messages
from tests.unit.stores.crew import numbered, says
from tests.unit.world import LI, MEI, WANG, ZHAO, made


@pytest.fixture
def clip() -> Any:
    return world.a_listing(title="Clip", price=1_000)


def mark(who: Api, goods: Any) -> Any:
    return made(who.put(f"/favourites/{goods['id']}"))


def unmark(who: Api, goods: Any) -> None:
    made(who.delete(f"/favourites/{goods['id']}"))


def favourites(who: Api) -> list[str]:
    return [one["listing_id"] for one in made(who.get("/favourites"))["items"]]


def fans(goods: Any) -> int:
    people: int = made(MEI.get(f"/listings/{goods['id']}/favourites"))["people"]
    return people


def costs(goods: Any, price: int) -> None:
    made(MEI.patch(f"/listings/{goods['id']}", {"variants": [{"id": "v01", "price": price}]}))


def spread() -> list[Any]:
    """What is on its way is handled, turn by turn; answers what was handled."""
    handled: list[Any] = []
    while batch := messages("stock"):
        handled += batch
        assert handlers.note_stock({"Records": batch}) == {"batchItemFailures": []}
    notifications.deliver_notifications({"Records": messages("notifications")})
    return handled


def told(who: Api) -> list[str]:
    """What somebody was told of her favourites, in English."""
    found = made(who.get("/notifications"))["items"]
    return [one["text"]["en"] for one in found if one["kind"] == "favourite_cheaper"]


class TestMarking:
    def test_keeps_goods_with_what_they_cost_then(self, clip: Any) -> None:
        marked = mark(LI, clip)
        costs(clip, 1_200)
        shown = made(LI.get(f"/favourites/{clip['id']}"))
        assert marked["price_then"]["amount"] == shown["price_then"]["amount"] == 1_000
        assert shown["listing"]["price_from"]["amount"] == 1_200
        says(ZHAO.get(f"/favourites/{clip['id']}"), 404, "favourite_not_found")

    def test_and_unmarking_again_changes_nothing(self, clip: Any) -> None:
        assert mark(LI, clip) == mark(LI, clip)
        assert (favourites(LI), fans(clip)) == ([clip["id"]], 1)
        for _ in range(2):
            unmark(LI, clip)
        assert (favourites(LI), fans(clip)) == ([], 0)

    def test_counts_each_person_once(self, clip: Any) -> None:
        for who in (LI, ZHAO, WANG, LI):
            mark(who, clip)
        unmark(ZHAO, clip)
        assert fans(clip) == 2

    def test_lists_what_was_marked_last_first_in_pages(self, clip: Any) -> None:
        goods = [clip, *(world.a_listing(store={"id": clip["store_id"]}) for _ in range(2))]
        for later, one in enumerate(goods):
            with clock.stopped_at(clock.now() + timedelta(seconds=later)):
                mark(LI, one)
        first = made(LI.get("/favourites?limit=2"))
        rest = made(LI.get(f"/favourites?limit=2&cursor={first['cursor']}"))
        found = [one["listing_id"] for one in (*first["items"], *rest["items"])]
        assert found == [one["id"] for one in reversed(goods)]
        assert rest["cursor"] is None

    def test_has_an_end(self, clip: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("chalicelib.listings.favourites.models.MOST", 1)
        mark(LI, clip)
        other = world.a_listing()
        before = everything_stored()
        says(LI.put(f"/favourites/{other['id']}"), 409, "favourites_full")
        assert everything_stored() == before
        unmark(LI, clip)
        mark(LI, other)

    def test_is_for_goods_on_sale(self, clip: Any) -> None:
        says(LI.put("/favourites/lst_00000000000000000000000000"), 404, "listing_not_found")
        mark(LI, clip)
        made(MEI.post(f"/listings/{clip['id']}/withdraw"))
        says(ZHAO.put(f"/favourites/{clip['id']}"), 404, "listing_not_found")
        (kept,) = made(LI.get("/favourites"))["items"]
        assert (kept["title"], kept["listing"]) == ("Clip", None)
        unmark(LI, clip)

    def test_is_counted_for_the_store_alone(self, clip: Any) -> None:
        says(LI.get(f"/listings/{clip['id']}/favourites"), 404, "listing_not_found")

    def test_at_one_instant_counts_once(self, clip: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        enter = Transaction.__enter__

        def other_first(tx: Transaction) -> Transaction:
            monkeypatch.setattr(Transaction, "__enter__", enter)
            mark(LI, clip)
            return enter(tx)

        monkeypatch.setattr(Transaction, "__enter__", other_first)
        assert LI.put(f"/favourites/{clip['id']}").status == 200
        assert fans(clip) == 1

    def test_at_one_instant_is_taken_back_once(self, clip: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        for who in (LI, ZHAO):
            mark(who, clip)
        enter = Transaction.__enter__

        def other_first(tx: Transaction) -> Transaction:
            monkeypatch.setattr(Transaction, "__enter__", enter)
            unmark(LI, clip)
            return enter(tx)

        monkeypatch.setattr(Transaction, "__enter__", other_first)
        assert LI.delete(f"/favourites/{clip['id']}").status == 204
        assert fans(clip) == 1

    def test_costs_the_same_whoever_does_it(self, clip: Any) -> None:
        for who in (ZHAO, LI):
            with calls() as asked:
                mark(who, clip)
            assert asked == ["BatchGetItem", "TransactWriteItems"]


class TestALowerPrice:
    def test_is_told_to_all_who_marked_the_goods_once(self, clip: Any) -> None:
        people = [LI, ZHAO, *(numbered(number) for number in range(rules.A_TURN))]
        for who in people:
            mark(who, clip)
        costs(clip, 900)
        batch = spread()
        assert [told(who) for who in people] == [
            ["Clip, one of your favourites, costs less now: ¥9.00."]
        ] * len(people)
        handlers.note_stock({"Records": batch})
        spread()
        assert {len(told(who)) for who in people} == {1}
        (shown,) = made(LI.get("/favourites"))["items"]
        assert (
            shown["price_then"]["amount"] == made(LI.get(f"/favourites/{clip['id']}"))["price_then"]["amount"]
        )
        assert shown["price_then"]["amount"] == 1_000

    def test_is_told_once_a_day_however_it_goes_up_and_down(self, clip: Any) -> None:
        mark(LI, clip)
        today = clock.now()
        for price in (900, 950, 850):
            costs(clip, price)
            spread()
        assert len(told(LI)) == 1
        with clock.stopped_at(today + timedelta(days=1)):
            costs(clip, 800)
            spread()
        assert len(told(LI)) == 2

    def test_is_no_news_to_who_marked_them_at_a_lower_one(self, clip: Any) -> None:
        costs(clip, 500)
        mark(LI, clip)
        costs(clip, 1_000)
        mark(ZHAO, clip)
        spread()
        costs(clip, 800)
        spread()
        assert (told(LI), len(told(ZHAO))) == ([], 1)
        costs(clip, 400)
        spread()
        assert (len(told(LI)), len(told(ZHAO))) == (1, 1)

    def test_is_told_to_the_others_when_one_unmarks_them_at_that_moment(
        self, clip: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for who in (LI, ZHAO):
            mark(who, clip)
        costs(clip, 900)
        telling = service._telling

        def meanwhile(*what: Any) -> Any:
            monkeypatch.setattr(service, "_telling", telling)
            unmark(LI, clip)
            return telling(*what)

        monkeypatch.setattr(service, "_telling", meanwhile)
        spread()
        assert (told(LI), len(told(ZHAO))) == ([], 1)

    def test_is_not_told_when_it_is_up_again_or_the_goods_are_gone(self, clip: Any) -> None:
        mark(LI, clip)
        costs(clip, 900)
        costs(clip, 1_000)
        spread()
        costs(clip, 900)
        made(MEI.post(f"/listings/{clip['id']}/withdraw"))
        spread()
        assert told(LI) == []

    def test_is_not_told_to_who_unmarked_them(self, clip: Any) -> None:
        mark(LI, clip)
        mark(ZHAO, clip)
        costs(clip, 900)
        unmark(LI, clip)
        spread()
        assert (told(LI), len(told(ZHAO))) == ([], 1)

    @pytest.mark.parametrize("price", [1_000, 1_001])
    def test_is_lower(self, clip: Any, price: int) -> None:
        mark(LI, clip)
        costs(clip, price)
        assert not [one for one in messages("stock") if "PriceLowered" in one["body"]]

    def test_comes_after_a_crash_between_two_turns(self, clip: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        people = [numbered(number) for number in range(rules.A_TURN + 1)]
        for who in people:
            mark(who, clip)
        costs(clip, 900)
        batch = messages("stock")
        with monkeypatch.context() as broken:
            broken.setattr(service, "_telling", lambda *_: 1 / 0)
            assert handlers.note_stock({"Records": batch})["batchItemFailures"]
        handlers.note_stock({"Records": batch})
        spread()
        assert {len(told(who)) for who in people} == {1}
