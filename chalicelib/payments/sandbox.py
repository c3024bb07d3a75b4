"""A payment gateway that moves no real money: for tests, demonstrations and local runs.

Its payment methods and bank accounts behave by their names, always the same way, and it remembers what
it did in a corner of the payments table, so that it is as idempotent as a real one. A real gateway takes
its place through `gateway.offer`.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError, model_validator
from pynamodb.attributes import NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute

from chalicelib.foundation import clock, paging, vault
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Schema
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import Item, get, table
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments.errors import BadSignature, MalformedNotice, UnknownMethod
from chalicelib.payments.gateway import LineKind, Notice, Outcome, ReportLine, Result, Subject

NAME = "sandbox"

METHODS = {
    "pm_card_visa": Result(Outcome.SUCCEEDED),
    "pm_card_mastercard": Result(Outcome.SUCCEEDED),
    "pm_card_declined": Result(Outcome.DECLINED, "card_declined"),
    "pm_card_insufficient_funds": Result(Outcome.DECLINED, "insufficient_funds"),
    "pm_card_expired": Result(Outcome.DECLINED, "expired_card"),
    "pm_wallet_pending": Result(Outcome.PENDING),
    "pm_card_no_refunds": Result(Outcome.SUCCEEDED),
    "pm_card_slow_refunds": Result(Outcome.SUCCEEDED),
}
"""What becomes of a charge to each payment method."""

REFUNDS = {
    "pm_card_no_refunds": Result(Outcome.DECLINED, "card_closed"),
    "pm_card_slow_refunds": Result(Outcome.PENDING),
}
"""What becomes of a refund to the payment methods that don't just take it."""

DESTINATIONS = {
    "ba_ok": Result(Outcome.SUCCEEDED),
    "ba_closed": Result(Outcome.DECLINED, "account_closed"),
    "ba_slow": Result(Outcome.PENDING),
}
"""What becomes of a payout to each bank account."""

SIGNATURE = "x-guanxi-signature"


class SandboxRecord(Item):
    """What the sandbox did under one of our ids. Key: `sandbox#` and the id, `record`."""

    class Meta(Item.Meta):
        table_name = table("payments")

    outcome = UnicodeAttribute()
    reason = UnicodeAttribute(null=True)
    amount = NumberAttribute(null=True)
    method = UnicodeAttribute(null=True)
    day = UnicodeAttribute(null=True)
    line = UnicodeAttribute(null=True)
    """The key of its line in our books."""


class SandboxLine(Item):
    """A line of the sandbox's own books. Key: `sandbox-day#` and the day, then time and our id."""

    class Meta(Item.Meta):
        table_name = table("payments")

    reference = UnicodeAttribute()
    kind = UnicodeAttribute()
    amount = NumberAttribute()
    currency = UnicodeAttribute()
    at = UTCDateTimeAttribute()

    def line(self) -> ReportLine:
        """What the report tells."""
        return ReportLine(
            self.reference, LineKind(self.kind), Money(int(self.amount), self.currency), self.at
        )


class NoticeBody(Schema):
    """The sandbox's notice as it is sent, about a charge or a withdrawal."""

    notice_id: Annotated[str, Field(min_length=1, max_length=100)]
    charge_id: Annotated[str, Field(min_length=1, max_length=100)] | None = None
    withdrawal_id: Annotated[str, Field(min_length=1, max_length=100)] | None = None
    outcome: Literal["succeeded", "declined"]
    amount: Annotated[int, Field(ge=1)]
    currency: Annotated[str, Field(min_length=3, max_length=3)]
    reason: Annotated[str, Field(max_length=100)] | None = None

    @model_validator(mode="after")
    def _about_one(self) -> Self:
        if (self.charge_id is None) == (self.withdrawal_id is None):
            raise ValueError("give charge_id or withdrawal_id")
        return self


class Sandbox:
    """The gateway itself."""

    name = NAME

    def charge(self, charge_id: str, *, amount: Money, method: str) -> Result:
        """Take money as the method's name says; a decline leaves the charge open. Raises UnknownMethod."""
        if (result := METHODS.get(method)) is None:
            raise UnknownMethod(field="method")
        if result.outcome is Outcome.DECLINED:
            return _done(charge_id) or result
        return _once(charge_id, result, amount, LineKind.CHARGE, method)

    def client_secret(self, charge_id: str) -> str | None:  # noqa: ARG002 - the protocol's
        """None: no payment method here waits for its owner."""
        return None

    def outcome_of(self, charge_id: str) -> Result:
        """What became of a charge. One never seen is refused for ever."""
        return _once(charge_id, Result(Outcome.DECLINED, "abandoned"))

    def pay_out(self, payout_id: str, *, amount: Money, destination: str) -> Result:
        """Send money as the bank account's name says."""
        result = DESTINATIONS.get(destination, Result(Outcome.DECLINED, "no_such_account"))
        return _once(payout_id, result, amount, LineKind.PAYOUT)

    def refund(self, refund_id: str, *, charge_id: str, amount: Money) -> Result:
        """Send money back as the charge's payment method lets us. 1 read more."""
        charge = get(SandboxRecord, f"sandbox#{charge_id}", "record")
        if charge is None or charge.amount is None or charge.amount < amount.amount:
            return Result(Outcome.DECLINED, "no_such_charge")
        result = REFUNDS.get(charge.method or "", Result(Outcome.SUCCEEDED))
        return _once(refund_id, result, amount, LineKind.REFUND)

    def read_notice(self, headers: Mapping[str, str], body: bytes) -> Notice:
        """Check the notice's HMAC-SHA256 and read it. Raises BadSignature, MalformedNotice.

        1 read of the secret, once in five minutes.
        """
        given = {name.lower(): value for name, value in headers.items()}.get(SIGNATURE, "")
        wanted = signature(body, vault.secret("notice"))
        if not hmac.compare_digest(given.encode(), wanted.encode()):
            raise BadSignature(field=SIGNATURE)
        try:
            told = NoticeBody.model_validate_json(body)
        except ValidationError:
            raise MalformedNotice from None
        notice = Notice(
            notice_id=told.notice_id,
            subject=Subject.CHARGE if told.charge_id else Subject.PAYOUT,
            reference=str(told.charge_id or told.withdrawal_id),
            outcome=Outcome(told.outcome),
            amount=Money(told.amount, told.currency),
            reason=told.reason,
        )
        _come_true(notice)
        return notice

    def report(self, day: date, *, limit: int, cursor: str | None) -> Page[ReportLine]:
        """A page of what the sandbox did on a day. 1 query."""
        found = paging.query(SandboxLine, _day(day), limit=limit, cursor=cursor)
        return found.map(SandboxLine.line)

    def find(self, our_id: str) -> ReportLine | None:
        """The line that belongs to an id. 2 reads."""
        record: SandboxRecord | None = get(SandboxRecord, f"sandbox#{our_id}", "record")
        if record is None or record.day is None:
            return None
        found: SandboxLine | None = get(SandboxLine, record.day, str(record.line))
        return found.line() if found else None


def signature(body: bytes, secret: str) -> str:
    """The HMAC-SHA256 of a notice, in hexadecimal digits."""
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def _once(
    reference: str,
    result: Result,
    amount: Money | None = None,
    kind: LineKind | None = None,
    method: str | None = None,
) -> Result:
    """Do what we do under one of their ids, unless it was done: the record, and the line in our books."""
    record = SandboxRecord(
        pk=f"sandbox#{reference}",
        sk="record",
        outcome=result.outcome.value,
        reason=result.reason,
        amount=amount.amount if amount else None,
        method=method,
    )
    line = None
    if amount and kind and result.outcome is Outcome.SUCCEEDED:
        line = _line(reference, kind, amount)
        record.day, record.line = line.pk, line.sk
    try:
        with Transaction() as tx:
            tx.put(record)
            if line:
                tx.put(line)
    except ChangedMeanwhile:
        return _done(reference) or result
    return result


def _come_true(notice: Notice) -> None:
    """What had waited has happened, when a notice of the right amount says so: our books show it, once."""
    record = SandboxRecord(pk=f"sandbox#{notice.reference}", sk="record")
    kind = LineKind.CHARGE if notice.subject is Subject.CHARGE else LineKind.PAYOUT
    waits = (SandboxRecord.outcome == Outcome.PENDING.value) & (SandboxRecord.amount == notice.amount.amount)
    actions = [SandboxRecord.outcome.set(notice.outcome.value)]
    if notice.reason:
        actions.append(SandboxRecord.reason.set(notice.reason))
    line = _line(notice.reference, kind, notice.amount) if notice.outcome is Outcome.SUCCEEDED else None
    if line:
        actions += [SandboxRecord.day.set(line.pk), SandboxRecord.line.set(line.sk)]
    try:
        with Transaction() as tx:
            tx.update(record, actions, condition=waits)
            if line:
                tx.put(line)
    except ChangedMeanwhile:
        return


def _line(reference: str, kind: LineKind, amount: Money) -> SandboxLine:
    at = clock.now()
    return SandboxLine(
        pk=_day(at.date()),
        sk=f"{clock.stamp(at)}#{reference}",
        reference=reference,
        kind=kind.value,
        amount=amount.amount,
        currency=amount.currency,
        at=at,
    )


def _day(day: date) -> str:
    return f"sandbox-day#{day.isoformat()}"


def _done(reference: str) -> Result | None:
    earlier = get(SandboxRecord, f"sandbox#{reference}", "record")
    return Result(Outcome(earlier.outcome), earlier.reason) if earlier else None
