"""A purchase order is an order: deposit, balance, and what becomes of a deposit whose balance isn't paid."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation import clock
from chalicelib.foundation.money import Money
from chalicelib.notifications import handlers
from chalicelib.orders import service as orders
from chalicelib.orders.bargains.rules import Bargain, deposit_of, forfeit_of
from tests.unit import world
from tests.unit.conftest import messages
from tests.unit.wholesale.trade import (
    FACTORY,
    SHOP,
    a_purchase_order,
    an_agreed_quote,
    ordering,
    wares,
    with_balance,
)
from tests.unit.world import in_wallet, made, stock_of

TOTAL = 55_000
DEPOSIT = 16_500
"""30 % of 100 pieces at 5.50."""
KEPT = 8_250
"""Half of it."""


def after(days: float) -> datetime:
    return clock.now() + timedelta(days=days)


class TestDeposits:
    @given(st.integers(1, 10_000), st.integers(0, 10_000), st.integers(1, 10**9))
    def test_are_never_all_nor_nothing_and_what_is_kept_is_never_more(
        self, deposit: int, forfeit: int, total: int
    ) -> None:
        bargain = Bargain("quo_1", deposit, 7, forfeit, 7, 10)
        first = deposit_of(bargain, Money(total, "CNY"))
        assert first is None or 0 < first.amount < total
        assert 0 <= forfeit_of(bargain, Money(total, "CNY")).amount <= (first.amount if first else total)


class TestOrderingWhatWasAgreedOn:
    def test_takes_the_deposit_only(self) -> None:
        order = a_purchase_order()
        assert order["state"] == "deposited"
        assert (order["total"]["amount"], order["paid"]["amount"]) == (TOTAL, DEPOSIT)
        assert order["balance"]["amount"] == TOTAL - DEPOSIT
        assert in_wallet(SHOP) == 100_000 - DEPOSIT

    def test_with_a_card_charges_the_deposit_only(self) -> None:
        checkout = made(ordering(an_agreed_quote(), pay_from="gateway"))
        assert checkout["total"]["amount"] == DEPOSIT
        paid = made(SHOP.post(f"/checkouts/{checkout['id']}/complete", {"method": "pm_card_visa"}))
        order = paid["orders"][0]
        assert (order["state"], order["paid"]["amount"], order["payment_fee"]["amount"]) == (
            "deposited",
            DEPOSIT,
            99,
        )

    def test_all_at_once_is_paid_as_any_order(self) -> None:
        order = a_purchase_order(deposit=10_000)
        assert (order["state"], order["balance"]["amount"]) == ("paid", 0)

    def test_cannot_be_shipped_before_the_balance_is_paid(self) -> None:
        order = a_purchase_order()
        parcel = {"courier": "YTO", "tracking_number": "YT123456"}
        reply = FACTORY.post(f"/orders/{order['id']}/parcel", parcel)
        assert reply.json["code"] == "wrong_order_state"


class TestPayingTheBalance:
    def test_lets_it_be_shipped_and_pays_the_supplier_all_of_it(self) -> None:
        order = a_purchase_order()
        paid = with_balance(order)
        assert (paid["state"], paid["balance"]["amount"]) == ("paid", 0)
        parcel = {"courier": "YTO", "tracking_number": "YT123456"}
        made(FACTORY.post(f"/orders/{order['id']}/parcel", parcel))
        made(SHOP.post(f"/orders/{order['id']}/confirm"))

        assert in_wallet(SHOP) == 100_000 - TOTAL
        assert in_wallet(FACTORY) == TOTAL - order["fee"]["amount"]

    def test_twice_takes_it_once(self) -> None:
        order = with_balance(a_purchase_order())
        assert SHOP.post(f"/orders/{order['id']}/balance", {}).json["code"] == "wrong_order_state"
        assert in_wallet(SHOP) == 100_000 - TOTAL

    def test_is_for_its_buyer(self) -> None:
        order = a_purchase_order()
        assert FACTORY.post(f"/orders/{order['id']}/balance", {}).status == 403
        assert world.LI.post(f"/orders/{order['id']}/balance", {}).status == 404

    def test_gives_the_time_to_ship_and_to_inspect_that_was_agreed_on(self) -> None:
        with clock.stopped_at(datetime(2026, 3, 1, tzinfo=UTC)):
            order = with_balance(a_purchase_order())
        assert order["ship_by"][:10] == "2026-03-05"

    def test_can_be_refunded_in_part_as_any_order(self) -> None:
        order = with_balance(a_purchase_order())
        wish = {"kind": "refund_only", "reason": "goodwill", "amount": 5_000}
        made(FACTORY.post(f"/orders/{order['id']}/refunds", wish))
        assert in_wallet(SHOP) == 100_000 - TOTAL + 5_000


class TestADepositWithoutItsBalance:
    def test_is_forfeited_as_was_agreed_when_the_time_is_over(self) -> None:
        listing = wares()
        order = a_purchase_order(listing=listing)
        with clock.stopped_at(after(5.1)):
            assert orders.act_due(clock.now()) == 1
            shown = made(SHOP.get(f"/orders/{order['id']}"))
        assert (shown["state"], shown["refunded"]["amount"]) == ("cancelled", DEPOSIT - KEPT)
        assert in_wallet(SHOP) == 100_000 - KEPT
        assert in_wallet(FACTORY) == KEPT - 165  # the commission is 2 % of what is kept
        assert stock_of(listing) == 200

    def test_is_forfeited_when_its_buyer_calls_it_off(self) -> None:
        order = a_purchase_order()
        made(SHOP.post(f"/orders/{order['id']}/cancel"))
        assert in_wallet(SHOP) == 100_000 - KEPT

    def test_goes_back_when_its_supplier_calls_it_off(self) -> None:
        order = a_purchase_order()
        made(FACTORY.post(f"/orders/{order['id']}/cancel"))
        assert (in_wallet(SHOP), in_wallet(FACTORY)) == (100_000, 0)

    def test_is_forfeited_also_by_a_buyer_who_paid_the_balance_first(self) -> None:
        order = with_balance(a_purchase_order())
        made(SHOP.post(f"/orders/{order['id']}/cancel"))
        assert in_wallet(SHOP) == 100_000 - KEPT

    def test_goes_back_with_the_balance_when_it_is_not_shipped(self) -> None:
        with_balance(a_purchase_order())
        with clock.stopped_at(after(4.1)):
            orders.act_due(clock.now())
        assert (in_wallet(SHOP), in_wallet(FACTORY)) == (100_000, 0)

    @pytest.mark.parametrize("forfeit", [0, 10_000])
    def test_may_be_nothing_or_all(self, forfeit: int) -> None:
        order = a_purchase_order(forfeit=forfeit)
        made(SHOP.post(f"/orders/{order['id']}/cancel"))
        assert in_wallet(SHOP) == 100_000 - DEPOSIT * forfeit // 10_000

    def test_is_told_to_both_and_no_sale_to_anybody(self) -> None:
        order = a_purchase_order()
        messages("notifications")
        made(SHOP.post(f"/orders/{order['id']}/cancel"))
        assert messages("reviews") == []
        handlers.deliver_notifications({"Records": messages("notifications")})
        for who in (SHOP, FACTORY):
            told = made(who.get("/notifications"))["items"][0]
            assert "¥82.50" in told["text"]["en"], told
