"""What can be done with parcels."""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation.config import settings
from chalicelib.foundation.tables import get
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders import service as orders
from chalicelib.shipping import models
from chalicelib.shipping.errors import ParcelNotFound
from chalicelib.shipping.models import ParcelItem
from chalicelib.shipping.rules import Parcel
from chalicelib.shipping.tracking import service as tracking
from chalicelib.shipping.tracking.rules import Tracking
from chalicelib.shipping.tracking.service import Journey


def ship(
    order_id: str,
    *,
    person: str,
    courier: str,
    tracking_number: str,
    journey: Journey | None = None,
    now: datetime,
) -> Parcel:
    """Hand an order to a courier. 1 read, for staff 2, 1 transaction of 3 items: parcel, order, event.

    With a journey 1 item more: the courier tells how it goes on, and the time to confirm runs from delivery.
    Orders of one store to one place may share a parcel: they have the same number.
    Raises OrderNotFound, NotPermitted, WrongState, UnknownService, ServiceUnfit, TrackingNumberTaken,
    ChangedMeanwhile.
    """
    order = orders.for_shipping(order_id, person=person)
    parcel = Parcel(order_id, courier, tracking_number, now, journey.service if journey else None)
    with Transaction() as tx:
        days = settings().followed_confirm_days if journey else settings().auto_confirm_days
        orders.mark_shipped(
            tx, order, courier=courier, tracking_number=tracking_number, confirm_days=days, now=now
        )
        tx.put(models.parcel_item(parcel))
        if journey:
            tracking.begin(tx, order, journey, number=tracking_number, now=now)
        return tx.result(parcel)


def parcel_of(order_id: str, *, caller: str) -> Parcel:
    """The parcel of an order, for its buyer, its merchant and who works for her. 2 reads, for staff 3.

    Raises OrderNotFound, NotPermitted, ParcelNotFound.
    """
    orders.show(order_id, caller=caller)
    found: ParcelItem | None = get(ParcelItem, order_id, "parcel")
    if found is None:
        raise ParcelNotFound
    return found.parcel()


def tracking_of(order_id: str, *, caller: str) -> Tracking:
    """Where an order's parcel is, for who may see the order. 2 reads, for staff 3; if it is followed 1 query.

    Raises OrderNotFound, NotPermitted, ParcelNotFound.
    """
    parcel = parcel_of(order_id, caller=caller)
    return tracking.tracking(parcel.courier, parcel.tracking_number, service_id=parcel.service)
