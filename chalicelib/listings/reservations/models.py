"""Reservations as the listings table keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from pynamodb.attributes import JSONAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.expressions.update import Action
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.foundation import clock, due
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.listings.reservations.rules import Line, Reservation, State, reservation_id

_DUE = "reservation"

KEPT = timedelta(days=90)
"""How long one is remembered that isn't held any more."""


class Due(GlobalSecondaryIndex["ReservationItem"]):
    """Reservations by when they lapse. Sparse: only what is held is in it."""

    class Meta:
        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


class ReservationItem(Item):
    """A reservation. Key: its id, `reservation`."""

    class Meta(Item.Meta):
        table_name = table("listings")

    holder = UnicodeAttribute()
    reference = UnicodeAttribute()
    lines = JSONAttribute()
    until = UTCDateTimeAttribute()
    state = UnicodeAttribute()
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    due = Due()

    def reservation(self) -> Reservation:
        """What the business knows of it."""
        return Reservation(
            holder=self.holder,
            reference=self.reference,
            lines=tuple(_line_of(row) for row in self.lines),
            until=self.until,
            state=State(self.state),
        )


def reservation_item(reservation: Reservation) -> ReservationItem:
    """A reservation as it is stored, in the clock's hands."""
    return ReservationItem(
        pk=reservation.id,
        sk="reservation",
        holder=reservation.holder,
        reference=reservation.reference,
        lines=[_line_row(line) for line in reservation.lines],
        until=reservation.until,
        state=reservation.state.value,
        due_shard=due.shard(_DUE, reservation.id),
        due_at=clock.stamp(reservation.until),
    )


def reservation_key(reservation: Reservation) -> ReservationItem:
    """The item to update, known by its key alone."""
    return ReservationItem(pk=reservation.id, sk="reservation")


def reservation_want(reference: str) -> Want[Reservation]:
    """The reservation for a checkout or an offer, to be read together with it."""
    return _want(reservation_id(reference))


def _want(id_: str) -> Want[Reservation]:
    return Want(ReservationItem, id_, "reservation", ReservationItem.reservation)


def ending(state: State, at: datetime) -> list[Action]:
    """The change of a reservation that isn't held any more: the clock has nothing to do with it."""
    item = ReservationItem
    return [
        item.state.set(state.value),
        item.due_shard.remove(),
        item.due_at.remove(),
        item.expires_at.set(at + KEPT),
    ]


def due_wants(now: datetime, *, limit: int) -> Iterator[list[Want[Reservation]]]:
    """Which reservations are due, the longest first, a shard at a time. A query for each of 4 shards."""
    for keys in due.by_shard(ReservationItem.due, ReservationItem.due_at, _DUE, now, limit=limit):
        yield [_want(key.pk) for key in keys]


def _line_row(line: Line) -> dict[str, Any]:
    return {
        "listing_id": line.listing_id,
        "variant_id": line.variant_id,
        "quantity": line.quantity,
        "price": line.price.amount,
        "currency": line.price.currency,
    }


def _line_of(row: dict[str, Any]) -> Line:
    price = Money(row["price"], row["currency"])
    return Line(row["listing_id"], row["variant_id"], row["quantity"], price)
