"""Stripe as our gateway, against a process that speaks Stripe's API."""

from __future__ import annotations

import json
import time
from typing import Any
from uuid import uuid4

import pytest
from stripe import WebhookSignature

from chalicelib.foundation import clock
from chalicelib.foundation.money import Money
from chalicelib.payments import service, withdrawals
from chalicelib.payments.errors import BadSignature, CardDeclined, GatewayUnavailable, UnknownMethod
from chalicelib.payments.gateway import LineKind, Outcome, Result
from chalicelib.payments.reports import differences
from chalicelib.payments.rules import Charge, ChargeState, Withdrawal, WithdrawalState
from chalicelib.payments.stripe_gateway import StripeGateway, _record
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import NOTICE_SECRET, everything_stored, messages
from tests.unit.payments import books
from tests.unit.payments.conftest import StripeServer

MEI = "per_mei"
STRIPE = StripeGateway()


def yuan(amount: int = 10_000) -> Money:
    return Money(amount, "CNY")


def new(prefix: str = "chg") -> str:
    return f"{prefix}_{uuid4().hex}"


def top_up(amount: int = 10_000, method: str = "pm_card_visa") -> Charge:
    return service.top_up(MEI, amount=yuan(amount), method=method, now=clock.now())


def in_wallet() -> int:
    return service.show_wallet(MEI, "CNY").balance.amount


def stripe_id(our_id: str) -> str:
    record = _record(our_id)
    assert record and record.stripe_id
    return record.stripe_id


def event(kind: str, thing: Any, *, name: str | None = None) -> bytes:
    told = {"id": name or new("evt"), "object": "event", "type": kind, "data": {"object": thing}}
    return json.dumps(told).encode()


def receive(body: bytes, *, signed_at: float | None = None, secret: str = NOTICE_SECRET) -> None:
    when = int(signed_at or time.time())
    signature = WebhookSignature.generate_signature_header(body.decode(), secret, when)
    service.receive_notice("stripe", {"Stripe-Signature": signature}, body, now=clock.now())


def intent_of(stripe: StripeServer, charge: Charge) -> Any:
    return stripe.get(f"payment_intents/{stripe_id(charge.id)}")


@pytest.fixture(autouse=True)
def _stripe(stripe: StripeServer) -> None:
    """Every test here pays through Stripe."""


class TestCharge:
    def test_takes_the_money_and_says_whose_it_is(self, stripe: StripeServer) -> None:
        charge = top_up()

        intent = intent_of(stripe, charge)
        assert (charge.state, in_wallet()) == (ChargeState.SUCCEEDED, 10_000)
        assert (intent["amount"], intent["currency"], intent["status"]) == (10_000, "cny", "succeeded")
        assert intent["metadata"] == {"guanxi_id": charge.id, "guanxi_stage": "test"}
        books.audit()

    def test_asked_twice_takes_the_money_once(self, stripe: StripeServer) -> None:
        charge_id = new()

        for _ in range(2):
            asked = STRIPE.charge(charge_id, amount=yuan(), method="pm_card_visa")
            assert asked == Result(Outcome.SUCCEEDED)

        found = stripe.get("payment_intents", limit=1000)["data"]
        assert [one["status"] for one in found if one["metadata"]["guanxi_id"] == charge_id] == ["succeeded"]

    def test_asked_again_after_the_process_died_before_it_noted_the_intent_makes_no_second_one(
        self, stripe: StripeServer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        charge_id = new()
        with monkeypatch.context() as dying:
            dying.setattr("chalicelib.payments.stripe_gateway._remember", _dies)
            with pytest.raises(ConnectionError):
                STRIPE.charge(charge_id, amount=yuan(), method="pm_card_visa")

        STRIPE.charge(charge_id, amount=yuan(), method="pm_card_visa")

        found = stripe.get("payment_intents", limit=1000)["data"]
        assert len([one for one in found if one["metadata"]["guanxi_id"] == charge_id]) == 1

    def test_by_a_declined_card_tells_the_reason_and_lets_her_try_another_card(self) -> None:
        charge_id = new()
        declined = STRIPE.charge(charge_id, amount=yuan(), method="pm_card_chargeDeclined")
        paid = STRIPE.charge(charge_id, amount=yuan(), method="pm_card_visa")

        assert declined == Result(Outcome.DECLINED, "generic_decline")
        assert paid == Result(Outcome.SUCCEEDED)

    def test_by_a_declined_card_fills_no_wallet(self) -> None:
        with pytest.raises(CardDeclined):
            top_up(method="pm_card_chargeDeclined")
        assert in_wallet() == 0

    def test_by_an_unknown_method_says_so(self) -> None:
        with pytest.raises(UnknownMethod):
            top_up(method="pm_1Nonsense")

    def test_by_a_method_that_takes_its_time_is_pending_and_then_paid(self, stripe: StripeServer) -> None:
        iban = {"type": "sepa_debit", "sepa_debit[iban]": "FR1420041010050500013M02606"}
        method = stripe.post("payment_methods", **iban)["id"]
        charge = top_up(method=method)
        assert (charge.state, in_wallet()) == (ChargeState.PENDING, 0)

        deadline = time.monotonic() + 10
        while intent_of(stripe, charge)["status"] == "processing":
            assert time.monotonic() < deadline
        assert service.reconcile(charge.created_at + service.SETTLE_WITHIN) == 1
        assert in_wallet() == 10_000


class TestThreeDSecure:
    def test_waits_for_the_payer_and_gives_her_device_what_it_needs(self, stripe: StripeServer) -> None:
        charge = top_up(method="pm_card_authenticationRequired")

        assert charge.state is ChargeState.PENDING
        assert charge.client_secret == intent_of(stripe, charge)["client_secret"]
        assert service.show_charge(charge.id, person_id=MEI).client_secret == charge.client_secret
        assert charge.client_secret not in str(everything_stored())

    def test_passed_fills_the_wallet_when_the_webhook_comes(self, stripe: StripeServer) -> None:
        charge = top_up(method="pm_card_authenticationRequired")
        authenticate(stripe, charge)

        receive(event("payment_intent.succeeded", intent_of(stripe, charge)))

        assert in_wallet() == 10_000

    def test_passed_fills_the_wallet_by_the_sweep_when_no_webhook_comes(self, stripe: StripeServer) -> None:
        charge = top_up(method="pm_card_authenticationRequired")
        authenticate(stripe, charge)

        assert service.reconcile(charge.created_at + service.SETTLE_WITHIN) == 1
        assert in_wallet() == 10_000

    def test_that_is_still_waited_for_is_left_alone_and_asked_about_ever_more_seldom(self) -> None:
        charge = top_up(method="pm_card_authenticationRequired")
        soon = charge.created_at + service.SETTLE_WITHIN

        assert [service.reconcile(soon), service.reconcile(soon + service.SETTLE_WITHIN / 2)] == [0, 0]
        assert service.charge_of(charge.id, person_id=MEI).state is ChargeState.PENDING

    def test_passed_with_a_card_that_is_declined_after_all_fails(self, stripe: StripeServer) -> None:
        charge = top_up(method="pm_card_authenticationRequiredThenDeclined")
        authenticate(stripe, charge)

        receive(event("payment_intent.payment_failed", intent_of(stripe, charge)))

        failed = service.charge_of(charge.id, person_id=MEI)
        assert (failed.state, failed.reason) == (ChargeState.FAILED, "card_declined")


class TestOutcomeOf:
    def test_a_charge_that_stripe_never_saw_is_a_refusal_for_ever(self) -> None:
        charge_id = new()
        assert STRIPE.outcome_of(charge_id).reason == "abandoned"
        assert STRIPE.charge(charge_id, amount=yuan(), method="pm_card_visa").reason == "abandoned"

    def test_a_charge_that_was_made_but_never_confirmed_is_cancelled(
        self, stripe: StripeServer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        charge_id = new()
        with monkeypatch.context() as dying:
            dying.setattr("chalicelib.payments.stripe_gateway._confirm", _dies)
            with pytest.raises(ConnectionError):
                STRIPE.charge(charge_id, amount=yuan(), method="pm_card_visa")

        assert STRIPE.outcome_of(charge_id).reason == "abandoned"
        assert stripe.get(f"payment_intents/{stripe_id(charge_id)}")["status"] == "canceled"
        assert STRIPE.charge(charge_id, amount=yuan(), method="pm_card_visa").outcome is Outcome.DECLINED

    def test_a_paid_charge_is_its_success(self) -> None:
        assert STRIPE.outcome_of(top_up().id) == Result(Outcome.SUCCEEDED)

    def test_a_declined_charge_is_its_reason(self) -> None:
        charge_id = new()
        STRIPE.charge(charge_id, amount=yuan(), method="pm_card_chargeDeclined")
        assert STRIPE.outcome_of(charge_id) == Result(Outcome.DECLINED, "card_declined")


class TestTrouble:
    @pytest.mark.parametrize(
        "troubles", [["500", "500"], ["429"], ["slow", "slow"], ["lost", "lost"]], ids=str
    )
    def test_that_passes_is_told_as_such_and_the_same_key_goes_on(
        self, stripe: StripeServer, troubles: list[str]
    ) -> None:
        wish = {"amount": 10_000, "currency": "CNY", "method": "pm_card_visa"}
        stripe.fails(*troubles)  # the library itself tries twice what may pass by itself

        busy = world.LI.post("/wallet/top-ups", wish, key="k")
        done = world.LI.post("/wallet/top-ups", wish, key="k")

        assert (busy.status, busy.json["code"], "retry-after" in busy.headers) == (
            503,
            "gateway_unavailable",
            True,
        )
        assert (done.status, world.in_wallet(world.LI)) == (201, 10_000)
        books.audit()

    def test_that_strikes_once_is_not_noticed(self, stripe: StripeServer) -> None:
        stripe.fails("lost")
        assert top_up().state is ChargeState.SUCCEEDED
        books.audit()

    def test_with_a_payout_leaves_the_message_to_come_again(self, stripe: StripeServer) -> None:
        asked = withdrawn("ba_bank")
        stripe.fails("500", "500")
        with pytest.raises(GatewayUnavailable):
            withdrawals.pay_out(asked.id, now=clock.now())
        assert withdrawals.pay_out(asked.id, now=clock.now()).state is WithdrawalState.REQUESTED
        assert in_wallet() == 6_000


class TestWebhook:
    def test_twice_credits_once(self, stripe: StripeServer) -> None:
        body = event("payment_intent.succeeded", paid(stripe, charge := waiting()))
        receive(body)
        receive(body)
        receive(event("payment_intent.succeeded", paid(stripe, charge)))
        assert in_wallet() == 10_000
        books.audit()

    def test_of_processing_after_the_success_changes_nothing(self, stripe: StripeServer) -> None:
        intent = paid(stripe, charge := waiting())
        receive(event("payment_intent.succeeded", intent))
        receive(event("payment_intent.processing", intent | {"status": "processing"}))
        assert service.charge_of(charge.id, person_id=MEI).state is ChargeState.SUCCEEDED

    def test_of_a_failure_that_comes_after_the_success_changes_nothing(self, stripe: StripeServer) -> None:
        intent = paid(stripe, waiting())
        receive(event("payment_intent.succeeded", intent))
        receive(event("payment_intent.payment_failed", intent | {"status": "requires_payment_method"}))
        assert in_wallet() == 10_000

    def test_of_a_success_after_a_failure_credits_because_the_money_came(self, stripe: StripeServer) -> None:
        intent = paid(stripe, waiting())
        receive(event("payment_intent.payment_failed", intent | {"status": "requires_payment_method"}))
        receive(event("payment_intent.succeeded", intent))
        assert in_wallet() == 10_000
        books.audit()

    def test_of_another_amount_is_refused(self, stripe: StripeServer) -> None:
        intent = paid(stripe, waiting()) | {"amount_received": 1}
        reply = post(event("payment_intent.succeeded", intent))
        assert (reply.status, reply.json["code"], in_wallet()) == (422, "notice_mismatch", 0)

    @pytest.mark.parametrize("age", [301, 86_400])
    def test_replayed_later_than_five_minutes_is_refused(self, stripe: StripeServer, age: int) -> None:
        body = event("payment_intent.succeeded", paid(stripe, waiting()))
        with pytest.raises(BadSignature):
            receive(body, signed_at=time.time() - age)
        assert in_wallet() == 0

    @pytest.mark.parametrize("header", ["", "t=1", "v1=00", "t=x,v1=00", "t=1,v1=é", "nonsense", "t=1,v0=00"])
    def test_with_a_nonsensical_signature_is_refused(self, header: str) -> None:
        with pytest.raises(BadSignature):
            STRIPE.read_notice({"Stripe-Signature": header}, b"{}")

    def test_signed_with_another_key_is_refused(self, stripe: StripeServer) -> None:
        with pytest.raises(BadSignature):
            receive(event("payment_intent.succeeded", paid(stripe, waiting())), secret="whsec_mine")

    def test_altered_after_it_was_signed_is_refused(self) -> None:
        signature = WebhookSignature.generate_signature_header("{}", NOTICE_SECRET)
        with pytest.raises(BadSignature):
            STRIPE.read_notice({"stripe-signature": signature}, b'{"a":1}')

    def test_with_a_body_that_is_no_text_is_refused(self) -> None:
        with pytest.raises(BadSignature):
            STRIPE.read_notice({"stripe-signature": "t=1,v1=00"}, b"\xff\xfe")

    @pytest.mark.parametrize(
        ("kind", "thing"),
        [
            ("customer.created", {"id": "cus_1", "object": "customer"}),
            ("charge.refunded", {"id": "ch_1", "metadata": {"guanxi_id": "chg_x", "guanxi_stage": "test"}}),
            ("payment_intent.succeeded", {"id": "pi_1", "metadata": {}}),
            ("payment_intent.succeeded", {"id": "pi_1", "metadata": None}),
            (
                "payment_intent.succeeded",
                {"id": "pi_1", "metadata": {"guanxi_id": "chg_x", "guanxi_stage": "other"}},
            ),
        ],
    )
    def test_about_what_does_not_concern_us_is_taken_and_changes_nothing(self, kind: str, thing: Any) -> None:
        before = everything_stored()
        assert post(event(kind, thing)).status == 204
        assert everything_stored() == before


class TestPayout:
    def test_is_paid_when_stripe_says_so_however_often(self, stripe: StripeServer) -> None:
        asked = sent("ba_bank")
        payout = stripe.happens("payout", stripe_id(asked.id), status="paid")

        for _ in range(2):
            receive(event("payout.paid", payout))

        assert (state_of(asked), in_wallet()) == (WithdrawalState.PAID, 6_000)
        books.audit()

    def test_that_failed_comes_home(self, stripe: StripeServer) -> None:
        asked = sent("ba_bank")
        failed = {"status": "failed", "failure_code": "account_closed"}
        receive(event("payout.failed", stripe.happens("payout", stripe_id(asked.id), **failed)))

        assert (state_of(asked), in_wallet()) == (WithdrawalState.FAILED, 10_000)
        assert withdrawals.withdrawal_of(asked.id, person_id=MEI).reason == "account_closed"
        books.audit()

    def test_that_was_paid_and_sent_back_by_the_bank_comes_home_once(self, stripe: StripeServer) -> None:
        asked = sent("ba_bank")
        payout = stripe.happens("payout", stripe_id(asked.id), status="paid")
        receive(event("payout.paid", payout))
        for _ in range(2):
            receive(event("payout.failed", payout | {"status": "failed"}))
        receive(event("payout.paid", payout))

        assert (state_of(asked), in_wallet()) == (WithdrawalState.FAILED, 10_000)
        books.audit()

    def test_whose_webhook_got_lost_is_settled_by_the_sweep(self, stripe: StripeServer) -> None:
        asked = sent("ba_bank")
        stripe.happens("payout", stripe_id(asked.id), status="paid")

        assert withdrawals.settle_due(asked.created_at) == 0
        assert withdrawals.settle_due(asked.created_at + withdrawals.ASK_AFTER) == 1
        assert state_of(asked) is WithdrawalState.PAID

    def test_to_a_connected_account_is_a_transfer(self, stripe: StripeServer) -> None:
        asked = sent("acct_1Mei")
        assert state_of(asked) is WithdrawalState.PAID
        assert stripe.get(f"transfers/{stripe_id(asked.id)}")["metadata"]["guanxi_id"] == asked.id

    @pytest.mark.parametrize("destination", ["ba_unknown", "acct_unknown"])
    def test_to_nowhere_comes_home(self, destination: str) -> None:
        asked = sent(destination)
        assert (state_of(asked), in_wallet()) == (WithdrawalState.FAILED, 10_000)

    def test_for_which_we_have_too_little_at_stripe_is_our_trouble_and_not_hers(self) -> None:
        asked = withdrawn("ba_poor")
        with pytest.raises(GatewayUnavailable):
            withdrawals.pay_out(asked.id, now=clock.now())
        assert state_of(asked) is WithdrawalState.REQUESTED

    def test_asked_twice_pays_once(self, stripe: StripeServer) -> None:
        asked = sent("ba_bank")
        withdrawals.pay_out(asked.id, now=clock.now())
        found = stripe.get("payouts", limit=1000)["data"]
        assert len([one for one in found if one["metadata"].get("guanxi_id") == asked.id]) == 1


class TestRefund:
    def test_goes_back_to_the_card(self, stripe: StripeServer) -> None:
        charge = top_up()
        asked = sent(charge.id)

        refund = stripe.get(f"refunds/{stripe_id(asked.id)}")
        assert (refund["amount"], refund["payment_intent"]) == (4_000, stripe_id(charge.id))
        assert (state_of(asked), in_wallet()) == (WithdrawalState.PAID, 16_000)
        books.audit()

    def test_asked_twice_goes_back_once(self, stripe: StripeServer) -> None:
        charge = top_up()
        refund_id = new("wdr")
        for _ in range(2):
            done = STRIPE.refund(refund_id, charge_id=charge.id, amount=yuan(1))
            assert done == Result(Outcome.SUCCEEDED)
        found = stripe.get("refunds", limit=1000)["data"]
        assert len([one for one in found if one["metadata"].get("guanxi_id") == refund_id]) == 1

    def test_that_fails_days_later_comes_home_and_can_be_asked_again(self, stripe: StripeServer) -> None:
        charge = top_up()
        asked = sent(charge.id)
        failed = {"status": "failed", "failure_reason": "lost_or_stolen_card"}
        receive(event("refund.failed", stripe.happens("refund", stripe_id(asked.id), **failed)))

        assert (state_of(asked), in_wallet()) == (WithdrawalState.FAILED, 20_000)
        assert service.charge_of(charge.id, person_id=MEI).returned == 0
        books.audit()

    def test_of_a_charge_that_stripe_does_not_know_is_refused(self) -> None:
        assert STRIPE.refund(new("wdr"), charge_id=new(), amount=yuan()).outcome is Outcome.DECLINED


class TestReport:
    def test_tells_what_came_and_went_by_our_ids_page_by_page(self, stripe: StripeServer) -> None:
        charge = top_up()
        back, out = sent(charge.id), sent("acct_1Mei")
        day = clock.now().date()
        lines, cursor = [], None
        while True:
            page = STRIPE.report(day, limit=2, cursor=cursor)
            assert len(page.items) <= 2
            lines += page.items
            if (cursor := page.cursor) is None:
                break

        told = {line.reference: (line.kind, line.amount.amount) for line in lines}
        assert told[charge.id] == (LineKind.CHARGE, 10_000)
        assert told[back.id] == (LineKind.REFUND, 4_000)
        assert told[out.id] == (LineKind.PAYOUT, 4_000)

    def test_agrees_with_our_own_books(self) -> None:
        charge = top_up()
        mine = {charge.id, sent(charge.id).id, sent("acct_1Mei").id, sent("ba_bank").id, top_up().id}
        found = differences("stripe", clock.now().date(), currencies=["CNY"])
        assert [one for one in found if one.reference in mine] == []

    def test_finds_what_moved_under_our_id_and_nothing_else(self) -> None:
        charge = top_up()
        back, out = sent(charge.id), sent("ba_bank")
        found = [STRIPE.find(one) for one in (charge.id, back.id, out.id)]
        assert [line and (line.kind, line.amount) for line in found] == [
            (LineKind.CHARGE, yuan()),
            (LineKind.REFUND, yuan(4_000)),
            (LineKind.PAYOUT, yuan(4_000)),
        ]
        assert [STRIPE.find(new()), STRIPE.find(waiting().id)] == [None, None]


def authenticate(stripe: StripeServer, charge: Charge) -> None:
    secret, name = charge.client_secret, stripe_id(charge.id)
    stripe.post(f"payment_intents/{name}/_authenticate", client_secret=secret, success="true")


def waiting() -> Charge:
    return top_up(method="pm_card_authenticationRequired")


def paid(stripe: StripeServer, charge: Charge) -> Any:
    """The charge's intent, paid, as a webhook of Stripe's tells it."""
    if intent_of(stripe, charge)["status"] == "requires_action":
        authenticate(stripe, charge)
    return intent_of(stripe, charge) | {"amount_received": charge.amount.amount}


def withdrawn(destination: str) -> Withdrawal:
    top_up()
    return withdrawals.withdraw(MEI, amount=yuan(4_000), destination=destination, now=clock.now())


def sent(destination: str) -> Withdrawal:
    asked = withdrawn(destination)
    withdrawals.pay_out(asked.id, now=clock.now())
    messages("payouts")
    return asked


def state_of(asked: Withdrawal) -> WithdrawalState:
    return withdrawals.withdrawal_of(asked.id, person_id=MEI).state


def post(body: bytes) -> Any:
    signature = WebhookSignature.generate_signature_header(body.decode(), NOTICE_SECRET)
    return Api().post("/payments/notices/stripe", raw=body, headers={"Stripe-Signature": signature})


def _dies(*_: object, **__: object) -> None:
    raise ConnectionError("the process died")
