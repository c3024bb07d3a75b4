from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation.money import Money
from chalicelib.payments import rules
from chalicelib.payments.errors import BadTransfer
from chalicelib.payments.rules import Account, Code, Transfer

accounts = st.sampled_from([rules.wallet(f"per_{name}", "CNY") for name in "abcd"])


@st.composite
def transfers(draw: st.DrawFn) -> list[Transfer]:
    made = []
    for number in range(draw(st.integers(0, 12))):
        debit = draw(accounts)
        credit = draw(accounts.filter(lambda account, debit=debit: account != debit))
        amount = Money(draw(st.integers(1, 10**9)), "CNY")
        made.append(Transfer(f"t{number}", debit, credit, amount, Code.SALE, "ord_1"))
    return made


class TestNet:
    @given(transfers())
    def test_sums_to_zero(self, made: list[Transfer]) -> None:
        assert sum(rules.net(made).values()) == 0

    @given(transfers())
    def test_is_what_came_in_less_what_went_out(self, made: list[Transfer]) -> None:
        for account, change in rules.net(made).items():
            came = sum(one.amount.amount for one in made if one.credit == account)
            went = sum(one.amount.amount for one in made if one.debit == account)
            assert change == came - went


class TestTransfer:
    @pytest.mark.parametrize("amount", [0, -1])
    def test_of_nothing_or_less_is_refused(self, amount: int) -> None:
        with pytest.raises(BadTransfer):
            transfer(rules.wallet("per_a", "CNY"), rules.wallet("per_b", "CNY"), Money(amount, "CNY"))

    def test_to_the_same_account_is_refused(self) -> None:
        with pytest.raises(BadTransfer):
            transfer(rules.wallet("per_a", "CNY"), rules.wallet("per_a", "CNY"), Money(1, "CNY"))

    def test_between_currencies_is_refused(self) -> None:
        with pytest.raises(BadTransfer):
            transfer(rules.wallet("per_a", "CNY"), rules.wallet("per_b", "USD"), Money(1, "CNY"))


class TestAccounts:
    def test_of_one_order_are_its_own(self) -> None:
        assert rules.escrow("ord_1", "CNY").id != rules.escrow("ord_2", "CNY").id

    def test_of_the_platform_are_spread_over_shards(self) -> None:
        names = {rules.revenue(f"ord_{number}", "CNY").id for number in range(1000)}
        assert len(names) == rules.SHARDS

    def test_only_the_outside_world_may_owe(self) -> None:
        owing = [kind for kind in rules.Kind if Account(kind, "x", "CNY").may_be_negative]
        assert owing == [rules.Kind.OUTSIDE]


def transfer(debit: Account, credit: Account, amount: Money) -> Transfer:
    return Transfer("t", debit, credit, amount, Code.SALE, "ord_1")
