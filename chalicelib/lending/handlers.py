"""What lending does when a message comes."""

from __future__ import annotations

from typing import Any

from chalicelib.foundation import clock, queues
from chalicelib.foundation.queues import Message
from chalicelib.lending import service
from chalicelib.lending.events import LoanAccepted


def disburse_loans(event: dict[str, Any]) -> dict[str, Any]:
    """Pay out the loans of a batch of messages; answers which must come again."""
    return queues.consume(event, _disburse)


def _disburse(message: Message) -> None:
    accepted = LoanAccepted.model_validate_json(message.event)
    service.disburse(accepted.loan_id, now=clock.now())
