"""Two moves of one purchase order at once: one happens, the money is where it says, the other one is told.

While it waits for its balance: paying it, by hand or by a loan, calling it off, the clock. While its buyer
looks at the goods: confirming, asking for money back, giving some back, the clock; then a refund's moves.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import permutations
from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.lending import handlers as lending_handlers
from chalicelib.orders import service as orders
from tests.api import Reply
from tests.unit.conftest import messages
from tests.unit.lending import loans
from tests.unit.lending.loans import OPERATOR
from tests.unit.payments import books
from tests.unit.racing import overtaken_by
from tests.unit.stores.crew import says
from tests.unit.wholesale.test_net_terms import accepted, asking, lending
from tests.unit.wholesale.trade import FACTORY, SHOP, a_purchase_order, with_balance
from tests.unit.world import in_wallet, made

TOTAL, DEPOSIT, KEPT = 55_000, 16_500, 8_250
RICH = 100_000
Move = Callable[[Any], Reply]
Money = tuple[str, int, int]
"""The order's state; what its buyer has, and what is in its escrow."""


def money(order: Any) -> Money:
    state = made(SHOP.get(f"/orders/{order['id']}"))["state"]
    return state, in_wallet(SHOP), books.balances().get(f"escrow:{order['id']}:CNY", 0)


def shipped() -> Any:
    """A purchase order whose buyer looks at the goods."""
    order = with_balance(a_purchase_order())
    parcel = {"courier": "YTO", "tracking_number": "YT123456"}
    made(FACTORY.post(f"/orders/{order['id']}/parcel", parcel))
    return order


def long_after() -> datetime:
    return clock.now() + timedelta(days=40)


def of_order(who: Any, what: str, body: Any = None) -> Move:
    return lambda order: who.post(f"/orders/{order['id']}/{what}", body)


def of_refund(who: Any, what: str, body: Any = None) -> Move:
    def move(order: Any) -> Reply:
        (refund,) = made(SHOP.get(f"/orders/{order['id']}/refunds"))["items"]
        return who.post(f"/orders/{order['id']}/refunds/{refund['id']}/{what}", body)

    return move


def ruled(order: Any) -> Reply:
    (refund,) = made(SHOP.get(f"/orders/{order['id']}/refunds"))["items"]
    path = f"/hearings/{order['id']}/{refund['id']}/ruling"
    return OPERATOR.post(path, {"amount": 5_000, "text": "So be it"})


WISH = {"kind": "refund_only", "reason": "not_as_described", "amount": 20_000}
SPENT = RICH - TOTAL
CONFIRMED: Money = ("completed", SPENT, 0)

BEGUN: dict[str, tuple[Move, Money]] = {
    "pay the balance": (of_order(SHOP, "balance", {}), ("paid", SPENT, TOTAL)),
    "call it off": (of_order(SHOP, "cancel"), ("cancelled", RICH - KEPT, 0)),
    "the supplier calls it off": (of_order(FACTORY, "cancel"), ("cancelled", RICH, 0)),
}
INSPECTED: dict[str, tuple[Move, Money]] = {
    "confirm": (of_order(SHOP, "confirm"), CONFIRMED),
    "ask for money back": (of_order(SHOP, "refunds", WISH), ("shipped", SPENT, TOTAL)),
    "the supplier gives some back": (
        of_order(FACTORY, "refunds", WISH | {"reason": "goodwill"}),
        ("shipped", SPENT + 20_000, TOTAL - 20_000),
    ),
}
REJECTED: dict[str, tuple[Move, Money]] = {
    "confirm": (of_order(SHOP, "confirm"), CONFIRMED),
    "dispute": (of_refund(SHOP, "dispute"), ("shipped", SPENT, TOTAL)),
    "withdraw": (of_refund(SHOP, "withdraw"), ("shipped", SPENT, TOTAL)),
}
DISPUTED: dict[str, tuple[Move, Money]] = {
    "confirm": (of_order(SHOP, "confirm"), CONFIRMED),
    "accept": (of_refund(FACTORY, "accept", {}), ("shipped", SPENT + 20_000, TOTAL - 20_000)),
    "withdraw": (of_refund(SHOP, "withdraw"), ("shipped", SPENT, TOTAL)),
    "ruling": (ruled, ("completed", SPENT + 5_000, 0)),
}


def rejected() -> Any:
    order = shipped()
    made(of_order(SHOP, "refunds", WISH)(order))
    made(of_refund(FACTORY, "reject", {})(order))
    return order


def disputed() -> Any:
    order = rejected()
    made(of_refund(SHOP, "dispute")(order))
    for side in (SHOP, FACTORY):
        made(of_refund(side, "evidence", {"text": "Look"})(order))
    return order


STAGES = {
    "begun": (a_purchase_order, BEGUN),
    "inspected": (shipped, INSPECTED),
    "refund rejected": (rejected, REJECTED),
    "refund disputed": (disputed, DISPUTED),
}
RACES = [(stage, *pair) for stage, (_, moves) in STAGES.items() for pair in permutations(moves, 2)]


class TestTwoMovesAtOnce:
    @pytest.mark.parametrize(
        ("stage", "slower", "faster"), RACES, ids=[f"{a}: {b} and, faster, {c}" for a, b, c in RACES]
    )
    def test_are_one_of_the_two_and_the_other_one_is_told(self, stage: str, slower: str, faster: str) -> None:
        before, moves = STAGES[stage]
        order = before()
        won, stands = moves[faster]

        with overtaken_by(lambda: made(won(order))):
            lost = moves[slower][0](order)

        says(lost, 409, "changed_meanwhile")
        assert "same moment" in lost.json["detail"]
        assert money(order) == stands
        books.audit()

    @pytest.mark.parametrize("what", INSPECTED)
    def test_of_which_the_slower_one_is_the_clocks_are_the_persons(self, what: str) -> None:
        order = shipped()
        move, stands = INSPECTED[what]
        with overtaken_by(lambda: made(move(order))):
            assert orders.act_due(long_after()) == 0
        assert money(order) == stands
        books.audit()

    @pytest.mark.parametrize("what", INSPECTED)
    def test_of_which_the_faster_one_is_the_clocks_pay_the_supplier(self, what: str) -> None:
        order = shipped()
        with overtaken_by(lambda: orders.act_due(long_after())):
            says(INSPECTED[what][0](order), 409, "changed_meanwhile")
        assert money(order) == CONFIRMED
        says(INSPECTED[what][0](order), 409, "wrong_order_state")
        books.audit()


class TestNetTermsAtOnceWith:
    """A loan that pays the balance, whose money comes while somebody moves the order."""

    def lent(self) -> Any:
        order = lending()
        accepted(made(asking(order))["loan"])
        return order

    @pytest.mark.parametrize("what", BEGUN)
    def test_another_move_leave_the_money_in_the_buyers_wallet(self, what: str) -> None:
        order = self.lent()
        move, (state, wallet, held) = BEGUN[what]
        with overtaken_by(lambda: made(move(order))):
            batch = {"Records": messages("disbursements")}
            (failed,) = lending_handlers.disburse_loans(batch)["batchItemFailures"]
        assert failed["itemIdentifier"] == batch["Records"][0]["messageId"]
        assert lending_handlers.disburse_loans(batch) == {"batchItemFailures": []}
        assert money(order) == (state, wallet + TOTAL - DEPOSIT, held)
        books.audit()

    @pytest.mark.parametrize("what", BEGUN)
    def test_another_move_that_is_slower_pay_the_order_and_it_is_told(self, what: str) -> None:
        order = self.lent()
        with overtaken_by(loans.paid_out):
            says(BEGUN[what][0](order), 409, "changed_meanwhile")
        assert money(order) == ("paid", RICH - DEPOSIT, TOTAL)
        books.audit()

    def test_the_lapse_of_the_balance_pay_it_or_leave_the_money_in_the_wallet(self) -> None:
        order = self.lent()
        with overtaken_by(loans.paid_out):
            assert orders.act_due(clock.now() + timedelta(days=5, minutes=1)) == 0
        assert money(order) == ("paid", RICH - DEPOSIT, TOTAL)
        books.audit()
