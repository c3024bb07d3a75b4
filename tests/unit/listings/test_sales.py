from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation import clock
from chalicelib.foundation.money import Money
from chalicelib.listings.errors import PriceChanged
from chalicelib.listings.rules import Sale, Variant
from chalicelib.listings.sales import service as sales
from chalicelib.orders import checkouts
from chalicelib.search.handlers import index_goods
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls, messages
from tests.unit.world import LI, MEI, WANG, made

NOON = datetime(2026, 12, 12, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ANY_TIME = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def a_sale(listing: Any, price: int = 800, *, by: Api = MEI, **changes: Any) -> Any:
    wish = {
        "variants": [{"id": "v01", "price": price}],
        "starts_at": clock.stamp(NOON),
        "ends_at": clock.stamp(NOON + HOUR),
        **changes,
    }
    return by.put(f"/listings/{listing['id']}/sale", wish)


def shown(listing: Any) -> tuple[int, int]:
    """What it costs now, and usually."""
    (variant, *_) = made(Api().get(f"/listings/{listing['id']}"))["variants"]
    return variant["price"]["amount"], variant["regular_price"]["amount"]


@pytest.fixture
def clip() -> Any:
    with clock.stopped_at(NOON - HOUR):
        listing = world.a_listing(price=1_000, stock=5)
        made(a_sale(listing))
    return listing


class TestPriceAt:
    @given(st.integers(1, 10**6), st.integers(1, 10**6), ANY_TIME, ANY_TIME, ANY_TIME)
    def test_is_the_sales_within_it_and_never_more_than_the_regular_one(
        self, regular: int, reduced: int, start: datetime, end: datetime, at: datetime
    ) -> None:
        sale = Sale(Money(reduced, "CNY"), start, end)
        variant = Variant("v01", "S", "", Money(regular, "CNY"), 1, sale)

        price = variant.price_at(at).amount

        assert price == (min(regular, reduced) if start <= at < end else regular)
        assert (variant.reduced_until(at) is not None) == (price < regular)


class TestSetSale:
    def test_lowers_the_price_from_its_start_until_its_end(self, clip: Any) -> None:
        prices = {}
        for at in (NOON - HOUR, NOON, NOON + HOUR - timedelta(microseconds=1), NOON + HOUR):
            with clock.stopped_at(at):
                prices[at] = shown(clip)

        assert list(prices.values()) == [(1_000, 1_000), (800, 1_000), (800, 1_000), (1_000, 1_000)]

    def test_starts_at_once_unless_told_otherwise(self) -> None:
        clip = world.a_listing(price=1_000)
        made(a_sale(clip, starts_at=None, ends_at="2099-01-01T00:00:00+08:00"))
        assert shown(clip) == (800, 1_000)

    def test_is_announced_beforehand(self, clip: Any) -> None:
        with clock.stopped_at(NOON - HOUR):
            sale = made(Api().get(f"/listings/{clip['id']}"))["variants"][0]["sale"]
        assert sale["price"]["amount"] == 800
        assert clock.moment(sale["starts_at"]) == NOON

    def test_shows_on_cards_what_things_cost_now(self) -> None:
        variants = [{"sku": sku, "price": price, "stock": 1} for sku, price in (("S", 900), ("L", 1_000))]
        clip = world.a_listing(variants=variants)
        wish = [{"id": "v02", "price": 700}]
        made(a_sale(clip, variants=wish, starts_at=None, ends_at="2099-01-01T00:00:00Z"))

        (card,) = made(Api().get(f"/stores/{clip['store_id']}/listings"))["items"]

        assert (card["price_from"]["amount"], card["price_to"]["amount"]) == (700, 900)

    def test_replaces_the_one_before(self, clip: Any) -> None:
        with clock.stopped_at(NOON):
            made(a_sale(clip, 500))
            assert shown(clip) == (500, 1_000)

    def test_holds_only_until_the_regular_price_falls_below_it(self, clip: Any) -> None:
        with clock.stopped_at(NOON):
            made(MEI.patch(f"/listings/{clip['id']}", {"variants": [{"id": "v01", "price": 600}]}))
            assert shown(clip) == (600, 600)

    @pytest.mark.parametrize(
        ("changes", "code", "field"),
        [
            ({"variants": [{"id": "v01", "price": 1_000}]}, "no_reduction", "variants.0.price"),
            ({"variants": [{"id": "v09", "price": 1}]}, "variant_not_found", "variant_id"),
            ({"ends_at": clock.stamp(NOON)}, "sale_over", "ends_at"),
            (
                {"starts_at": "2020-01-01T00:00:00Z", "ends_at": "2020-01-02T00:00:00Z"},
                "sale_over",
                "ends_at",
            ),
            ({"ends_at": "9999-12-31T23:59:59-12:00"}, "sale_over", "ends_at"),
            ({"starts_at": "0001-01-01T00:00:00+12:00"}, "sale_over", "starts_at"),
            ({"ends_at": "2026-12-12T13:00:00"}, "invalid", "ends_at"),
            ({"variants": []}, "invalid", "variants"),
        ],
        ids=str,
    )
    def test_refuses_what_is_no_sale(self, changes: Any, code: str, field: str) -> None:
        clip = world.a_listing(price=1_000)
        with clock.stopped_at(NOON - HOUR):
            reply = a_sale(clip, **changes)
        assert (reply.status, reply.json["code"], reply.json["field"]) == (422, code, field)

    def test_is_its_merchants_alone(self) -> None:
        assert a_sale(world.a_listing(MEI), by=WANG).status == 404

    def test_costs_a_read_and_a_transaction(self) -> None:
        clip = world.a_listing(price=1_000)
        with calls() as made_calls:
            made(a_sale(clip))
        assert made_calls == ["BatchGetItem", "TransactWriteItems", "SendMessageBatch", "BatchWriteItem"]


class TestEndSale:
    def test_brings_the_regular_price_back(self, clip: Any) -> None:
        with clock.stopped_at(NOON):
            made(MEI.delete(f"/listings/{clip['id']}/sale"))
            assert shown(clip) == (1_000, 1_000)

    def test_of_what_has_none_changes_nothing(self) -> None:
        clip = world.a_listing(price=1_000)
        made(MEI.delete(f"/listings/{clip['id']}/sale"))
        assert shown(clip) == (1_000, 1_000)


class TestBuyingInASale:
    @pytest.fixture(autouse=True)
    def money(self) -> None:
        world.money_for(LI)
        self.address = world.an_address(LI)

    def buy(self, listing: Any, price: int) -> Any:
        item = {"listing_id": listing["id"], "variant_id": "v01", "quantity": 2, "price": price}
        return LI.post("/checkouts", {"address_id": self.address, "items": [item]})

    def test_costs_the_sales_price_and_remembers_the_regular_one(self, clip: Any) -> None:
        with clock.stopped_at(NOON):
            world.in_cart(LI, clip, quantity=2)
            (order,) = made(LI.post("/checkouts", {"address_id": self.address}))["orders"]

        assert order["total"]["amount"] == 1_600
        assert order["lines"][0]["price"]["amount"] == 800
        assert order["lines"][0]["regular_price"]["amount"] == 1_000

    def test_at_a_price_of_before_or_after_is_refused(self, clip: Any) -> None:
        for at, price in ((NOON - HOUR, 800), (NOON, 1_000), (NOON + HOUR, 800)):
            with clock.stopped_at(at):
                assert self.buy(clip, price).json["code"] == "price_changed"

    def test_that_is_over_since_the_goods_were_put_aside_is_refused(self, clip: Any) -> None:
        with clock.stopped_at(NOON):
            world.in_cart(LI, clip)
        with clock.stopped_at(NOON + HOUR):
            (line,) = made(LI.get("/cart"))["lines"]
            assert (line["price"]["amount"], line["price_now"]["amount"]) == (800, 1_000)
            assert line["problem"] == "price_changed"
            assert LI.post("/checkouts", {"address_id": self.address}).json["code"] == "price_changed"

    def test_that_ends_at_the_same_moment_is_refused(self, clip: Any) -> None:
        item = checkouts.Item(clip["id"], "v01", 1, 800, "")
        with clock.stopped_at(NOON):
            read = checkouts.select_items(world.person_id(LI), [item], address_id=self.address, now=NOON)
            made(MEI.delete(f"/listings/{clip['id']}/sale"))
            with pytest.raises(PriceChanged):
                checkouts.buy(world.person_id(LI), read, now=NOON)
        assert world.stock_of(clip) == 5

    def test_paid_in_time_keeps_the_price_it_was_prepared_at(self, clip: Any) -> None:
        with clock.stopped_at(NOON + HOUR - timedelta(seconds=1)):
            item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 1, "price": 800}
            wish = {"address_id": self.address, "items": [item], "pay_from": "gateway"}
            checkout = made(LI.post("/checkouts", wish))
        with clock.stopped_at(NOON + HOUR + timedelta(minutes=5)):
            paid = LI.post(f"/checkouts/{checkout['id']}/complete", {"method": "pm_card_visa"})
        assert made(paid)["orders"][0]["total"]["amount"] == 800


class TestPage:
    def test_strikes_the_usual_price_through_and_says_until_when_in_the_stores_zone(self, clip: Any) -> None:
        slug = made(Api().get(f"/stores/{clip['store_id']}"))["slug"]
        with clock.stopped_at(NOON):
            page = Api().get(f"/shop/{slug}/{clip['id']}?lang=en").content.decode()
            shelf = Api().get(f"/shop/{slug}?lang=en").content.decode()

        assert "¥8.00" in page
        assert "On sale until 12 Dec, 21:00" in page  # in Shanghai
        assert '<s class="usual">' in page
        assert '<s class="usual">' in shelf
        assert '"priceValidUntil": "2026-12-12"' in page


class TestTheClock:
    """What a price is follows from the time; search alone must be told."""

    def told(self, at: datetime) -> list[str]:
        messages("search")
        with clock.stopped_at(at):
            sales.turn_due(at)
        return [
            listing_id
            for record in messages("search")
            for listing_id in json.loads(record["body"])["event"]["listing_ids"]
        ]

    def test_tells_search_when_a_sale_begins_and_when_it_ends_once_each(self, clip: Any) -> None:
        moments = (NOON - HOUR, NOON, NOON, NOON + HOUR, NOON + HOUR)
        assert [self.told(at) for at in moments] == [[], [clip["id"]], [], [clip["id"]], []]

    def test_does_not_tell_of_a_sale_that_was_called_off(self, clip: Any) -> None:
        with clock.stopped_at(NOON - HOUR):
            made(MEI.delete(f"/listings/{clip['id']}/sale"))
        assert self.told(NOON) == self.told(NOON + HOUR) == []

    def test_that_slept_tells_once_and_waits_for_nothing_more(self, clip: Any) -> None:
        assert self.told(NOON + 2 * HOUR) == [clip["id"]]
        assert self.told(NOON + 3 * HOUR) == []

    def test_lets_a_price_filter_find_what_it_costs_now(self, clip: Any) -> None:
        def found(at: datetime) -> list[int]:
            with clock.stopped_at(at):
                sales.turn_due(at)
                index_goods({"Records": messages("search")})
                page = made(Api().get("/search?q=clip&price_max=900"))
            return [one["price_from"]["amount"] for one in page["items"]]

        assert [found(at) for at in (NOON - HOUR, NOON, NOON + HOUR)] == [[], [800], []]
