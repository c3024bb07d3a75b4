"""What search does when a message comes."""

from __future__ import annotations

from typing import Any

from chalicelib.foundation import queues
from chalicelib.foundation.queues import Message
from chalicelib.listings.events import GoodsChanged
from chalicelib.search import service


def index_goods(event: dict[str, Any]) -> dict[str, Any]:
    """Index the goods of which a batch of messages tells; answers which must come again."""
    return queues.consume(event, _index)


def _index(message: Message) -> None:
    for listing_id in GoodsChanged.model_validate_json(message.event).listing_ids:
        service.refresh(listing_id)
