from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.foundation.money import Money
from chalicelib.payments import sandbox, service, withdrawals
from chalicelib.payments.errors import (
    BadSignature,
    CardDeclined,
    ChargeNotFound,
    InsufficientFunds,
    MalformedNotice,
    NoticeMismatch,
    UnknownCurrency,
    UnknownMethod,
)
from chalicelib.payments.gateway import Outcome, Result
from chalicelib.payments.rules import Charge, ChargeState, WithdrawalState
from tests.unit.conftest import NOTICE_SECRET
from tests.unit.payments import books

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
MEI = "per_mei"


def fen(amount: int) -> Money:
    return Money(amount, "CNY")


def top_up(amount: int = 10_000, method: str = "pm_card_visa") -> Charge:
    return service.top_up(MEI, amount=fen(amount), method=method, now=NOW)


def in_wallet(person: str = MEI) -> int:
    return service.show_wallet(person, "CNY").balance.amount


def notice(
    charge: Charge, outcome: str = "succeeded", *, amount: int | None = None, name: str = "n1"
) -> bytes:
    return json.dumps(
        {
            "notice_id": name,
            "charge_id": charge.id,
            "outcome": outcome,
            "amount": amount or charge.amount.amount,
            "currency": charge.amount.currency,
        }
    ).encode()


def receive(body: bytes, signature: str | None = None) -> None:
    genuine = sandbox.signature(body, NOTICE_SECRET)
    headers = {sandbox.SIGNATURE: genuine if signature is None else signature}
    service.receive_notice("sandbox", headers, body, now=LATER)


class TestTopUp:
    def test_fills_the_wallet(self) -> None:
        assert top_up().state is ChargeState.SUCCEEDED
        assert in_wallet() == 10_000
        books.audit()

    @pytest.mark.parametrize("method", ["pm_card_declined", "pm_card_insufficient_funds", "pm_card_expired"])
    def test_by_a_refused_card_changes_nothing(self, method: str) -> None:
        with pytest.raises(CardDeclined):
            top_up(method=method)
        assert in_wallet() == 0

    def test_by_an_unknown_method_says_so(self) -> None:
        with pytest.raises(UnknownMethod):
            top_up(method="pm_nonsense")

    def test_in_no_currency_says_so(self) -> None:
        with pytest.raises(UnknownCurrency):
            service.top_up(MEI, amount=Money(1, "XAU"), method="pm_card_visa", now=NOW)

    def test_that_waits_for_the_gateway_is_pending(self) -> None:
        assert top_up(method="pm_wallet_pending").state is ChargeState.PENDING
        assert in_wallet() == 0


class TestNotice:
    def test_credits_a_pending_charge_once_however_often_it_comes(self) -> None:
        charge = top_up(method="pm_wallet_pending")

        for name in ("n1", "n1", "n2"):
            receive(notice(charge, name=name))

        assert in_wallet() == 10_000
        books.audit()

    def test_of_a_decline_fails_the_charge(self) -> None:
        charge = top_up(method="pm_wallet_pending")
        receive(notice(charge, "declined"))
        assert service.charge_of(charge.id, person_id=MEI).state is ChargeState.FAILED

    def test_of_a_decline_after_the_success_changes_nothing(self) -> None:
        charge = top_up()
        receive(notice(charge, "declined"))
        assert in_wallet() == 10_000

    def test_of_a_success_after_a_decline_credits_because_the_money_came(self) -> None:
        charge = top_up(method="pm_wallet_pending")
        receive(notice(charge, "declined"))
        receive(notice(charge, name="n2"))
        assert in_wallet() == 10_000
        books.audit()

    @pytest.mark.parametrize("signature", ["", "00", "é"])
    def test_with_a_false_signature_is_refused(self, signature: str) -> None:
        charge = top_up(method="pm_wallet_pending")
        with pytest.raises(BadSignature):
            receive(notice(charge), signature)
        assert in_wallet() == 0

    @pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"amount": "much"}', b"\xff"])
    def test_that_cannot_be_read_is_refused_though_it_is_signed(self, body: bytes) -> None:
        with pytest.raises(MalformedNotice):
            receive(body)

    def test_of_another_amount_is_refused(self) -> None:
        charge = top_up(method="pm_wallet_pending")
        with pytest.raises(NoticeMismatch):
            receive(notice(charge, amount=1))

    def test_of_an_unknown_charge_is_refused(self) -> None:
        body = json.dumps(
            {"notice_id": "n", "charge_id": "chg_x", "outcome": "succeeded", "amount": 1, "currency": "CNY"}
        ).encode()
        with pytest.raises(ChargeNotFound):
            receive(body)


class TestReconcile:
    def test_finishes_a_charge_whose_process_died_before_it_settled(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as dying:
            dying.setattr(service, "settle", _dies)
            with pytest.raises(ConnectionError):
                top_up()

        assert service.reconcile(LATER) == 1
        assert in_wallet() == 10_000
        books.audit()

    def test_gives_up_a_charge_that_the_gateway_never_saw(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with monkeypatch.context() as dying:
            dying.setattr(service, "collect", _dies)
            with pytest.raises(ConnectionError):
                top_up()

        assert service.reconcile(LATER) == 1
        assert service.reconcile(LATER) == 0
        assert in_wallet() == 0

    def test_makes_sure_that_what_it_gave_up_cannot_be_charged_later(self) -> None:
        gateway = sandbox.Sandbox()
        assert gateway.outcome_of("chg_late").outcome is Outcome.DECLINED
        assert gateway.charge("chg_late", amount=fen(1), method="pm_card_visa") == Result(
            Outcome.DECLINED, "abandoned"
        )

    def test_leaves_a_charge_that_the_gateway_still_works_on(self) -> None:
        top_up(method="pm_wallet_pending")
        assert service.reconcile(LATER) == 0

    def test_is_in_no_hurry(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with monkeypatch.context() as dying:
            dying.setattr(service, "collect", _dies)
            with pytest.raises(ConnectionError):
                top_up()

        assert service.reconcile(NOW) == 0


class TestWithdraw:
    def test_takes_the_money_out_of_the_wallet_at_once(self) -> None:
        top_up()
        asked = withdrawals.withdraw(MEI, amount=fen(4_000), destination="ba_ok", now=NOW)

        assert asked.state is WithdrawalState.REQUESTED
        assert in_wallet() == 6_000
        books.audit()

    def test_of_more_than_there_is_changes_nothing(self) -> None:
        top_up()
        with pytest.raises(InsufficientFunds):
            withdrawals.withdraw(MEI, amount=fen(10_001), destination="ba_ok", now=NOW)
        assert in_wallet() == 10_000

    def test_is_paid_once_however_often_the_message_comes(self) -> None:
        top_up()
        asked = withdrawals.withdraw(MEI, amount=fen(4_000), destination="ba_ok", now=NOW)

        for _ in range(3):
            assert withdrawals.pay_out(asked.id, now=LATER).state is WithdrawalState.PAID

        assert in_wallet() == 6_000
        books.audit()
        assert sum(v for k, v in books.balances().items() if k.startswith("outside")) == -6_000

    def test_refused_by_the_bank_comes_home(self) -> None:
        top_up()
        asked = withdrawals.withdraw(MEI, amount=fen(4_000), destination="ba_closed", now=NOW)

        told = withdrawals.pay_out(asked.id, now=LATER)

        assert (told.state, told.reason) == (WithdrawalState.FAILED, "account_closed")
        assert in_wallet() == 10_000
        books.audit()


def _dies(*_: object, **__: object) -> None:
    raise ConnectionError("the process died")
