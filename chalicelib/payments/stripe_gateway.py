"""Stripe as a payment gateway: PaymentIntents, refunds, payouts and signed webhooks.

A charge is one PaymentIntent for ever. It is made under our id as Stripe's idempotency key and confirmed in
a second call: a declined card can be followed by another one, while an intent can be paid only once, however
many confirm it. Which intent, payout or refund belongs to our id we keep ourselves, because Stripe forgets
its keys after a day, and its search by metadata lags behind. An intent is confirmed only once that is
written, so what `outcome_of` has marked as abandoned can't be charged any more.

The library is heavy, so it is loaded when it is first needed. Both secrets are read through the vault.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pynamodb.attributes import UnicodeAttribute
from pynamodb.exceptions import PutError

from chalicelib.foundation import aws, vault
from chalicelib.foundation.config import settings
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import Item, get, table
from chalicelib.payments.errors import AmountNotSupported, BadSignature, GatewayUnavailable, UnknownMethod
from chalicelib.payments.gateway import LineKind, Notice, Outcome, ReportLine, Result, Subject
from chalicelib.payments.stripe_money import from_stripe, to_stripe

if TYPE_CHECKING:
    from stripe import StripeClient

NAME = "stripe"
KEY, WEBHOOK_KEY = "stripe-key", "stripe-webhook"
"""The names of the secrets: the API's key, and the key with which webhooks are signed."""

SIGNATURE = "stripe-signature"
REPLAY_WINDOW = 300
"""For how many seconds after it was signed a webhook is taken: Stripe signs anew at each attempt."""

TIME_OUT = (2.0, 5.0)
"""Seconds to connect and to read. A charge is two calls, tried twice each: within API Gateway's 29."""
_RETRIES = 1

_OURS, _STAGE = "guanxi_id", "guanxi_stage"
_OPEN = frozenset({"requires_payment_method", "requires_confirmation"})
_ABANDONED = Result(Outcome.DECLINED, "abandoned")


class StripeRecord(Item):
    """Stripe's id of what we made under one of ours. Key: `stripe#` and our id, `record`."""

    class Meta(Item.Meta):
        table_name = table("payments")

    stripe_id = UnicodeAttribute(null=True)
    """None: this charge was given up before Stripe knew of it."""


class StripeGateway:
    """The gateway itself. Each call reads the API's key, once in five minutes."""

    name = NAME

    def charge(self, charge_id: str, *, amount: Money, method: str) -> Result:
        """Take money by a PaymentIntent. 1 read, 1 write at first, 2 calls to Stripe, 1 more in a race."""
        with _calling() as stripe:
            intent = _intent_of(stripe, charge_id, amount)
            if intent is None:
                return _ABANDONED
            if intent["status"] not in _OPEN:
                return _result_of_intent(intent)
            return _confirm(stripe, intent["id"], method)

    def client_secret(self, charge_id: str) -> str | None:
        """The secret of an intent that waits for its payer (3-D Secure). 1 read, 1 call."""
        record = _record(charge_id)
        if record is None or record.stripe_id is None:
            return None
        with _calling() as stripe:
            intent = _plain(stripe.v1.payment_intents.retrieve(record.stripe_id))
            return _result_of_intent(intent).client_secret

    def outcome_of(self, charge_id: str) -> Result:
        """What became of a charge. One that was never confirmed is cancelled. 1 read, 2 calls at most."""
        record = _record(charge_id) or _remember(charge_id, None)
        if record.stripe_id is None:
            return _ABANDONED
        with _calling() as stripe:
            intents = stripe.v1.payment_intents
            intent = _plain(intents.retrieve(record.stripe_id))
            if intent["status"] in _OPEN and not intent.get("last_payment_error"):
                with _state_may_differ():
                    intents.cancel(record.stripe_id)
                intent = _plain(intents.retrieve(record.stripe_id))
            return _result_of_intent(intent)

    def pay_out(self, payout_id: str, *, amount: Money, destination: str) -> Result:
        """Send money to a bank account (`ba_…`) or a connected account (`acct_…`). 1 read, 1 write, 1 call."""
        connected = destination.startswith("acct_")
        try:
            wanted = to_stripe(amount, payout=not connected)
        except AmountNotSupported as error:
            return Result(Outcome.DECLINED, error.code)
        asked = {
            "amount": wanted,
            "currency": amount.currency.lower(),
            "destination": destination,
            "metadata": _metadata(payout_id),
        }
        with _calling() as stripe:
            service: Any = stripe.v1.transfers if connected else stripe.v1.payouts
            return _leave(payout_id, service, asked)

    def refund(self, refund_id: str, *, charge_id: str, amount: Money) -> Result:
        """Send money back to the card of a charge. 2 reads, 1 write, 1 call."""
        charge = _record(charge_id)
        if charge is None or charge.stripe_id is None:
            return Result(Outcome.DECLINED, "no_such_charge")
        asked = {
            "amount": to_stripe(amount),
            "payment_intent": charge.stripe_id,
            "metadata": _metadata(refund_id),
        }
        with _calling() as stripe:
            return _leave(refund_id, stripe.v1.refunds, asked)

    def read_notice(self, headers: Mapping[str, str], body: bytes) -> Notice | None:
        """Check a webhook's signature and age, in constant time, and read it. Raises BadSignature.

        Of the events of charges, payouts and refunds those are told that carry our id and this stage's
        name. 1 read of the secret, once in five minutes.
        """
        from stripe import SignatureVerificationError, WebhookSignature

        given = {name.lower(): value for name, value in headers.items()}.get(SIGNATURE, "")
        try:
            WebhookSignature.verify_header(
                body.decode(), given, vault.secret(WEBHOOK_KEY), tolerance=REPLAY_WINDOW
            )
        except (SignatureVerificationError, ValueError, TypeError):
            raise BadSignature(field=SIGNATURE) from None
        return _notice(json.loads(body))

    def report(self, day: date, *, limit: int, cursor: str | None) -> Page[ReportLine]:
        """A page of Stripe's balance transactions of a day, with what each is for. 1 call."""
        start = datetime(day.year, day.month, day.day, tzinfo=UTC)
        asked: dict[str, Any] = {
            "created": {
                "gte": int(start.timestamp()),
                "lt": int((start + timedelta(days=1)).timestamp()),
            },
            "limit": limit,
            "expand": ["data.source"],
        }
        if cursor:
            asked["starting_after"] = cursor
        with _calling() as stripe:
            page = _plain(stripe.v1.balance_transactions.list(asked))  # type: ignore[arg-type]
        rows = page["data"]
        lines = [_line(row) for row in rows if row["type"] not in _OWN_BUSINESS]
        return Page(lines, rows[-1]["id"] if page["has_more"] and rows else None)

    def find(self, our_id: str) -> ReportLine | None:
        """The charge, payout, transfer or refund made under an id. 1 read, 1 call."""
        record = _record(our_id)
        if record is None or record.stripe_id is None:
            return None
        with _calling() as stripe:
            name, kind = _OF_PREFIX[record.stripe_id.partition("_")[0]]
            made = _plain(getattr(stripe.v1, name).retrieve(record.stripe_id))
        moved = made["status"] == "succeeded" if kind is LineKind.CHARGE else made.get("status") != "failed"
        if not moved:
            return None
        at = datetime.fromtimestamp(made["created"], UTC)
        return ReportLine(our_id, kind, from_stripe(made["amount"], made["currency"]), at)


_OF_PREFIX = {
    "pi": ("payment_intents", LineKind.CHARGE),
    "po": ("payouts", LineKind.PAYOUT),
    "tr": ("transfers", LineKind.PAYOUT),
    "re": ("refunds", LineKind.REFUND),
}
"""Where a thing is found whose id begins so, and what it moves."""

_OWN_BUSINESS = frozenset({"stripe_fee", "tax_fee", "network_cost"})
"""What Stripe takes for itself moves nobody's money."""

_KINDS = {
    "charge": LineKind.CHARGE,
    "payment": LineKind.CHARGE,
    "refund": LineKind.REFUND,
    "payment_refund": LineKind.REFUND,
    "payout": LineKind.PAYOUT,
    "transfer": LineKind.PAYOUT,
    "payout_failure": LineKind.RETURN,
    "refund_failure": LineKind.RETURN,
    "transfer_failure": LineKind.RETURN,
}


def _line(row: dict[str, Any]) -> ReportLine:
    """A balance transaction; what isn't ours has Stripe's own id as its reference."""
    source = row.get("source")
    told = (source.get("metadata") or {}) if isinstance(source, dict) else {}
    came = row["amount"] >= 0
    return ReportLine(
        reference=told.get(_OURS) or row["id"],
        kind=_KINDS.get(row["type"], LineKind.CHARGE if came else LineKind.PAYOUT),
        amount=from_stripe(abs(row["amount"]), row["currency"]),
        at=datetime.fromtimestamp(row["created"], UTC),
    )


def _notice(event: Mapping[str, Any]) -> Notice | None:
    """What an event tells us, if it concerns us."""
    read = _EVENTS.get(event["type"])
    told = event["data"]["object"]
    metadata = told.get("metadata") or {}
    if read is None or metadata.get(_STAGE) != settings().stage or _OURS not in metadata:
        return None
    subject, result = read(told)
    paid = result.outcome is Outcome.SUCCEEDED and subject is Subject.CHARGE
    amount = told.get("amount_received", told["amount"]) if paid else told["amount"]
    return Notice(
        notice_id=event["id"],
        subject=subject,
        reference=metadata[_OURS],
        outcome=result.outcome,
        amount=from_stripe(amount, told["currency"]),
        reason=result.reason,
    )


def _of_charge(intent: Mapping[str, Any]) -> tuple[Subject, Result]:
    return Subject.CHARGE, _result_of_intent(intent)


def _of_payout(payout: Mapping[str, Any]) -> tuple[Subject, Result]:
    return Subject.PAYOUT, _result_of_leaving(payout)


_EVENTS: Mapping[str, Callable[[Mapping[str, Any]], tuple[Subject, Result]]] = {
    **dict.fromkeys(
        (
            "payment_intent.succeeded",
            "payment_intent.processing",
            "payment_intent.payment_failed",
            "payment_intent.canceled",
        ),
        _of_charge,
    ),
    **dict.fromkeys(
        (
            "payout.paid",
            "payout.failed",
            "payout.canceled",
            "refund.updated",
            "refund.failed",
            "charge.refund.updated",
        ),
        _of_payout,
    ),
}
"""The events that concern us. `charge.refunded` doesn't: it tells no refund's id, its refund's own event does."""


def _result_of_intent(intent: Mapping[str, Any]) -> Result:
    """What a PaymentIntent's state means to us."""
    match intent["status"]:
        case "succeeded":
            return Result(Outcome.SUCCEEDED)
        case "canceled":
            return _ABANDONED
        case "requires_payment_method":
            error = intent.get("last_payment_error") or {}
            return Result(Outcome.DECLINED, error.get("decline_code") or error.get("code") or "declined")
        case "requires_action":
            return Result(Outcome.PENDING, client_secret=intent.get("client_secret"))
        case _:
            return Result(Outcome.PENDING)


def _result_of_leaving(made: Mapping[str, Any]) -> Result:
    """What the state of a payout, a transfer or a refund means to us; a transfer has none, it is done."""
    match made.get("status"):
        case None | "paid" | "succeeded":
            return Result(Outcome.SUCCEEDED)
        case "failed" | "canceled":
            reason = made.get("failure_code") or made.get("failure_reason") or made["status"]
            return Result(Outcome.DECLINED, reason)
        case _:
            return Result(Outcome.PENDING)


def _intent_of(stripe: StripeClient, charge_id: str, amount: Money) -> dict[str, Any] | None:
    """The charge's PaymentIntent, made at the first time; None: the charge was given up."""
    intents = stripe.v1.payment_intents
    if record := _record(charge_id):
        return _plain(intents.retrieve(record.stripe_id)) if record.stripe_id else None
    intent = _plain(
        intents.create(
            {
                "amount": to_stripe(amount),
                "currency": amount.currency.lower(),
                "payment_method_types": ["card"],
                "metadata": _metadata(charge_id),
            },
            {"idempotency_key": charge_id},
        )
    )
    if _remember(charge_id, intent["id"]).stripe_id is None:
        with _state_may_differ():
            intents.cancel(intent["id"])
        return None
    return intent


def _confirm(stripe: StripeClient, intent_id: str, method: str) -> Result:
    """Ask for an intent's money. Whoever comes second finds what the first one's asking came to."""
    from stripe import CardError, InvalidRequestError

    intents = stripe.v1.payment_intents
    try:
        return _result_of_intent(
            _plain(intents.confirm(intent_id, {"payment_method": method, "use_stripe_sdk": True}))
        )
    except CardError as error:
        told = error.error
        return Result(Outcome.DECLINED, (told and told.decline_code) or error.code or "declined")
    except InvalidRequestError as error:
        intent = _plain(intents.retrieve(intent_id))
        if intent["status"] not in _OPEN:
            return _result_of_intent(intent)
        if error.param == "payment_method" or error.code == "resource_missing":
            raise UnknownMethod(field="method") from None
        raise


def _leave(our_id: str, service: Any, asked: dict[str, Any]) -> Result:
    """Make a payout, a transfer or a refund once; asked again, tell what became of it."""
    from stripe import InvalidRequestError

    if record := _record(our_id):
        return _result_of_leaving(_plain(service.retrieve(record.stripe_id)))
    try:
        made = _plain(service.create(asked, {"idempotency_key": our_id}))
    except InvalidRequestError as error:
        if error.code in _OUR_OWN_TROUBLE:
            raise GatewayUnavailable from error
        return Result(Outcome.DECLINED, error.code or "refused")
    _remember(our_id, made["id"])
    return _result_of_leaving(made)


_OUR_OWN_TROUBLE = frozenset({"balance_insufficient", "insufficient_funds"})
"""Isn't the person's fault: it is asked again, and its dead letter's alarm calls us."""


def _metadata(our_id: str) -> dict[str, str]:
    return {_OURS: our_id, _STAGE: settings().stage}


def _plain(made: Any) -> dict[str, Any]:
    """One of the library's objects as a plain dictionary."""
    plain: dict[str, Any] = made.to_dict()
    return plain


def _record(our_id: str) -> StripeRecord | None:
    found: StripeRecord | None = get(StripeRecord, f"stripe#{our_id}", "record")
    return found


def _remember(our_id: str, stripe_id: str | None) -> StripeRecord:
    """Note what belongs to our id, unless something was noted before; answers what holds."""
    record = StripeRecord(pk=f"stripe#{our_id}", sk="record", stripe_id=stripe_id)
    try:
        record.save(StripeRecord.pk.does_not_exist())
    except PutError as error:
        if not aws.condition_failed(error):
            raise
        return _record(our_id) or record
    return record


@contextmanager
def _calling() -> Iterator[StripeClient]:
    """Stripe's API. Whatever may pass is told as such."""
    from stripe import APIConnectionError, APIError, RateLimitError

    try:
        yield _client(vault.secret(KEY), settings().stripe_url)
    except (APIConnectionError, APIError, RateLimitError) as error:
        raise GatewayUnavailable from error


@contextmanager
def _state_may_differ() -> Iterator[None]:
    """Let Stripe refuse what the state of an intent doesn't allow: whoever asks looks at the state after."""
    from stripe import InvalidRequestError

    try:
        yield
    except InvalidRequestError:
        return


@lru_cache(maxsize=2)
def _client(key: str, url: str | None) -> StripeClient:
    """A client for a key; a changed key gets another one."""
    import stripe

    return stripe.StripeClient(
        key,
        base_addresses={"api": url} if url else None,
        max_network_retries=_RETRIES,
        http_client=stripe.RequestsClient(timeout=TIME_OUT),
    )
