"""The route of selling on."""

from __future__ import annotations

from collections.abc import Sequence

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.listings.errors import ListingNotFound
from chalicelib.orders.errors import LineNotFound, OrderNotFound
from chalicelib.stores.errors import NotPermitted, StoreNotFound
from chalicelib.wholesale.errors import NotResellable, OtherCurrency
from chalicelib.wholesale.resale import service
from chalicelib.wholesale.resale.rules import Resale
from chalicelib.wholesale.resale.schemas import ResaleView, ResaleWish

bp = Routes(__name__)


@bp.post(
    "/orders/{order_id}/resell",
    answers=ResaleView,
    raises=(
        OrderNotFound,
        LineNotFound,
        ListingNotFound,
        NotResellable,
        StoreNotFound,
        NotPermitted,
        OtherCurrency,
        ChangedMeanwhile,
    ),
)
def resell(order_id: str, caller: Caller, body: ResaleWish) -> Sequence[Resale]:
    """Sell on what one bought: each line becomes a draft in one's store, with its pieces once they come."""
    return service.resell(order_id, body.wish(), buyer=caller.person_id, now=clock.now())
