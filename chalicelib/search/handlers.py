"""What search does when a message comes."""

from __future__ import annotations

from typing import Any

from chalicelib.foundation import queues
from chalicelib.foundation.queues import Message
from chalicelib.listings.events import Cause, GoodsChanged, StockMoved
from chalicelib.search import service


def index_goods(event: dict[str, Any]) -> dict[str, Any]:
    """Index the goods of which a batch of messages tells; answers which must come again."""
    return queues.consume(event, _index)


def _index(message: Message) -> None:
    for listing_id in _changed(message):
        service.refresh(listing_id)


def _changed(message: Message) -> list[str]:
    """The goods that a message tells of, once each. Of new ones two events tell; one is enough."""
    if message.kind == GoodsChanged.kind():
        return list(GoodsChanged.model_validate_json(message.event).listing_ids)
    moved = StockMoved.model_validate_json(message.event)
    lines = () if moved.cause is Cause.LISTED else moved.lines
    return list(dict.fromkeys(one.listing_id for one in lines if one.change))
