"""Money that goes back to the card it came from, and what slow banks do."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from chalicelib.foundation.money import Money
from chalicelib.payments import sandbox, service, withdrawals
from chalicelib.payments.errors import ChargeNotFound, InsufficientFunds, NotRefundable
from chalicelib.payments.gateway import LineKind
from chalicelib.payments.rules import Charge, Withdrawal, WithdrawalState
from tests.api import Api
from tests.unit.conftest import NOTICE_SECRET, calls
from tests.unit.payments import books

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
LATER = NOW + withdrawals.ASK_AFTER
MEI, LI = "per_mei", "per_li"


def fen(amount: int) -> Money:
    return Money(amount, "CNY")


def top_up(amount: int = 10_000, method: str = "pm_card_visa", person: str = MEI) -> Charge:
    return service.top_up(person, amount=fen(amount), method=method, now=NOW)


def withdraw(destination: str, amount: int = 4_000, person: str = MEI) -> Withdrawal:
    return withdrawals.withdraw(person, amount=fen(amount), destination=destination, now=NOW)


def in_wallet() -> int:
    return service.show_wallet(MEI, "CNY").balance.amount


def returned(charge: Charge) -> int:
    return service.charge_of(charge.id, person_id=charge.person_id).returned


class TestBackToTheCard:
    def test_takes_the_money_out_of_the_wallet_and_pays_it_once(self) -> None:
        charge = top_up()
        asked = withdraw(charge.id)
        for _ in range(3):
            assert withdrawals.pay_out(asked.id, now=LATER).state is WithdrawalState.PAID

        assert (in_wallet(), returned(charge)) == (6_000, 4_000)
        books.audit()

    def test_never_sends_back_more_than_was_taken(self) -> None:
        charge = top_up()
        top_up()
        withdraw(charge.id, 6_000)

        with pytest.raises(NotRefundable, match="At most ¥40.00"):
            withdraw(charge.id, 4_001)
        withdraw(charge.id, 4_000)
        with pytest.raises(NotRefundable):
            withdraw(charge.id, 1)

        assert (in_wallet(), returned(charge)) == (10_000, 10_000)

    def test_holds_the_limit_when_both_have_read_before_either_has_written(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        charge = top_up()
        top_up()
        stale = service.charge_of(charge.id, person_id=MEI)
        withdraw(charge.id, 6_000)
        monkeypatch.setattr(withdrawals, "_returning", lambda *_: stale)

        with pytest.raises(NotRefundable):
            withdraw(charge.id, 6_000)

        assert (in_wallet(), returned(charge)) == (14_000, 6_000)
        books.audit()

    def test_refused_by_the_card_comes_home_and_may_be_asked_again(self) -> None:
        charge = top_up(method="pm_card_no_refunds")
        asked = withdrawals.pay_out(withdraw(charge.id, 10_000).id, now=LATER)

        assert (asked.state, asked.reason) == (WithdrawalState.FAILED, "card_closed")
        assert (in_wallet(), returned(charge)) == (10_000, 0)
        withdraw(charge.id, 10_000)
        books.audit()

    def test_of_what_was_spent_meanwhile_is_refused(self) -> None:
        charge = top_up()
        withdraw("ba_ok", 9_000)
        with pytest.raises(InsufficientFunds):
            withdraw(charge.id, 4_000)
        assert returned(charge) == 0

    def test_of_another_persons_charge_says_that_there_is_none(self) -> None:
        charge = top_up(person=LI)
        top_up()
        with pytest.raises(ChargeNotFound):
            withdraw(charge.id)

    def test_of_a_charge_that_was_never_paid_is_refused(self) -> None:
        charge = top_up(method="pm_wallet_pending")
        top_up()
        with pytest.raises(NotRefundable):
            withdraw(charge.id, 1)

    def test_in_another_currency_is_refused(self) -> None:
        charge = top_up()
        with pytest.raises(NotRefundable):
            withdrawals.withdraw(MEI, amount=Money(1, "USD"), destination=charge.id, now=NOW)

    def test_costs_one_read_and_one_transaction(self) -> None:
        charge = top_up()
        with calls() as made:
            withdraw(charge.id)
        assert made[:2] == ["GetItem", "TransactWriteItems"]


class TestSlowBank:
    @pytest.mark.parametrize("destination", ["ba_slow", "card"])
    def test_is_asked_until_it_has_answered(self, destination: str) -> None:
        asked = slow(destination)
        assert withdrawals.settle_due(LATER) == 0
        assert withdrawals.settle_due(LATER) == 0  # it is asked again when it is twice as old
        notice(asked, "succeeded")
        assert state_of(asked) is WithdrawalState.PAID
        assert withdrawals.settle_due(LATER + timedelta(days=1)) == 0
        books.audit()

    def test_whose_notice_got_lost_is_found_by_the_sweep(self, monkeypatch: pytest.MonkeyPatch) -> None:
        asked = slow("ba_slow")
        with monkeypatch.context() as lost:
            lost.setattr(withdrawals, "take_notice", lambda *_, **__: None)
            notice(asked, "succeeded")
        assert withdrawals.settle_due(LATER) == 1
        assert state_of(asked) is WithdrawalState.PAID

    def test_that_refuses_after_all_sends_the_money_home_once(self) -> None:
        asked = slow("ba_slow")
        for name in ("n1", "n1", "n2"):
            notice(asked, "declined", name=name)
        assert (state_of(asked), in_wallet()) == (WithdrawalState.FAILED, 10_000)
        books.audit()

    def test_that_sends_back_what_it_had_paid_sends_the_money_home_once(self) -> None:
        top_up()
        asked = withdraw("ba_ok")
        withdrawals.pay_out(asked.id, now=NOW)
        for outcome in ("succeeded", "declined", "declined", "succeeded"):
            notice(asked, outcome)
        assert (state_of(asked), in_wallet()) == (WithdrawalState.FAILED, 10_000)
        books.audit()

    def test_is_not_believed_about_another_amount(self) -> None:
        reply = notice(slow("ba_slow"), "succeeded", amount=1)
        assert (reply.status, reply.json["code"]) == (422, "notice_mismatch")

    def test_is_not_believed_about_a_withdrawal_that_nobody_asked_for(self) -> None:
        top_up()
        asked = withdraw("ba_slow")
        object.__setattr__(asked, "id", "wdr_x")
        assert notice(asked, "succeeded").json["code"] == "withdrawal_not_found"

    def test_that_cannot_be_asked_does_not_hold_up_the_others(self, monkeypatch: pytest.MonkeyPatch) -> None:
        broken, fine = slow("ba_slow"), withdraw("ba_ok", 1)
        pay = sandbox.Sandbox.pay_out

        def breaks(self: Any, payout_id: str, **more: Any) -> Any:
            if payout_id == broken.id:
                raise ConnectionError
            return pay(self, payout_id, **more)

        monkeypatch.setattr(sandbox.Sandbox, "pay_out", breaks)
        assert withdrawals.settle_due(LATER) == 1
        assert (state_of(fine), state_of(broken)) == (WithdrawalState.PAID, WithdrawalState.REQUESTED)
        monkeypatch.undo()
        assert withdrawals.settle_due(LATER) == 0  # it comes again later


class TestSandboxReport:
    def test_tells_what_came_and_went_the_newest_first_in_pages(self) -> None:
        charge = top_up()
        back, out = withdraw(charge.id), withdraw("ba_ok", 1_000)
        for asked in (back, out):
            withdrawals.pay_out(asked.id, now=NOW)
        lost = top_up(method="pm_wallet_pending")
        tell({"charge_id": lost.id, "outcome": "succeeded", "amount": 10_000})

        lines, cursor = [], None
        for _ in range(2):
            page = sandbox.Sandbox().report(datetime.now(UTC).date(), limit=2, cursor=cursor)
            lines, cursor = lines + page.items, page.cursor

        assert [(line.reference, line.kind, line.amount.amount) for line in lines] == [
            (lost.id, LineKind.CHARGE, 10_000),
            (out.id, LineKind.PAYOUT, 1_000),
            (back.id, LineKind.REFUND, 4_000),
            (charge.id, LineKind.CHARGE, 10_000),
        ]

    def test_of_another_day_is_empty(self) -> None:
        top_up()
        assert sandbox.Sandbox().report(NOW.date() - timedelta(days=400), limit=2, cursor=None).items == []


def slow(destination: str) -> Withdrawal:
    charge = top_up(method="pm_card_slow_refunds")
    asked = withdraw(charge.id if destination == "card" else destination)
    assert withdrawals.pay_out(asked.id, now=NOW).state is WithdrawalState.REQUESTED
    return asked


def state_of(asked: Withdrawal) -> WithdrawalState:
    return withdrawals.withdrawal_of(asked.id, person_id=MEI).state


def notice(asked: Withdrawal, outcome: str, *, amount: int | None = None, name: str = "n") -> Any:
    facts = {"withdrawal_id": asked.id, "outcome": outcome, "amount": amount or asked.amount.amount}
    return tell(facts, name=name)


def tell(facts: dict[str, Any], *, name: str = "n") -> Any:
    body = json.dumps({"notice_id": name, "currency": "CNY", **facts}).encode()
    headers = {sandbox.SIGNATURE: sandbox.signature(body, NOTICE_SECRET)}
    return Api().post("/payments/notices/sandbox", raw=body, headers=headers)
