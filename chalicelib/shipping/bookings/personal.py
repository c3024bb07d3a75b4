"""The parcels that carriers were asked to carry to and from a person. They stay; where she lives doesn't."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Literal

from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Forget, Holding, Pages
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders import service as orders
from chalicelib.orders.service import Order
from chalicelib.shipping.bookings import models, returns
from chalicelib.shipping.bookings.rules import Booking, Direction
from chalicelib.shipping.carriers.rules import Contact
from chalicelib.shipping.manifests import models as manifests
from chalicelib.stores.personal import forget_one_of_each, one_of_each, over_stores
from chalicelib.stores.service import Store

_ORDERS = 5
"""Whose parcels can be read together."""


def _bought(person_id: str, cursor: str | None) -> Page[Booking]:
    return _parcels_of(orders.bought(person_id, limit=_ORDERS, cursor=cursor))


def _of_store(store: Store, cursor: str | None) -> Page[Booking]:
    return _parcels_of(orders.sold(store.id, person=store.owner_id, limit=_ORDERS, cursor=cursor))


_sold = over_stores(_of_store)


def _parcels_of(page: Page[Order]) -> Page[Booking]:
    """What was booked for some orders, there and back. 2 reads."""
    packed = read_together([manifests.manifest_want(one.id) for one in page.items]) if page.items else []
    there = [part.parcel_id for manifest in packed if manifest for part in manifest.parts]
    back = [returns.booking_id(refund_id) for one in page.items for refund_id in one.refund_ids]
    wants = [models.booking_want(one) for one in dict.fromkeys([*there, *back])]
    found: list[Booking | None] = []
    for begin in range(0, len(wants), 100):
        found += read_together(wants[begin : begin + 100])
    return Page([one for one in found if one is not None], page.cursor)


def _forget(pages: Pages, end: Direction) -> Forget:
    """How either side is forgotten: `end` is the direction of the parcels that come to it."""

    def forget(person_id: str, cursor: str | None, _: datetime) -> str | None:
        """Take name, phone and street from a page of parcels. 1 query, 3 reads, 1 transaction for each."""
        page = pages(person_id, cursor)
        for one in page.items:
            side: Literal["sender", "recipient"] = "recipient" if one.direction is end else "sender"
            contact: Contact = getattr(one, side)
            bare = replace(contact, name="", phone="", street="", postal_code="")
            if bare != contact:
                with Transaction() as tx:
                    models.bare(tx, one, side, bare)
        return page.cursor

    return forget


HOLDINGS = (
    Holding("origins", pages=one_of_each(models.origin_want), forget=forget_one_of_each(models.origin_key)),
    Holding("parcels-bought", pages=_bought, forget=_forget(_bought, Direction.OUT)),
    Holding("parcels-sold", pages=_sold, forget=_forget(_sold, Direction.BACK)),
)
