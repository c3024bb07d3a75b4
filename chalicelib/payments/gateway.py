"""What we ask of a payment gateway (a card acquirer, Alipay, a bank), whichever it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import Page
from chalicelib.payments.errors import UnknownGateway


class Outcome(StrEnum):
    """What became of a charge, of a payout or of a refund."""

    SUCCEEDED = "succeeded"
    DECLINED = "declined"
    PENDING = "pending"
    """The gateway will tell by a notice."""


@dataclass(frozen=True, slots=True)
class Result:
    """A gateway's answer; `reason` is its stable word for a refusal."""

    outcome: Outcome
    reason: str | None = None
    client_secret: str | None = None
    """With which the payer's own device goes on at the gateway (3-D Secure); it is hers alone."""


class Subject(StrEnum):
    """What a notice is about."""

    CHARGE = "charge"
    PAYOUT = "payout"
    """Money that leaves: a payout to a bank, or a refund to a card."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A gateway's message about a charge or a payout, its signature checked.

    `reference` is our own id of the charge or of the withdrawal.
    """

    notice_id: str
    subject: Subject
    reference: str
    outcome: Outcome
    amount: Money
    reason: str | None


class LineKind(StrEnum):
    """What moved money at the gateway."""

    CHARGE = "charge"
    REFUND = "refund"
    PAYOUT = "payout"
    RETURN = "return"
    """A payout or a refund that came back."""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One movement in the gateway's own books.

    `reference` is our id of the charge or the withdrawal, or the gateway's own id where it knows none of
    ours. `amount` is what came in (a charge), else what went out, always positive.
    """

    reference: str
    kind: LineKind
    amount: Money
    at: datetime


class PaymentGateway(Protocol):
    """Every call carries our own id and is idempotent by it: asked twice it acts once.

    Each raises GatewayUnavailable when the gateway can't be reached; then it is safe to ask again.
    """

    name: str

    def charge(self, charge_id: str, *, amount: Money, method: str) -> Result:
        """Take money from a payment method. Raises UnknownMethod, AmountNotSupported."""

    def client_secret(self, charge_id: str) -> str | None:
        """With which the payer's device goes on with a charge that waits for her; None: it doesn't."""

    def outcome_of(self, charge_id: str) -> Result:
        """What became of a charge. One that the gateway never saw it will refuse from now on."""

    def pay_out(self, payout_id: str, *, amount: Money, destination: str) -> Result:
        """Send money to a bank account."""

    def refund(self, refund_id: str, *, charge_id: str, amount: Money) -> Result:
        """Send money back to where a charge took it from."""

    def read_notice(self, headers: Mapping[str, str], body: bytes) -> Notice | None:
        """Check and read a message that claims to come from this gateway; None: it is nothing to us.

        Raises BadSignature, MalformedNotice.
        """

    def report(self, day: date, *, limit: int, cursor: str | None) -> Page[ReportLine]:
        """Some of the gateway's own books of a day (in UTC), the newest first."""

    def find(self, our_id: str) -> ReportLine | None:
        """What moved under one of our ids, on whatever day; None: nothing. It only looks."""


_gateways: dict[str, Callable[[], PaymentGateway]] = {}


def offer(name: str, make: Callable[[], PaymentGateway]) -> None:
    """Make a gateway available under a name."""
    _gateways[name] = make


def gateway(name: str) -> PaymentGateway:
    """A gateway by its name. Raises UnknownGateway."""
    from chalicelib.payments import service  # noqa: F401 - it offers them, and a consumer may not have asked it

    if name not in _gateways:
        raise UnknownGateway
    return _gateways[name]()
