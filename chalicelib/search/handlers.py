"""What search does when a message comes."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

from chalicelib.foundation import clock, queues
from chalicelib.foundation.queues import Message
from chalicelib.listings.events import Cause, GoodsChanged, StockMoved
from chalicelib.search import service
from chalicelib.stores.events import StoreChanged


class _FameTold(BaseModel):
    """What reviews tell of a listing, of which this domain can't know: it is below them."""

    model_config = ConfigDict(extra="ignore", defer_build=True)

    listing_id: str
    sales: int
    stars_sum: int
    reviews: int
    changes: int


FAME = "ListingFameChanged.1"


def index_goods(event: dict[str, Any]) -> dict[str, Any]:
    """Index the goods of which a batch of messages tells; answers which must come again."""
    return queues.consume(event, _index)


def _index(message: Message) -> None:
    if message.kind == StoreChanged.kind():
        told = StoreChanged.model_validate_json(message.event)
        service.refresh_store(told.store_id, after=told.after, now=clock.now())
        return
    if message.kind == FAME:
        _note_fame(_FameTold.model_validate_json(message.event))
        return
    for listing_id in _changed(message):
        service.refresh(listing_id)


def _changed(message: Message) -> list[str]:
    """The goods that a message tells of, once each. Of new ones two events tell; one is enough."""
    if message.kind == GoodsChanged.kind():
        return list(GoodsChanged.model_validate_json(message.event).listing_ids)
    moved = StockMoved.model_validate_json(message.event)
    lines = () if moved.cause is Cause.LISTED else moved.lines
    return list(dict.fromkeys(one.listing_id for one in lines if one.change))


def _note_fame(told: _FameTold) -> None:
    service.fame(
        told.listing_id,
        sales=told.sales,
        rating=told.stars_sum / told.reviews if told.reviews else 0.0,
        reviews=told.reviews,
        version=told.changes,
    )
