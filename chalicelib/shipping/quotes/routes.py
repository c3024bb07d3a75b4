"""The routes that compare couriers."""

from __future__ import annotations

from chalicelib.accounts.errors import BadRegion
from chalicelib.foundation import clock
from chalicelib.foundation.http import Caller, Routes
from chalicelib.orders.errors import OrderNotFound
from chalicelib.shipping.quotes import service
from chalicelib.shipping.quotes.rules import Comparison, Weights
from chalicelib.shipping.quotes.schemas import Asking, ComparisonView, OrderQuotesQuery
from chalicelib.shipping.quotes.service import Wish
from chalicelib.stores.errors import NotPermitted

bp = Routes(__name__)


@bp.post("/shipping/quotes", answers=ComparisonView, raises=(BadRegion,))
def compare_couriers(body: Asking) -> Comparison:
    """Compare the couriers that can take a parcel somewhere: prices, arrival, and their measured records."""
    wish = Wish(body.rank_by, body.weights(), body.ready_at or clock.now(), body.wanted_by)
    return service.compare(body.consignment(), wish)


@bp.get("/orders/{order_id}/quotes", answers=ComparisonView, raises=(OrderNotFound, NotPermitted, BadRegion))
def compare_for_order(order_id: str, caller: Caller, query: OrderQuotesQuery) -> Comparison:
    """Compare the couriers that can bring an order to its buyer."""
    wish = Wish(query.rank_by, Weights(), clock.now(), query.wanted_by)
    return service.for_order(
        order_id, caller=caller.person_id, origin=query.origin, pieces=[query.piece()], wish=wish
    )
