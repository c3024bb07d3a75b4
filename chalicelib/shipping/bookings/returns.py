"""Parcels that bring a refund's goods back, with a label for the buyer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chalicelib.foundation import ids
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders.refunds import service as refunds
from chalicelib.orders.refunds.service import Refund
from chalicelib.orders.service import Order
from chalicelib.shipping.bookings import models, service
from chalicelib.shipping.bookings.rules import Booking, BookingState, Content, Direction
from chalicelib.shipping.bookings.service import Carriage
from chalicelib.shipping.carriers.rules import Contact
from chalicelib.shipping.errors import CourierRefused, OriginUnknown


def booking_id(refund_id: str) -> str:
    """The id of the parcel that brings a refund's goods back: there is one."""
    return ids.derived("par", refund_id)


def book(order_id: str, refund_id: str, wish: Carriage, *, caller: str, now: datetime) -> Booking:
    """Have a courier bring the goods of a refund back to where their store sends from.

    2 reads, 1 transaction of 1 item, 8 more from the wallet; the courier is asked; 1 read, 1 transaction of 5
    items. Once the courier refused, the buyer sends them by herself. Raises RefundNotFound,
    NotPermitted, WrongRefundState, OriginUnknown, UnknownService, ServiceUnfit, InsufficientFunds, WrongPin,
    PinRequired, PinLocked, LimitExceeded, CourierRefused, CourierUnavailable, ChangedMeanwhile.
    """
    order, refund = refunds.for_return(order_id, refund_id, caller=caller)
    earlier, home = read_together(
        [models.booking_want(booking_id(refund_id)), models.origin_want(order.seller.store_id)]
    )
    if earlier and earlier.state is BookingState.BOOKING:
        return service.finish(earlier, now)
    if earlier:
        raise CourierRefused(earlier.reason)
    if home is None:
        raise OriginUnknown("The store hasn't told where it takes returns. Ask it, and send them yourself.")
    booking = _backward(order, refund, wish, home, now)
    with Transaction() as tx:
        models.begin(tx, booking)
        service.pay(tx, booking, person=caller, pin=wish.pin, now=now)
    return service.finish(booking, now)


def _backward(order: Order, refund: Refund, wish: Carriage, home: Contact, now: datetime) -> Booking:
    """The parcel that goes back: it is the buyer who sends it, and pays."""
    draft = service.drafted(booking_id(refund.id), order, wish, now=now)
    back = replace(
        draft,
        direction=Direction.BACK,
        payer_id=order.buyer_id,
        recipient=home,
        contents=tuple(Content(order.id, one.id, one.title, one.quantity) for one in order.lines),
        refund_id=refund.id,
    )
    return service.priced(back)
