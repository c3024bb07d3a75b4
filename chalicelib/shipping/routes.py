"""The shipping routes."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.orders.errors import OrderNotFound, WrongState
from chalicelib.shipping import service
from chalicelib.shipping.errors import ParcelNotFound, ServiceUnfit, TrackingNumberTaken, UnknownService
from chalicelib.shipping.rules import Parcel
from chalicelib.shipping.schemas import NewParcel, ParcelView
from chalicelib.shipping.tracking.rules import Tracking
from chalicelib.shipping.tracking.schemas import TrackingView
from chalicelib.stores.errors import NotPermitted

bp = Routes(__name__)


@bp.post(
    "/orders/{order_id}/parcel",
    answers=ParcelView,
    status=HTTPStatus.CREATED,
    raises=(
        OrderNotFound,
        NotPermitted,
        WrongState,
        UnknownService,
        ServiceUnfit,
        TrackingNumberTaken,
        ChangedMeanwhile,
    ),
)
def ship_order(order_id: str, caller: Caller, body: NewParcel) -> Parcel:
    """Hand a sold order to a courier."""
    return service.ship(
        order_id,
        person=caller.person_id,
        courier=body.courier,
        tracking_number=body.tracking_number,
        journey=body.journey(),
        now=clock.now(),
    )


@bp.get("/orders/{order_id}/parcel", answers=ParcelView, raises=(OrderNotFound, NotPermitted, ParcelNotFound))
def show_parcel(order_id: str, caller: Caller) -> Parcel:
    """See an order's parcel, as its buyer or its merchant."""
    return service.parcel_of(order_id, caller=caller.person_id)


@bp.get(
    "/orders/{order_id}/tracking", answers=TrackingView, raises=(OrderNotFound, NotPermitted, ParcelNotFound)
)
def track_parcel(order_id: str, caller: Caller) -> Tracking:
    """See where an order's parcel is, and all that its courier told of it."""
    return service.tracking_of(order_id, caller=caller.person_id)
