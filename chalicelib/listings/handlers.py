"""What listings does when a message comes."""

from __future__ import annotations

from typing import Any

from chalicelib.foundation import queues
from chalicelib.foundation.queues import Message
from chalicelib.listings.events import StockMoved
from chalicelib.listings.journal import service as journal


def note_stock(event: dict[str, Any]) -> dict[str, Any]:
    """Note what moved stock, of a batch of messages; answers which must come again."""
    return queues.consume(event, _note)


def _note(message: Message) -> None:
    journal.keep(StockMoved.model_validate_json(message.event))
