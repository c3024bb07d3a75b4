"""What scoring does when a message comes."""

from __future__ import annotations

import json
from typing import Any

from chalicelib.foundation import clock, queues
from chalicelib.foundation.queues import Message
from chalicelib.lending.scoring.record import service as record


def keep_records(event: dict[str, Any]) -> dict[str, Any]:
    """Count the orders that are over; answers which messages must come again."""
    return queues.consume(event, _keep)


def _keep(message: Message) -> None:
    """Only which order it is about counts: the order is read as it is now."""
    record.follow(json.loads(message.event)["order_id"], now=clock.now())
