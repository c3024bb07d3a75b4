"""A payment gateway that moves no real money: for tests, demonstrations and local runs.

Its payment methods and bank accounts behave by their names, always the same way, and it remembers what
it did in a corner of the payments table, so that it is as idempotent as a real one. A real gateway takes
its place through `gateway.offer`.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, ValidationError
from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.exceptions import PutError

from chalicelib.foundation import aws, vault
from chalicelib.foundation.http import Schema
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, get, table
from chalicelib.payments.errors import BadSignature, MalformedNotice, UnknownMethod
from chalicelib.payments.gateway import Notice, Outcome, Result

NAME = "sandbox"

METHODS = {
    "pm_card_visa": Result(Outcome.SUCCEEDED),
    "pm_card_mastercard": Result(Outcome.SUCCEEDED),
    "pm_card_declined": Result(Outcome.DECLINED, "card_declined"),
    "pm_card_insufficient_funds": Result(Outcome.DECLINED, "insufficient_funds"),
    "pm_card_expired": Result(Outcome.DECLINED, "expired_card"),
    "pm_wallet_pending": Result(Outcome.PENDING),
}
"""What becomes of a charge to each payment method."""

DESTINATIONS = {
    "ba_ok": Result(Outcome.SUCCEEDED),
    "ba_closed": Result(Outcome.DECLINED, "account_closed"),
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


class NoticeBody(Schema):
    """The sandbox's notice as it is sent."""

    notice_id: Annotated[str, Field(min_length=1, max_length=100)]
    charge_id: Annotated[str, Field(min_length=1, max_length=100)]
    outcome: Literal["succeeded", "declined"]
    amount: Annotated[int, Field(ge=1)]
    currency: Annotated[str, Field(min_length=3, max_length=3)]
    reason: Annotated[str, Field(max_length=100)] | None = None


class Sandbox:
    """The gateway itself."""

    name = NAME

    def charge(self, charge_id: str, *, amount: Money, method: str) -> Result:
        """Take money as the method's name says; a decline leaves the charge open. Raises UnknownMethod."""
        if (result := METHODS.get(method)) is None:
            raise UnknownMethod(field="method")
        if result.outcome is Outcome.DECLINED:
            return _done(charge_id) or result
        return _once(charge_id, result, amount)

    def outcome_of(self, charge_id: str) -> Result:
        """What became of a charge. One never seen is refused for ever."""
        return _once(charge_id, Result(Outcome.DECLINED, "abandoned"), None)

    def pay_out(self, payout_id: str, *, amount: Money, destination: str) -> Result:
        """Send money as the bank account's name says."""
        return _once(
            payout_id,
            DESTINATIONS.get(destination, Result(Outcome.DECLINED, "no_such_account")),
            amount,
        )

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
        return Notice(
            notice_id=told.notice_id,
            charge_id=told.charge_id,
            outcome=Outcome(told.outcome),
            amount=Money(told.amount, told.currency),
            reason=told.reason,
        )


def signature(body: bytes, secret: str) -> str:
    """The HMAC-SHA256 of a notice, in hexadecimal digits."""
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def _once(reference: str, result: Result, amount: Money | None) -> Result:
    record = SandboxRecord(
        pk=f"sandbox#{reference}",
        sk="record",
        outcome=result.outcome.value,
        reason=result.reason,
        amount=amount.amount if amount else None,
    )
    try:
        record.save(SandboxRecord.pk.does_not_exist())
        return result
    except PutError as error:
        if not aws.condition_failed(error):
            raise
        return _done(reference) or result


def _done(reference: str) -> Result | None:
    earlier = get(SandboxRecord, f"sandbox#{reference}", "record")
    return Result(Outcome(earlier.outcome), earlier.reason) if earlier else None
