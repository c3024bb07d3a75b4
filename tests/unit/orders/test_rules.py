from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation.money import Money
from chalicelib.orders import rules
from chalicelib.orders.errors import ExtendedBefore, MixedCurrencies, WrongState
from chalicelib.orders.rules import Action, Actor, Destination, Line, Order, Seller, State

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
HOME = Destination("Li", "+8613800000000", "CN", "513233", "四川省 阿坝州 红原县", "1 Grass Road", "", True)


def line(store: str = "sto_a", price: int = 100, quantity: int = 1, currency: str = "CNY") -> Line:
    one = Money(price, currency)
    return Line("lin_1", "lst_1", "v01", store, "Clip", "", one, one, quantity, "")


def split(lines: list[Line], fee: int = 200) -> tuple[Order, ...]:
    stores = {one.store_id for one in lines}
    return rules.split_by_store(
        lines,
        {store: Seller(store, "Mei", f"per_{store}", "CNY") for store in stores},
        commission={one.listing_id: fee for one in lines},
        payment_fee=60,
        order_ids={store: f"ord_{store}" for store in stores},
        discounts={},
        checkout_id="chk_1",
        buyer_id="per_li",
        destination=HOME,
        now=NOW,
    )


def shipped(*, extended: bool = False) -> Order:
    from dataclasses import replace

    (order,) = split([line()])
    due = NOW + timedelta(days=10)
    return replace(order, state=State.SHIPPED, due_at=due, extended=extended)


class TestTransition:
    @pytest.mark.parametrize("state", State)
    @pytest.mark.parametrize("action", Action)
    @pytest.mark.parametrize("actor", Actor)
    def test_is_what_the_table_says_and_nothing_else(
        self, state: State, action: Action, actor: Actor
    ) -> None:
        allowed = {
            (State.PAID, Action.SHIP, Actor.MERCHANT): State.SHIPPED,
            (State.SHIPPED, Action.UNSHIP, Actor.MERCHANT): State.PAID,
            (State.PAID, Action.CANCEL, Actor.BUYER): State.CANCELLED,
            (State.PAID, Action.CANCEL, Actor.MERCHANT): State.CANCELLED,
            (State.GATHERING, Action.GO_AHEAD, Actor.CLOCK): State.PAID,
            (State.GATHERING, Action.AUTO_CANCEL, Actor.CLOCK): State.CANCELLED,
            (State.DEPOSITED, Action.PAY_BALANCE, Actor.BUYER): State.PAID,
            (State.DEPOSITED, Action.CANCEL, Actor.BUYER): State.CANCELLED,
            (State.DEPOSITED, Action.CANCEL, Actor.MERCHANT): State.CANCELLED,
            (State.DEPOSITED, Action.LAPSE, Actor.CLOCK): State.CANCELLED,
            (State.SHIPPED, Action.CONFIRM, Actor.BUYER): State.COMPLETED,
            (State.SHIPPED, Action.AUTO_CONFIRM, Actor.CLOCK): State.COMPLETED,
            (State.SHIPPED, Action.EXTEND, Actor.BUYER): State.SHIPPED,
            (State.PAID, Action.AUTO_CANCEL, Actor.CLOCK): State.CANCELLED,
            (State.PAID, Action.REFUND, Actor.MERCHANT): State.PAID,
            (State.SHIPPED, Action.REFUND, Actor.MERCHANT): State.SHIPPED,
            (State.SHIPPED, Action.DISPUTE, Actor.BUYER): State.SHIPPED,
        }
        if (expected := allowed.get((state, action, actor))) is not None:
            assert rules.transition(state, action, actor) is expected
        else:
            with pytest.raises(WrongState):
                rules.transition(state, action, actor)

    @given(
        st.sampled_from([State.DEPOSITED, State.PAID]),
        st.lists(st.tuples(st.sampled_from(Action), st.sampled_from(Actor)), max_size=12),
    )
    def test_never_pays_the_merchant_and_refunds_the_buyer_both(
        self, state: State, steps: list[tuple[Action, Actor]]
    ) -> None:
        ends: list[State] = []
        for action, actor in steps:
            try:
                after = rules.transition(state, action, actor)
            except WrongState:
                continue
            ends += [after] if after in (State.COMPLETED, State.CANCELLED) else []
            state = after
        assert len(ends) <= 1


class TestSplitByStore:
    def test_makes_one_order_for_each_store(self) -> None:
        orders = split([line("sto_a"), line("sto_b"), line("sto_a")])
        assert [(order.seller.store_id, len(order.lines)) for order in orders] == [("sto_a", 2), ("sto_b", 1)]

    @given(
        st.lists(
            st.tuples(
                st.sampled_from(["sto_a", "sto_b", "sto_c"]), st.integers(1, 10**6), st.integers(1, 99)
            ),
            min_size=1,
            max_size=30,
        )
    )
    def test_keeps_the_sum_of_the_lines(self, lines: list[tuple[str, int, int]]) -> None:
        orders = split([line(store, price, quantity) for store, price, quantity in lines])
        assert sum(order.total.amount for order in orders) == sum(p * q for _, p, q in lines)

    def test_freezes_the_fee(self) -> None:
        (order,) = split([line(price=999)], fee=200)
        assert order.fee == Money(20, "CNY")

    def test_refuses_two_currencies_at_once(self) -> None:
        with pytest.raises(MixedCurrencies):
            split([line(), line(currency="USD")])


class TestExtended:
    def test_gives_some_days_more(self) -> None:
        assert rules.extended(shipped(), timedelta(days=3)) == NOW + timedelta(days=13)

    def test_is_possible_only_once(self) -> None:
        with pytest.raises(ExtendedBefore):
            rules.extended(shipped(extended=True), timedelta(days=3))

    def test_needs_a_shipped_order(self) -> None:
        (order,) = split([line()])
        with pytest.raises(WrongState):
            rules.extended(order, timedelta(days=3))
