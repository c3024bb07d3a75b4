"""What we ask of a payment gateway (a card acquirer, Alipay, a bank), whichever it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from chalicelib.foundation.money import Money
from chalicelib.payments.errors import UnknownGateway


class Outcome(StrEnum):
    """What became of a charge or of a payout."""

    SUCCEEDED = "succeeded"
    DECLINED = "declined"
    PENDING = "pending"
    """The gateway will tell by a notice."""


@dataclass(frozen=True, slots=True)
class Result:
    """A gateway's answer; `reason` is its stable word for a refusal."""

    outcome: Outcome
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A gateway's message about a charge, its signature checked."""

    notice_id: str
    charge_id: str
    outcome: Outcome
    amount: Money
    reason: str | None


class PaymentGateway(Protocol):
    """Every call carries our own id and is idempotent by it: asked twice it acts once."""

    name: str

    def charge(self, charge_id: str, *, amount: Money, method: str) -> Result:
        """Take money from a payment method. Raises UnknownMethod."""

    def outcome_of(self, charge_id: str) -> Result:
        """What became of a charge. One that the gateway never saw it will refuse from now on."""

    def pay_out(self, payout_id: str, *, amount: Money, destination: str) -> Result:
        """Send money to a bank account."""

    def read_notice(self, headers: Mapping[str, str], body: bytes) -> Notice:
        """Check and read a message that claims to come from this gateway.

        Raises BadSignature, MalformedNotice.
        """


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
