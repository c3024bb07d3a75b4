"""What orders does when a message or the clock asks."""

from __future__ import annotations

from typing import Any

from chalicelib.foundation import clock, queues
from chalicelib.foundation.queues import Message
from chalicelib.orders import prepared
from chalicelib.payments.events import ChargeSucceeded


def place_paid(event: dict[str, Any]) -> dict[str, Any]:
    """Place the checkouts that a batch of messages tells are paid; answers which must come again."""
    return queues.consume(event, _place_paid)


def _place_paid(message: Message) -> None:
    paid = ChargeSucceeded.model_validate_json(message.event)
    if paid.reference:
        prepared.place_paid(paid.reference, buyer=paid.person_id, paid_at=paid.at, now=clock.now())
