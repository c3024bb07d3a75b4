"""The routes of booked parcels."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.accounts.errors import BadPhone, BadRegion
from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Answer, Caller, Routes
from chalicelib.orders.errors import (
    OrderNotFound,
    RefundNotFound,
    RefundOpen,
    WrongRefundState,
    WrongState,
)
from chalicelib.payments.errors import (
    AccountFrozen,
    InsufficientFunds,
    LimitExceeded,
    PinLocked,
    PinRequired,
    WrongPin,
)
from chalicelib.shipping.bookings import handling, returns, service
from chalicelib.shipping.bookings.handling import Followed
from chalicelib.shipping.bookings.rules import Booking
from chalicelib.shipping.bookings.schemas import (
    BookedParcelView,
    BookingView,
    ContactView,
    LabelQuery,
    NewBooking,
    OrderParcels,
    PickupWish,
    ReturnBooking,
    SenderBody,
)
from chalicelib.shipping.carriers.rules import Contact
from chalicelib.shipping.errors import (
    BadPickupTime,
    BookingNotFound,
    CourierRefused,
    CourierUnavailable,
    NothingLeft,
    NotTogether,
    OrderTwice,
    OriginUnknown,
    ServiceUnfit,
    TooManyParcels,
    TrackingNumberTaken,
    UnknownService,
    WrongBookingState,
)
from chalicelib.shipping.labels import pdf, zpl
from chalicelib.shipping.labels.rules import LabelFormat
from chalicelib.shipping.tracking.rules import Tracking
from chalicelib.stores.errors import NotPermitted, StoreNotFound

bp = Routes(__name__)

_PAYING = (InsufficientFunds, AccountFrozen, WrongPin, PinRequired, PinLocked, LimitExceeded)
_ASKING = (UnknownService, ServiceUnfit, CourierRefused, CourierUnavailable, TrackingNumberTaken)


@bp.post(
    "/shipping/parcels",
    answers=BookingView,
    status=HTTPStatus.CREATED,
    raises=(
        OrderNotFound,
        NotPermitted,
        WrongState,
        NotTogether,
        OrderTwice,
        NothingLeft,
        TooManyParcels,
        OriginUnknown,
        BadRegion,
        BadPhone,
        ChangedMeanwhile,
        *_ASKING,
        *_PAYING,
    ),
)
def book_parcel(caller: Caller, body: NewBooking) -> Booking:
    """Have a courier carry a parcel: all of an order, a part of it, or several orders to one address."""
    return service.book(
        body.parts(),
        body.carriage(),
        sender=body.sender.contact() if body.sender else None,
        person=caller.person_id,
        now=clock.now(),
    )


@bp.get("/shipping/parcels/{parcel_id}", answers=BookedParcelView, raises=(BookingNotFound, NotPermitted))
def show_booked_parcel(parcel_id: str, caller: Caller) -> tuple[Booking, Tracking | None]:
    """See a booked parcel, where it is, and how it was handed over."""
    return handling.show(parcel_id, caller=caller.person_id)


@bp.post(
    "/shipping/parcels/{parcel_id}/cancel",
    answers=BookingView,
    raises=(
        BookingNotFound,
        NotPermitted,
        WrongBookingState,
        RefundOpen,
        CourierRefused,
        CourierUnavailable,
        ChangedMeanwhile,
    ),
)
def cancel_parcel(parcel_id: str, caller: Caller) -> Booking:
    """Have a parcel not carried after all, as long as its courier hasn't got it."""
    return handling.call_off(parcel_id, caller=caller.person_id, now=clock.now())


@bp.post(
    "/shipping/parcels/{parcel_id}/pickup",
    answers=BookingView,
    raises=(
        BookingNotFound,
        NotPermitted,
        BadPickupTime,
        WrongBookingState,
        CourierRefused,
        CourierUnavailable,
        ChangedMeanwhile,
    ),
)
def request_pickup(parcel_id: str, caller: Caller, body: PickupWish) -> Booking:
    """Have the courier fetch a parcel."""
    since, until = body.between()
    return handling.fetch(parcel_id, caller=caller.person_id, since=since, until=until)


@bp.get(
    "/shipping/parcels/{parcel_id}/label",
    media=tuple(one.content_type for one in LabelFormat),
    raises=(BookingNotFound, NotPermitted, WrongBookingState),
)
def parcel_label(parcel_id: str, caller: Caller, query: LabelQuery) -> Answer:
    """Draw a parcel's label, 100 × 150 mm, for an office printer (PDF) or a label printer (ZPL)."""
    label = handling.label(parcel_id, caller=caller.person_id)
    body = pdf.draw(label) if query.format is LabelFormat.PDF else zpl.written(label)
    name = f'attachment; filename="{label.number}.{query.format}"'
    headers = {"Cache-Control": "private, no-store", "Content-Disposition": name}
    return Answer(body, query.format.content_type, headers=headers)


@bp.get("/orders/{order_id}/parcels", answers=OrderParcels, raises=(OrderNotFound, NotPermitted))
def list_order_parcels(order_id: str, caller: Caller) -> list[Followed]:
    """See all booked parcels of an order and its returns."""
    return handling.of_order(order_id, caller=caller.person_id)


@bp.post(
    "/orders/{order_id}/refunds/{refund_id}/booking",
    answers=BookingView,
    status=HTTPStatus.CREATED,
    raises=(
        RefundNotFound,
        OrderNotFound,
        NotPermitted,
        WrongRefundState,
        OriginUnknown,
        ChangedMeanwhile,
        *_ASKING,
        *_PAYING,
    ),
)
def book_return(order_id: str, refund_id: str, caller: Caller, body: ReturnBooking) -> Booking:
    """Have a courier bring a refund's goods back; the parcel's label is for the buyer."""
    return returns.book(order_id, refund_id, body.carriage(), caller=caller.person_id, now=clock.now())


@bp.get("/stores/{store_id}/origin", answers=ContactView, raises=(StoreNotFound, NotPermitted, OriginUnknown))
def show_origin(store_id: str, caller: Caller) -> Contact:
    """See where a store sends from, and takes returns."""
    return handling.origin(store_id, caller=caller.person_id)


@bp.put(
    "/stores/{store_id}/origin",
    answers=ContactView,
    raises=(StoreNotFound, NotPermitted, BadRegion, BadPhone),
)
def set_origin(store_id: str, caller: Caller, body: SenderBody) -> Contact:
    """Tell where a store sends from, and takes returns."""
    return handling.set_origin(store_id, body.contact(), caller=caller.person_id)
