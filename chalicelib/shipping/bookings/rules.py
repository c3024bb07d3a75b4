"""What a booked parcel is, and what can become of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chalicelib.foundation.money import Money
from chalicelib.shipping.carriers.rules import Contact, Job
from chalicelib.shipping.couriers.rules import HOME, Consignment, Piece, Place
from chalicelib.shipping.errors import WrongBookingState
from chalicelib.shipping.tracking.rules import MOST_ORDERS

__all__ = ["MOST_ORDERS"]


class Direction(StrEnum):
    """Which way it goes."""

    OUT = "out"
    """From a store to its buyer."""
    BACK = "back"
    """A return."""


class BookingState(StrEnum):
    """How far a booking is. Where the parcel itself is, tracking says."""

    BOOKING = "booking"
    """The courier is being asked."""
    BOOKED = "booked"
    REFUSED = "refused"
    """The courier doesn't take it."""
    CANCELLED = "cancelled"


class Action(StrEnum):
    """What can happen to a booking."""

    TAKE = "take"
    """The courier says yes."""
    REFUSE = "refuse"
    CALL_OFF = "call_off"


MOVES: Mapping[tuple[BookingState, Action], BookingState] = {
    (BookingState.BOOKING, Action.TAKE): BookingState.BOOKED,
    (BookingState.BOOKING, Action.REFUSE): BookingState.REFUSED,
    (BookingState.BOOKING, Action.CALL_OFF): BookingState.CANCELLED,
    (BookingState.BOOKED, Action.CALL_OFF): BookingState.CANCELLED,
}
"""The whole life of a booking: its orders may be called off while the courier is being asked."""


def transition(state: BookingState, action: Action) -> BookingState:
    """The state after an action. Raises WrongBookingState."""
    if (after := MOVES.get((state, action))) is None:
        raise WrongBookingState(f"A parcel that is {state} can't be told to {action.replace('_', ' ')}.")
    return after


class PaidFrom(StrEnum):
    """How whoever sends a parcel pays the courier."""

    WALLET = "wallet"
    """Now, out of her wallet."""
    PICKUP = "pickup"
    """To the courier itself, when it fetches the parcel."""


@dataclass(frozen=True, slots=True)
class Content:
    """So many pieces of a line of an order."""

    order_id: str
    line_id: str
    title: str
    pieces: int


@dataclass(frozen=True, slots=True)
class Pickup:
    """When a courier was asked to come, and what it calls that."""

    since: datetime
    until: datetime
    name: str


@dataclass(frozen=True, slots=True)
class Booking:
    """A parcel that a courier was asked to carry."""

    id: str
    direction: Direction
    state: BookingState
    store_id: str
    merchant_id: str
    buyer_id: str
    payer_id: str
    service: str
    sender: Contact
    recipient: Contact
    contents: tuple[Content, ...]
    piece: Piece
    insured: int
    """In minor units of CNY."""
    price: Money
    paid_from: PaidFrom
    created_at: datetime
    asked: str
    """The fingerprint of the request that made it; empty: it had no key."""
    refund_id: str | None = None
    number: str | None = None
    pickup: Pickup | None = None
    reason: str | None = None
    """Why the courier refused, or it was called off."""
    version: int = 1

    @property
    def courier(self) -> str:
        """The courier's code."""
        return self.service.partition(".")[0]

    @property
    def order_ids(self) -> tuple[str, ...]:
        """The orders in it, each once."""
        return tuple(dict.fromkeys(content.order_id for content in self.contents))

    def job(self) -> Job:
        """What the courier is asked."""
        goods = ", ".join(f"{one.title} x{one.pieces}" for one in self.contents[:3])
        return Job(self.id, self.service, self.sender, self.recipient, self.piece, self.insured, goods[:100])


def place_of(contact: Contact) -> Place:
    """Where somebody is, as rate cards and areas know it."""
    return Place(contact.country, contact.region if contact.country == HOME else "", contact.rural)


def consignment(sender: Contact, recipient: Contact, piece: Piece, insured: int) -> Consignment:
    """What is to be carried, as rate cards know it."""
    return Consignment(place_of(sender), place_of(recipient), [piece], insured=insured)
