"""The shipping table: booked parcels, and where a store sends from."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, Literal

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute

from chalicelib.foundation import clock, due
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.foundation.transaction import Transaction
from chalicelib.shipping.bookings.rules import (
    Booking,
    BookingState,
    Content,
    Direction,
    PaidFrom,
    Pickup,
)
from chalicelib.shipping.carriers.rules import Contact
from chalicelib.shipping.couriers.rules import Piece
from chalicelib.shipping.tracking.models import Silent

DUE = "booking"

PATIENCE = timedelta(minutes=2)
"""When the clock goes on with a booking that whoever began it hasn't finished."""

NOT_CARRIED_KEPT = timedelta(days=60)
"""How long it is known of a parcel that isn't carried, by whom and where to it was to be."""


class BookingItem(Item):
    """A booked parcel. Key: its id, `booking`. In the due index while the courier is being asked."""

    class Meta(Item.Meta):
        table_name = table("shipping")

    state = UnicodeAttribute()
    direction = UnicodeAttribute()
    store_id = UnicodeAttribute()
    people = JSONAttribute()
    service = UnicodeAttribute()
    sender = JSONAttribute()
    recipient = JSONAttribute()
    contents = JSONAttribute()
    piece = JSONAttribute()
    insured = NumberAttribute()
    price = NumberAttribute()
    currency = UnicodeAttribute()
    paid_from = UnicodeAttribute()
    created_at = UTCDateTimeAttribute()
    asked = UnicodeAttribute(null=True)
    refund_id = UnicodeAttribute(null=True)
    number = UnicodeAttribute(null=True)
    pickup = JSONAttribute(null=True)
    reason = UnicodeAttribute(null=True)
    version = NumberAttribute()
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    due = Silent()

    def booking(self) -> Booking:
        """What the business knows of it."""
        return Booking(
            id=self.pk,
            direction=Direction(self.direction),
            state=BookingState(self.state),
            store_id=self.store_id,
            **self.people,
            service=self.service,
            sender=Contact(**self.sender),
            recipient=Contact(**self.recipient),
            contents=tuple(Content(**row) for row in self.contents),
            piece=Piece(**self.piece),
            insured=int(self.insured),
            price=Money(int(self.price), self.currency),
            paid_from=PaidFrom(self.paid_from),
            created_at=self.created_at,
            asked=self.asked or "",
            refund_id=self.refund_id,
            number=self.number,
            pickup=_pickup(self.pickup),
            reason=self.reason,
            version=int(self.version),
        )


def _pickup(row: dict[str, str] | None) -> Pickup | None:
    if row is None:
        return None
    return Pickup(datetime.fromisoformat(row["since"]), datetime.fromisoformat(row["until"]), row["name"])


def _stored(pickup: Pickup | None) -> dict[str, str] | None:
    if pickup is None:
        return None
    return {"since": pickup.since.isoformat(), "until": pickup.until.isoformat(), "name": pickup.name}


def booking_want(booking_id: str) -> Want[Booking]:
    """A booking to be read."""
    return Want(BookingItem, booking_id, "booking", BookingItem.booking)


def begin(tx: Transaction, booking: Booking) -> None:
    """Store a booking that begins: 1 item. On commit raises ChangedMeanwhile if it is there."""
    tx.put(
        BookingItem(
            pk=booking.id,
            sk="booking",
            state=booking.state.value,
            direction=booking.direction.value,
            store_id=booking.store_id,
            people={name: getattr(booking, name) for name in ("merchant_id", "buyer_id", "payer_id")},
            service=booking.service,
            sender=asdict(booking.sender),
            recipient=asdict(booking.recipient),
            contents=[asdict(content) for content in booking.contents],
            piece=asdict(booking.piece),
            insured=booking.insured,
            price=booking.price.amount,
            currency=booking.price.currency,
            paid_from=booking.paid_from.value,
            created_at=booking.created_at,
            asked=booking.asked or None,
            refund_id=booking.refund_id,
            version=booking.version,
            due_shard=due.shard(DUE, booking.id),
            due_at=clock.stamp(booking.created_at + PATIENCE),
        )
    )


def move(tx: Transaction, before: Booking, after: Booking) -> None:
    """Move a booking on, provided that nobody did since it was read: 1 item. On commit ChangedMeanwhile."""
    item = BookingItem
    values: list[tuple[Any, Any]] = [
        (item.number, after.number),
        (item.pickup, _stored(after.pickup)),
        (item.reason, after.reason),
    ]
    actions = [attribute.set(value) for attribute, value in values if value is not None]
    actions += [item.state.set(after.state.value), item.version.set(before.version + 1)]
    if after.state is not BookingState.BOOKING:
        actions += [item.due_shard.remove(), item.due_at.remove()]
    if after.state in (BookingState.REFUSED, BookingState.CANCELLED):
        actions.append(item.expires_at.set(after.created_at + NOT_CARRIED_KEPT))
    tx.update(_key(before.id), actions, condition=item.version == before.version)


def wait(tx: Transaction, booking: Booking, *, until: datetime) -> None:
    """Let the clock look at a booking again later: 1 item."""
    tx.update(
        _key(booking.id),
        [BookingItem.due_at.set(clock.stamp(until))],
        condition=BookingItem.version == booking.version,
    )


def bare(tx: Transaction, booking: Booking, side: Literal["sender", "recipient"], left: Contact) -> None:
    """Leave of a side no more than this: 1 item. On commit raises ChangedMeanwhile."""
    attribute = BookingItem.sender if side == "sender" else BookingItem.recipient
    tx.update(
        _key(booking.id),
        [attribute.set(asdict(left)), BookingItem.version.add(1)],
        condition=BookingItem.version == booking.version,
    )


def unfinished(now: datetime, *, limit: int) -> list[str]:
    """The ids of bookings that nobody has finished, the longest waiting first. 4 queries."""
    found = due.by_shard(BookingItem.due, BookingItem.due_at, DUE, now, limit=limit)
    return [key.pk for keys in found for key in keys]


def _key(booking_id: str) -> BookingItem:
    return BookingItem(pk=booking_id, sk="booking")


class OriginItem(Item):
    """Where a store sends from. Key: its id, `origin`."""

    class Meta(Item.Meta):
        table_name = table("shipping")

    sender = JSONAttribute()

    def contact(self) -> Contact:
        """Who sends, and from where."""
        return Contact(**self.sender)


def origin_key(store_id: str) -> OriginItem:
    """The item to change, known by its key alone."""
    return OriginItem(pk=store_id, sk="origin")


def origin_want(store_id: str) -> Want[Contact]:
    """Where a store sends from, to be read."""
    return Want(OriginItem, store_id, "origin", OriginItem.contact)


def keep_origin(tx: Transaction, store_id: str, sender: Contact) -> None:
    """Remember where a store sends from: 1 item."""
    tx.update(origin_key(store_id), [OriginItem.sender.set(asdict(sender))])
