"""What can be done with parcels."""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation.tables import get
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders import service as orders
from chalicelib.shipping import models
from chalicelib.shipping.errors import ParcelNotFound
from chalicelib.shipping.models import ParcelItem
from chalicelib.shipping.rules import Parcel


def ship(order_id: str, *, person: str, courier: str, tracking_number: str, now: datetime) -> Parcel:
    """Hand an order to a courier. 1 read, for staff 2, 1 transaction of 3 items: parcel, order, event.

    Raises OrderNotFound, NotPermitted, WrongState, ChangedMeanwhile.
    """
    order = orders.for_shipping(order_id, person=person)
    parcel = Parcel(order_id, courier, tracking_number, now)
    with Transaction() as tx:
        orders.mark_shipped(tx, order, courier=courier, tracking_number=tracking_number, now=now)
        tx.put(models.parcel_item(parcel))
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
