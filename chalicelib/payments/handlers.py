"""What payments does when a message or the clock asks."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from chalicelib.foundation import clock, queues
from chalicelib.foundation.observability import correlate
from chalicelib.foundation.queues import Message
from chalicelib.payments import withdrawals
from chalicelib.payments.closing import service as closing
from chalicelib.payments.events import WithdrawalRequested


def pay_out(event: dict[str, Any]) -> dict[str, Any]:
    """Pay out the withdrawals of a batch of messages; answers which must come again."""
    return queues.consume(event, _pay_out)


def close_books(at: datetime) -> int:
    """Go on closing the earliest day that isn't closed by then; answers how many accounts were audited."""
    correlate("close_books")
    return closing.close_books(at)


def _pay_out(message: Message) -> None:
    asked = WithdrawalRequested.model_validate_json(message.event)
    withdrawals.pay_out(asked.withdrawal_id, now=clock.now())
