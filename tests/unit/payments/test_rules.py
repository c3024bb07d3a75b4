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


class TestEffects:
    @given(transfers())
    def test_sums_to_zero(self, made: list[Transfer]) -> None:
        assert sum(effect.change for effect in rules.effects(made).values()) == 0

    @given(transfers())
    def test_is_what_came_in_less_what_went_out(self, made: list[Transfer]) -> None:
        for account, effect in rules.effects(made).items():
            came = [one.amount.amount for one in made if one.credit == account]
            went = [one.amount.amount for one in made if one.debit == account]
            assert (effect.change, effect.entries) == (sum(came) - sum(went), len(came) + len(went))


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

    @given(st.sampled_from(rules.Kind), st.text("abc_0123456789-", min_size=1))
    def test_are_known_by_their_ids(self, kind: rules.Kind, name: str) -> None:
        account = Account(kind, name, "CNY")
        assert Account.named(account.id) == account

    @pytest.mark.parametrize("kind", rules.Kind)
    def test_leave_room_for_what_they_hold_and_debtors_for_what_they_owe(self, kind: rules.Kind) -> None:
        account = Account(kind, "x", "CNY")
        effect = rules.Effect(change=5, entries=1, held=2, awaited=1)
        assert rules.room(account, effect) == (-6 if account.type is rules.Type.ASSET else 3)


def transfer(debit: Account, credit: Account, amount: Money) -> Transfer:
    return Transfer("t", debit, credit, amount, Code.SALE, "ord_1")
