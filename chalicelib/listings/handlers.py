"""What listings does when a message comes."""

from __future__ import annotations

from typing import Any

from chalicelib.foundation import clock, queues
from chalicelib.foundation.queues import Message
from chalicelib.listings.alerts import service as alerts
from chalicelib.listings.events import PriceLowered, StockMoved
from chalicelib.listings.favourites import service as favourites
from chalicelib.listings.journal import service as journal


def note_stock(event: dict[str, Any]) -> dict[str, Any]:
    """Note what moved stock, and tell of what runs low or costs less, of a batch of messages; answers which
    must come again."""
    return queues.consume(event, _note)


def _note(message: Message) -> None:
    if message.kind == PriceLowered.kind():
        favourites.tell_cheaper(PriceLowered.model_validate_json(message.event), now=clock.now())
        return
    event = StockMoved.model_validate_json(message.event)
    journal.keep(event)
    alerts.notice(event)
