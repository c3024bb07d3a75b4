"""What can be done with reservations: hold stock, sell what is held, give it back.

The stock is taken when it is reserved, so using a reservation touches no stock, and nothing that the
merchant does meanwhile (another price, withdrawing the goods, closing the store) stands in its way: what is
reserved is promised. A condition on the state lets it end once, whoever comes first: holder or clock.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.observability import log
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import stock
from chalicelib.listings.errors import ReservationExists, ReservationGone
from chalicelib.listings.events import CLOCK, Cause
from chalicelib.listings.reservations import models, rules
from chalicelib.listings.reservations.models import ReservationItem
from chalicelib.listings.reservations.rules import Line, Reservation, State, Terms
from chalicelib.listings.rules import Listing
from chalicelib.listings.stock import Why

__all__ = ["Line", "Reservation", "State", "Terms", "reservation_want"]

reservation_want = models.reservation_want

SWEEP_LIMIT = 50
"""The most reservations of one shard that one sweep ends."""


def reserve(
    tx: Transaction,
    goods: Collection[Listing],
    lines: Sequence[Line],
    *,
    holder: str,
    reference: str,
    until: datetime,
    terms: Terms,
    at: datetime,
) -> Reservation:
    """Hold stock of some goods, as they were read, for somebody: 1 item, 1 for each listing, and 1 event.

    Raises NotOnSale, VariantNotFound, SoldOut and, at listed terms, PriceChanged; on commit also
    ReservationExists, when there was one for this reference.
    """
    reservation = Reservation(holder, reference, tuple(lines), until)
    tx.put(models.reservation_item(reservation), otherwise=ReservationExists)
    why = Why(Cause.RESERVED, holder, at, reference)
    stock.take(tx, goods, rules.wanted(lines, terms), why=why)
    return reservation


def use(
    tx: Transaction, reservation: Reservation, *, holder: str, at: datetime, orders: Mapping[str, str]
) -> None:
    """Sell what is held, to its holder, once: 1 item and 1 event, whatever became of the goods meanwhile.

    `at` is the time that counts: when she bought or had paid. `orders` tells by listing which order it is
    for. Raises ReservationNotFound, ReservationGone; and on commit the latter.
    """
    rules.refuse_unusable(reservation, holder=holder, at=at)
    _end(tx, reservation, State.USED, at)
    why = Why(Cause.SOLD, holder, at, reservation.reference, orders)
    stock.moved(tx, why, stock.lines(rules.wanted(reservation.lines), why, reserved=-1))


def hand_over(
    tx: Transaction,
    reservation: Reservation,
    *,
    holder: str,
    reference: str,
    until: datetime,
    at: datetime,
) -> Reservation:
    """Go on holding the same for another purpose of its holder's, such as her checkout of an offer: 2 items.

    No stock moves. Raises ReservationNotFound, ReservationGone; on commit the latter or ReservationExists.
    """
    rules.refuse_unusable(reservation, holder=holder, at=at)
    _end(tx, reservation, State.USED, at)
    after = replace(reservation, reference=reference, until=until)
    tx.put(models.reservation_item(after), otherwise=ReservationExists())
    return after


def release(tx: Transaction, reservation: Reservation, *, by: str, at: datetime) -> None:
    """Give what is held back: 1 item, 1 for each listing, and 1 event. On commit raises ReservationGone."""
    _give_back(tx, reservation, State.RELEASED, Why(Cause.RELEASED, by, at, reservation.reference))


def lapse(tx: Transaction, reservation: Reservation, *, at: datetime) -> None:
    """Give back what was held in vain. As `release`."""
    _give_back(tx, reservation, State.LAPSED, Why(Cause.LAPSED, CLOCK, at, reservation.reference))


def _give_back(tx: Transaction, reservation: Reservation, state: State, why: Why) -> None:
    _end(tx, reservation, state, why.at)
    stock.give_back(tx, rules.wanted(reservation.lines), why=why)


def _end(tx: Transaction, reservation: Reservation, state: State, at: datetime) -> None:
    tx.update(
        models.reservation_key(reservation),
        models.ending(state, at),
        condition=ReservationItem.state == State.HELD.value,
        otherwise=ReservationGone,
    )


def lapse_due(now: datetime) -> int:
    """End the reservations whose time is over; answers how many.

    For each of 4 shards a query and, if anything is due, a read; for each that is due 1 transaction. One
    that fails is left for the next sweep and doesn't hold up the others.
    """
    lapsed = 0
    for wants in models.due_wants(now, limit=SWEEP_LIMIT):
        for reservation in read_together(wants) if wants else []:
            lapsed += _lapse_due(reservation, now)
    return lapsed


def _lapse_due(reservation: Reservation, now: datetime) -> bool:
    if not rules.due(reservation, now):
        return False  # it ended since the index was read
    try:
        with Transaction() as tx:
            lapse(tx, reservation, at=now)
        return True
    except ReservationGone:
        return False  # its holder was faster
    except DomainError:
        log.exception("reservation not lapsed", extra={"reservation": reservation.id})
        return False
