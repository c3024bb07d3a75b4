"""Limits of a wallet: exact in the transaction that uses them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation import clock
from chalicelib.foundation.config import settings
from chalicelib.foundation.money import Money
from chalicelib.payments import service, withdrawals
from chalicelib.payments.errors import LimitExceeded
from chalicelib.payments.limits import rules
from chalicelib.payments.limits import service as limits
from chalicelib.payments.limits.rules import Limit, Use, Used
from tests.unit import world
from tests.unit.conftest import calls
from tests.unit.payments import books
from tests.unit.world import LI, made

SMALL = '{"CNY": {"top_up": [1000, 1500], "payment": [30, 40], "withdrawal": [100, 150]}}'
NOON = datetime(2026, 11, 25, 4, tzinfo=UTC)
ME = "per_me"


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A stage with small limits: ¥1,000 and ¥1,500 to top up, ¥30 and ¥40 to pay, ¥100 and ¥150 to withdraw."""
    monkeypatch.setenv("WALLET_LIMITS", SMALL)
    settings.cache_clear()
    yield
    settings.cache_clear()


def fen(amount: int) -> Money:
    return Money(amount, "CNY")


def top_up(amount: int = 50_000, *, at: datetime = NOON, method: str = "pm_card_visa") -> Any:
    return service.top_up(ME, amount=fen(amount), method=method, now=at)


def withdraw(amount: int, *, at: datetime = NOON, destination: str = "ba_ok") -> Any:
    return withdrawals.withdraw(ME, amount=fen(amount), destination=destination, now=at)


def used(use: Use, at: datetime = NOON) -> int:
    return next(one.used.amount for one in limits.show(ME, "CNY", now=at).uses if one.use is use)


class TestSingle:
    def test_amount_above_the_limit_is_refused_and_changes_nothing(self) -> None:
        with pytest.raises(LimitExceeded, match=r"At most ¥1000\.00 at once"):
            top_up(100_001)
        assert (used(Use.TOP_UP), top_up(100_000).amount) == (0, fen(100_000))


class TestDaily:
    def test_limit_is_used_up_to_the_last_fen_and_no_further(self) -> None:
        top_up(100_000)
        with pytest.raises(LimitExceeded, match=r"At most ¥1500\.00 a day; ¥500\.00 are left today\."):
            top_up(50_001)
        top_up(50_000)
        with pytest.raises(LimitExceeded):
            top_up(1)
        assert used(Use.TOP_UP) == 150_000
        books.audit()

    def test_limits_of_withdrawals_and_top_ups_are_apart(self) -> None:
        top_up(100_000)
        withdraw(10_000)
        with pytest.raises(LimitExceeded):
            withdraw(5_001)
        assert (used(Use.TOP_UP), used(Use.WITHDRAWAL), used(Use.PAYMENT)) == (100_000, 10_000, 0)

    def test_limit_begins_anew_at_midnight_in_shanghai(self) -> None:
        evening, night = datetime(2026, 11, 25, 15, 59, tzinfo=UTC), datetime(2026, 11, 25, 16, tzinfo=UTC)
        top_up(100_000, at=evening)
        with pytest.raises(LimitExceeded):
            top_up(100_000, at=evening)
        top_up(100_000, at=night)

    def test_limit_of_another_currency_is_another(self) -> None:
        top_up(100_000)
        service.top_up(ME, amount=Money(100_000, "USD"), method="pm_card_visa", now=NOON)
        assert used(Use.TOP_UP) == 100_000

    def test_limit_counts_no_top_up_that_was_declined(self) -> None:
        for _ in range(3):
            with pytest.raises(Exception, match="declined"):
                top_up(100_000, method="pm_card_declined")
        assert used(Use.TOP_UP) == 0

    def test_limit_counts_a_top_up_that_waits(self) -> None:
        top_up(100_000, method="pm_wallet_pending")
        with pytest.raises(LimitExceeded):
            top_up(100_000)

    def test_limit_counts_a_top_up_that_was_declined_and_paid_after_all(self) -> None:
        charge = top_up(100_000, method="pm_wallet_pending")
        for outcome, count in (("declined", 0), ("succeeded", 100_000), ("succeeded", 100_000)):
            assert world.a_notice(charge.id, 100_000, outcome=outcome, name=outcome).status == 204
            assert used(Use.TOP_UP) == count

    def test_limit_counts_no_withdrawal_that_the_bank_refused(self) -> None:
        top_up(50_000)
        asked = withdraw(10_000, destination="ba_closed")
        assert used(Use.WITHDRAWAL) == 10_000
        for _ in range(2):
            withdrawals.pay_out(asked.id, now=NOON + timedelta(days=1))
        assert used(Use.WITHDRAWAL) == 0

    def test_limit_of_a_forgotten_day_is_left_alone(self) -> None:
        top_up(50_000)
        asked = withdraw(10_000, destination="ba_closed")
        withdrawals.pay_out(asked.id, now=NOON + timedelta(days=30))
        assert used(Use.WITHDRAWAL) == 10_000


class TestOverHttp:
    def test_payments_count_and_their_cancellation_does_not_give_back(self) -> None:
        order = world.a_paid_order()
        assert of("payment")["used"]["amount"] == 1_000
        made(world.MEI.post(f"/orders/{order['id']}/cancel"))
        assert of("payment")["used"]["amount"] == 1_000

    def test_a_payment_above_the_limit_says_what_is_left_and_takes_no_goods(self) -> None:
        clip = world.a_listing(price=2_500, stock=9)
        world.a_paid_order(listing=clip)
        world.in_cart(LI, clip)
        reply = LI.post("/checkouts", {"address_id": world.an_address(LI)})
        assert (reply.status, reply.json["code"]) == (409, "limit_exceeded")
        assert reply.json["detail"] == "At most ¥40.00 a day; ¥15.00 are left today."
        assert world.stock_of(clip) == 8

    def test_a_repetition_with_the_same_key_counts_once(self) -> None:
        world.money_for(LI, 20_000)
        wish = {"amount": 10_000, "currency": "CNY", "destination": "ba_ok"}
        replies = [LI.post("/wallet/withdrawals", wish, key="k") for _ in range(3)]
        assert [reply.status for reply in replies] == [201, 201, 201]
        assert of("withdrawal")["left"]["amount"] == 5_000

    def test_a_declined_top_up_can_be_tried_again_with_its_key_within_the_limit(self) -> None:
        wish = {"amount": 100_000, "currency": "CNY", "method": "pm_card_declined"}
        for _ in range(3):
            assert LI.post("/wallet/top-ups", wish, key="k").status == 402
        assert of("top_up")["used"]["amount"] == 0
        world.money_for(LI, 60_000)
        assert LI.post("/wallet/top-ups", wish, key="k").json["code"] == "limit_exceeded"

    def test_the_limits_are_shown_with_the_day(self) -> None:
        with clock.stopped_at(NOON):
            shown = made(LI.get("/wallet/limits?currency=CNY"))
        assert (shown["day"], shown["resets_at"]) == ("2026-11-25", "2026-11-26T00:00:00+08:00")
        assert [one["use"] for one in shown["items"]] == ["top_up", "payment", "withdrawal"]
        assert [one["daily"]["amount"] for one in shown["items"]] == [150_000, 4_000, 15_000]

    def test_the_limits_of_no_currency_are_refused(self) -> None:
        assert LI.get("/wallet/limits?currency=XAU").json["code"] == "unknown_currency"

    def test_showing_them_is_one_read(self) -> None:
        with calls() as seen:
            made(LI.get("/wallet/limits"))
        assert seen == ["BatchGetItem"]


class TestRules:
    @given(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(0, 10**9))
    def test_what_is_left_is_never_more_than_either_limit_allows(
        self, single: int, more: int, spent: int
    ) -> None:
        left = Used(Use.PAYMENT, Limit(fen(single), fen(single + more)), fen(spent)).left.amount
        assert 0 <= left <= single
        assert left + spent <= max(single + more, spent)

    @pytest.mark.parametrize("use", list(Use))
    @pytest.mark.parametrize("currency", ["CNY", "USD", "JPY", "KWD", "KRW"])
    def test_every_currency_has_limits(self, use: Use, currency: str) -> None:
        limit = rules.limit_of(use, currency)
        assert Money.zero(currency) < limit.single < limit.daily

    @pytest.mark.parametrize("told", ['{"CNY": {"top_up": [2, 1]}}', '{"CNY": {"top_up": [-1, 1]}}'])
    def test_settings_that_make_no_sense_are_refused(self, told: str) -> None:
        with pytest.raises(ValueError, match="no sense"):
            rules.limit_of(Use.TOP_UP, "CNY", told)

    def test_a_day_is_that_of_the_zone(self) -> None:
        moment = datetime(2026, 11, 25, 16, tzinfo=UTC)
        assert rules.day_of(moment, "Asia/Shanghai") == date(2026, 11, 26)
        assert rules.day_of(moment, "UTC") == date(2026, 11, 25)


def of(use: str) -> Any:
    shown = made(LI.get("/wallet/limits"))["items"]
    return next(one for one in shown if one["use"] == use)
