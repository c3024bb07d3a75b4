"""Selling on what one bought, and counting who buys again."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation.money import Money
from chalicelib.wholesale import handlers
from chalicelib.wholesale.resale.rules import price_of
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import messages
from tests.unit.wholesale.trade import (
    FACTORY,
    SHOP,
    a_purchase_order,
    a_supplier,
    wares,
    with_balance,
)
from tests.unit.world import LI, ZHAO, made

PARCEL = {"courier": "YTO", "tracking_number": "YT123456"}


def followed() -> None:
    """What was completed is followed; messages may come twice."""
    batch = {"Records": messages("wholesale") * 2}
    assert handlers.follow_purchases(batch) == {"batchItemFailures": []}


def reselling(order: Any, *, by: Api = SHOP, store: Any = None, **other: Any) -> Any:
    """The answer to selling an order on."""
    store = store or world.a_store(by, name="Mei 2")
    return by.post(f"/orders/{order['id']}/resell", {"store_id": store["id"], "margin": 5_000} | other)


def shipped(order: Any) -> Any:
    made(FACTORY.post(f"/orders/{order['id']}/parcel", PARCEL))
    return order


def drafted(resold: Any, *, by: Api = SHOP) -> Any:
    """The draft of the first line."""
    return made(by.get(f"/my/listings/{resold['lines'][0]['listing_id']}"))


class TestThePrice:
    @given(st.integers(1, 10**9), st.integers(1, 9_999), st.integers(0, 100_000))
    def test_is_never_below_what_was_paid(self, net: int, quantity: int, margin: int) -> None:
        price = price_of(Money(net, "CNY"), quantity, margin=margin).amount
        assert price * quantity >= net
        assert price * quantity * 10_000 <= (net + quantity) * (10_000 + margin) + 10_000 * quantity


class TestReselling:
    def test_makes_drafts_with_the_margin_whose_stock_comes_with_the_goods(self) -> None:
        order = with_balance(a_purchase_order())
        resold = made(reselling(order))
        draft = drafted(resold)
        assert (draft["status"], draft["title"]) == ("draft", "Hair clip")
        assert draft["variants"][0]["price"]["amount"] == 825  # 5.50 and half as much
        assert (draft["variants"][0]["stock"], draft["lot"]["least_quantity"]) == (0, 1)

        made(SHOP.post(f"/orders/{shipped(order)['id']}/confirm"))
        followed()
        followed()
        assert drafted(resold)["variants"][0]["stock"] == 100
        made(SHOP.post(f"/listings/{draft['id']}/publish"))

    def test_of_what_has_come_has_its_stock_at_once(self) -> None:
        order = shipped(with_balance(a_purchase_order()))
        made(SHOP.post(f"/orders/{order['id']}/confirm"))
        resold = made(reselling(order))
        followed()
        assert drafted(resold)["variants"][0]["stock"] == 100

    def test_again_changes_nothing(self) -> None:
        order, store = with_balance(a_purchase_order()), world.a_store(SHOP, name="Mei 2")
        first = made(reselling(order, store=store))
        assert made(reselling(order, store=store, margin=9_000)) == first
        assert drafted(first)["variants"][0]["price"]["amount"] == 825

    def test_is_for_its_buyer_into_a_store_where_she_works_once_it_is_paid(self) -> None:
        order = a_purchase_order()
        assert reselling(order).json["code"] == "not_resellable"
        with_balance(order)
        assert reselling(order, by=LI).status == 404
        assert reselling(order, store=world.a_store(ZHAO)).status == 404
        assert reselling(order, line_ids=["lin_0"]).status == 404
        dollars = world.a_store(SHOP, name="Mei USD", currency="USD")
        assert reselling(order, store=dollars).json["code"] == "other_currency"


class TestTheRecord:
    def test_counts_buyers_and_who_came_again_once(self) -> None:
        store = a_supplier()
        listing = wares(store=store, least_quantity=1, case_pack=1)
        for buyer in (LI, LI, LI, ZHAO):
            world.a_completed_order(buyer, FACTORY, listing=listing)
            followed()
        record = made(Api().get(f"/suppliers/{store['id']}"))["record"]
        assert (record["buyers"], record["repeat_buyers"], record["repeat_rate"]) == (2, 1, 5_000)
