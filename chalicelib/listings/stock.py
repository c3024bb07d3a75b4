"""Taking stock and giving it back, within the caller's transaction.

Whatever changes a variant's stock goes through here or tells `moved` of it: the journal is made of that
event, and must be complete.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from chalicelib.foundation.errors import ChangedMeanwhile, DomainError
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import models, rules
from chalicelib.listings.errors import ListingNotFound, NothingLeft
from chalicelib.listings.events import Cause, MovedLine, StockMoved
from chalicelib.listings.models import ListingItem
from chalicelib.listings.rules import Listing, Wanted


@dataclass(frozen=True, slots=True)
class Why:
    """Why stock moves, by whom and when."""

    cause: Cause
    by: str
    at: datetime
    reference: str = ""
    """The order, checkout or offer that it is for."""
    orders: Mapping[str, str] = field(default_factory=dict)
    """By listing the order that it is for, where each has one of its own."""

    def reference_of(self, listing_id: str) -> str:
        """What the stock of a listing moves for."""
        return self.orders.get(listing_id, self.reference)


def take(tx: Transaction, goods: Collection[Listing], wanted: Sequence[Wanted], *, why: Why) -> None:
    """Take what a buyer wants of some goods, as they were read: 1 item for each listing, and 1 event.

    What the transaction finds different from what was read is told precisely (1 more read).
    Raises NotOnSale, VariantNotFound, PriceChanged, SoldOut, BelowMinimum, NotInCases; on commit the same.
    """
    for listing in goods:
        _take(tx, listing, [line for line in wanted if line.listing_id == listing.id], why.at)
    moved(tx, why, lines(wanted, why, stock=-1, reserved=int(why.cause is Cause.RESERVED)))


def _take(tx: Transaction, listing: Listing, wanted: Sequence[Wanted], at: datetime) -> None:
    _refuse(listing, wanted, at)
    priced = sorted({line.variant_id for line in wanted if line.price is not None})
    actions, condition = models.taking(rules.demand(wanted)[listing.id], map(listing.variant, priced))
    if priced:
        condition &= models.lot_of(listing)

    def refusal() -> DomainError:
        (found,) = read_together([models.listing_want(listing.id)])
        try:
            _refuse(found, wanted, at)
        except DomainError as error:
            return error
        return ChangedMeanwhile()

    tx.update(models.key_of(listing.id), actions, condition=condition, otherwise=refusal)


def _refuse(listing: Listing, wanted: Sequence[Wanted], at: datetime) -> None:
    rules.refuse_unsellable(listing, wanted, at=at)
    rules.refuse_small(listing, wanted)


def give_back(tx: Transaction, taken: Sequence[Wanted], *, why: Why) -> None:
    """Put back what was sold, or what was reserved: 1 item for each listing, and 1 event."""
    for listing_id, quantities in rules.demand(taken).items():
        actions, there = models.returning(quantities), ListingItem.pk.exists()
        tx.update(models.key_of(listing_id), actions, condition=there, otherwise=ListingNotFound)
    held = why.cause in (Cause.RELEASED, Cause.LAPSED)
    moved(tx, why, lines(taken, why, stock=1, reserved=-int(held)))


def change(tx: Transaction, listing_id: str, variant_id: str, change: int, *, why: Why) -> None:
    """Add pieces to a variant's stock, or take some off: 1 item, 1 event. On commit raises NothingLeft."""
    stock = ListingItem.variants[variant_id]["stock"]
    tx.update(
        models.key_of(listing_id),
        [stock.set(stock + change)],
        condition=stock >= -change,
        otherwise=NothingLeft(field="change"),
    )
    moved(tx, why, [correction(listing_id, variant_id, change)])


def correction(listing_id: str, variant_id: str, change: int) -> MovedLine:
    """What is told of a change of the stock itself, which is for nobody."""
    return MovedLine(listing_id=listing_id, variant_id=variant_id, change=change, reference="")


def listed(tx: Transaction, listing: Listing, variants: Iterable[str], *, by: str, at: datetime) -> None:
    """Tell what stock new variants of a listing begin with: 1 event."""
    why = Why(Cause.LISTED, by, at)
    begun = [Wanted(listing.id, one, listing.variant(one).stock, None) for one in variants]
    moved(tx, why, lines(begun, why, stock=1))


def lines(wanted: Sequence[Wanted], why: Why, *, stock: int = 0, reserved: int = 0) -> list[MovedLine]:
    """What is told of some quantities that go out of stock or into it, and out of reserve or into it."""
    return [
        MovedLine(
            listing_id=listing_id,
            variant_id=variant_id,
            change=stock * quantity,
            reserved=reserved * quantity,
            reference=why.reference_of(listing_id),
        )
        for listing_id, quantities in rules.demand(wanted).items()
        for variant_id, quantity in quantities.items()
    ]


def moved(tx: Transaction, why: Why, lines: Sequence[MovedLine]) -> None:
    """Tell that stock moved, once for a transaction: 1 event.

    Nothing is told of what didn't move, unless somebody counted and found it right.
    """
    if some := [line for line in lines if line.change or line.reserved or why.cause is Cause.COUNTED]:
        tx.emit(StockMoved(at=why.at, cause=why.cause, by=why.by, lines=tuple(some)))
