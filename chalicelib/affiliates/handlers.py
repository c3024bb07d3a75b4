"""What the affiliate programme does when a message comes."""

from __future__ import annotations

from typing import Any

from chalicelib.affiliates import service
from chalicelib.affiliates.events import CommissionMoved
from chalicelib.foundation import queues
from chalicelib.foundation.queues import Message


def count_commissions(event: dict[str, Any]) -> dict[str, Any]:
    """Bring the sums to what commissions have become; answers which messages must come again."""
    return queues.consume(event, _count)


def _count(message: Message) -> None:
    """Only which order it is about counts: the commission is read as it is now."""
    service.count(CommissionMoved.model_validate_json(message.event).order_id)
