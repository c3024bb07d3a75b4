"""What a reservation is, who may use it, and until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chalicelib.foundation import ids
from chalicelib.foundation.money import Money
from chalicelib.listings.errors import ReservationGone, ReservationNotFound
from chalicelib.listings.rules import Wanted


class State(StrEnum):
    """What became of a reservation. It leaves HELD once."""

    HELD = "held"
    USED = "used"
    """Its goods were bought, or are held for another purpose now."""
    LAPSED = "lapsed"
    """Its time was over; the stock is back."""
    RELEASED = "released"
    """It was given up; the stock is back."""


class Terms(StrEnum):
    """At which price something is reserved."""

    LISTED = "listed"
    """At the price that the goods are listed at: another one than the buyer saw is refused."""
    AGREED = "agreed"
    """At one that was agreed on, whatever they are listed at."""


@dataclass(frozen=True, slots=True)
class Line:
    """So many of one variant, at the price of one piece that is promised."""

    listing_id: str
    variant_id: str
    quantity: int
    price: Money


@dataclass(frozen=True, slots=True)
class Reservation:
    """Stock held for its holder until a time, for one checkout or one offer: its reference."""

    holder: str
    reference: str
    lines: tuple[Line, ...]
    until: datetime
    state: State = State.HELD

    @property
    def id(self) -> str:
        """It follows from the reference, so that nothing is reserved twice for the same purpose."""
        return reservation_id(self.reference)

    @property
    def held(self) -> bool:
        """Is its stock still out of what others may buy?"""
        return self.state is State.HELD


def reservation_id(reference: str) -> str:
    """The id of the reservation for a checkout or an offer."""
    return ids.derived("rsv", reference)


def refuse_unusable(reservation: Reservation, *, holder: str, at: datetime) -> None:
    """Only its holder may use it, in time, once. Raises ReservationNotFound, ReservationGone."""
    if reservation.holder != holder:
        raise ReservationNotFound
    if not reservation.held or at >= reservation.until:
        raise ReservationGone


def due(reservation: Reservation, now: datetime) -> bool:
    """Is its time over, with nobody having used it?"""
    return reservation.held and reservation.until <= now


def wanted(lines: Sequence[Line], terms: Terms = Terms.AGREED) -> list[Wanted]:
    """What lines ask of the stock, and of the prices when they are to be as listed."""
    return [
        Wanted(line.listing_id, line.variant_id, line.quantity, line.price if terms is Terms.LISTED else None)
        for line in lines
    ]
