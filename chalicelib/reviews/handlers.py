"""What reviews does when a message comes."""

from __future__ import annotations

import json
from typing import Any

from chalicelib.foundation import clock, queues
from chalicelib.foundation.queues import Message
from chalicelib.reviews import figures


def follow_orders(event: dict[str, Any]) -> dict[str, Any]:
    """Bring figures and invitations to what orders have become; answers which messages must come again."""
    return queues.consume(event, _follow)


def _follow(message: Message) -> None:
    """Only which order it is about counts: the order is read as it is now."""
    figures.follow(json.loads(message.event)["order_id"], now=clock.now())
