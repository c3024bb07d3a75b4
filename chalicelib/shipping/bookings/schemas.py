"""What booking a parcel takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import AwareDatetime, Field, StringConstraints

from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.schemas import MoneyView
from chalicelib.foundation.text import line
from chalicelib.shipping.bookings.handling import Followed
from chalicelib.shipping.bookings.rules import (
    MOST_ORDERS,
    Booking,
    BookingState,
    Content,
    Direction,
    PaidFrom,
    Pickup,
)
from chalicelib.shipping.bookings.service import Carriage, OrderPart
from chalicelib.shipping.carriers.rules import Contact
from chalicelib.shipping.couriers.rules import HOME, Piece
from chalicelib.shipping.errors import BadPickupTime, OrderTwice
from chalicelib.shipping.labels.rules import LabelFormat
from chalicelib.shipping.quotes.schemas import Grams, Millimetres, Region, Value
from chalicelib.shipping.tracking.rules import Status, Tracking
from chalicelib.shipping.tracking.schemas import TrackingView

ServiceId = Annotated[str, StringConstraints(pattern=r"^[a-z]{1,30}\.[a-z]{1,30}$")]
"""A service of POST /shipping/quotes."""


class SenderBody(Schema):
    """Who sends, and from where: a county's or a town's code in China."""

    name: Annotated[str, line(60)]
    phone: Annotated[str, line(32)]
    region: Region
    street: Annotated[str, line(120)]

    def contact(self) -> Contact:
        """As the rules know it."""
        return Contact(self.name, self.phone, HOME, self.region, "", self.street)


class PiecesOfLine(Schema):
    """So many pieces of a line of an order."""

    line_id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_]{1,40}$")]
    pieces: Annotated[int, Field(ge=1, le=9_999)]


class PackedOrder(Schema):
    """What of an order goes into the parcel. Without `lines`: all that is left of it."""

    order_id: Annotated[str, StringConstraints(pattern=r"^ord_[0-9A-Z]{26}$")]
    lines: Annotated[list[PiecesOfLine], Field(min_length=1, max_length=30)] | None = None

    def part(self) -> OrderPart:
        """As the use case knows it."""
        return OrderPart(
            self.order_id, {one.line_id: one.pieces for one in self.lines} if self.lines else None
        )


class ReturnBooking(Schema):
    """How a return is to be carried. `insured` is in minor units of CNY."""

    service: ServiceId
    grams: Grams
    length_mm: Millimetres = 200
    width_mm: Millimetres = 150
    height_mm: Millimetres = 100
    insured: Value = 0
    paid_from: PaidFrom = PaidFrom.PICKUP
    pin: Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")] | None = Field(
        default=None, json_schema_extra={"writeOnly": True}
    )

    def carriage(self) -> Carriage:
        """As the use case knows it."""
        piece = Piece(self.grams, self.length_mm, self.width_mm, self.height_mm)
        return Carriage(self.service, piece, self.insured, self.paid_from, self.pin)


class NewBooking(ReturnBooking):
    """A parcel to be carried: what of which orders is in it, from whom, and how.

    Orders of one store to one address may travel together, and an order may need several parcels. Without a
    `sender` it is sent from where the store's last one was.
    """

    orders: Annotated[list[PackedOrder], Field(min_length=1, max_length=MOST_ORDERS)]
    sender: SenderBody | None = None

    def parts(self) -> list[OrderPart]:
        """What of which orders is packed. Raises OrderTwice."""
        if len({one.order_id for one in self.orders}) < len(self.orders):
            raise OrderTwice(field="orders")
        return [one.part() for one in self.orders]


class PickupWish(Schema):
    """Between which moments the courier may come."""

    since: AwareDatetime
    until: AwareDatetime

    def between(self) -> tuple[datetime, datetime]:
        """The two moments. Raises BadPickupTime."""
        if self.since >= self.until:
            raise BadPickupTime(field="until")
        return self.since, self.until


class LabelQuery(Query):
    """For which printer."""

    format: LabelFormat = LabelFormat.PDF


class ContactView(Schema):
    """Who sends or gets a parcel."""

    name: str
    phone: str
    country: str
    region: str
    region_name: str
    street: str
    postal_code: str
    rural: bool

    @classmethod
    def of(cls, contact: Contact, /) -> Self:
        """Shape the answer."""
        return cls.model_validate(contact, from_attributes=True)


class ContentView(Schema):
    """So many pieces of a line of an order."""

    order_id: str
    line_id: str
    title: str
    pieces: int

    @classmethod
    def of(cls, content: Content, /) -> Self:
        """Shape the answer."""
        return cls.model_validate(content, from_attributes=True)


class PickupView(Schema):
    """When the courier comes, and what it calls that."""

    since: datetime
    until: datetime
    name: str

    @classmethod
    def of(cls, pickup: Pickup, /) -> Self:
        """Shape the answer."""
        return cls.model_validate(pickup, from_attributes=True)


class BookingView(Schema):
    """A parcel that a courier was asked to carry. Once it is `booked` it has a number and a label."""

    id: str
    direction: Direction
    state: BookingState
    reason: str | None
    service: str
    tracking_number: str | None
    price: MoneyView
    paid_from: PaidFrom
    sender: ContactView
    recipient: ContactView
    contents: list[ContentView]
    grams: int
    pickup: PickupView | None
    created_at: datetime

    @classmethod
    def of(cls, booking: Booking, /) -> Self:
        """Shape the answer."""
        return cls(
            id=booking.id,
            direction=booking.direction,
            state=booking.state,
            reason=booking.reason,
            service=booking.service,
            tracking_number=booking.number,
            price=MoneyView.of(booking.price),
            paid_from=booking.paid_from,
            sender=ContactView.of(booking.sender),
            recipient=ContactView.of(booking.recipient),
            contents=[ContentView.of(content) for content in booking.contents],
            grams=booking.piece.grams,
            pickup=PickupView.of(booking.pickup) if booking.pickup else None,
            created_at=booking.created_at,
        )


class BookedParcelView(Schema):
    """A booked parcel, and where it is."""

    booking: BookingView
    tracking: TrackingView | None

    @classmethod
    def of(cls, found: tuple[Booking, Tracking | None], /) -> Self:
        """Shape the answer."""
        booking, tracking = found
        return cls(booking=BookingView.of(booking), tracking=TrackingView.of(tracking) if tracking else None)


class FollowedParcelView(Schema):
    """A parcel of an order; `status` None: its courier doesn't carry it."""

    booking: BookingView
    status: Status | None
    delivered_at: datetime | None

    @classmethod
    def of(cls, found: Followed, /) -> Self:
        """Shape the answer."""
        track = found.track
        return cls(
            booking=BookingView.of(found.booking),
            status=track.status if track else None,
            delivered_at=track.delivered_at if track else None,
        )


class OrderParcels(Schema):
    """All booked parcels of an order and its returns, as they were begun."""

    items: list[FollowedParcelView]

    @classmethod
    def of(cls, found: list[Followed], /) -> Self:
        """Shape the answer."""
        return cls(items=[FollowedParcelView.of(one) for one in found])
