"""What wholesale does when a message comes."""

from __future__ import annotations

import json
from typing import Any

from chalicelib.foundation import clock, queues
from chalicelib.foundation.queues import Message
from chalicelib.wholesale.resale import service as resale
from chalicelib.wholesale.suppliers import service as suppliers


def follow_purchases(event: dict[str, Any]) -> dict[str, Any]:
    """Count who buys again, and stock what has come; answers which messages must come again."""
    return queues.consume(event, _follow)


def _follow(message: Message) -> None:
    order_id = json.loads(message.event)["order_id"]
    suppliers.note_completed(order_id)
    resale.note_come(order_id, now=clock.now())
