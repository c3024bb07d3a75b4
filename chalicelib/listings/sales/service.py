"""Putting goods on sale for less, from one moment to another, and ending that.

The sale is stored in the variants that it reduces, so reading what goods cost now takes no read more. A
checkout's condition is the regular price and the sale as it read them. Search alone keeps prices of its own:
the clock tells it when a sale begins and when it ends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from chalicelib.foundation import clock
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.observability import log
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import models, rules
from chalicelib.listings import service as listings
from chalicelib.listings.errors import SaleOver
from chalicelib.listings.events import GoodsChanged
from chalicelib.listings.rules import Details, Listing
from chalicelib.listings.sales import models as due
from chalicelib.listings.sales.models import TurnItem
from chalicelib.stores.service import Scope

SWEEP_LIMIT = 500
"""The most goods of one shard that one sweep tells of: a festival's sales begin at one moment."""

TOGETHER = 20
"""Goods of which one event tells."""


def reduce(
    listing_id: str,
    *,
    person: str,
    prices: Mapping[str, int],
    starts_at: datetime | None,
    ends_at: datetime,
    now: datetime,
) -> tuple[Listing, Details]:
    """Set the sale of a listing: these variants, in minor units, and no others. Another one is replaced.

    1 read, for staff 2, 1 transaction of 3 items. Raises ListingNotFound, NotPermitted, VariantNotFound,
    NoReduction, SaleOver, ChangedMeanwhile.
    """
    start = starts_at or now
    for name, moment in (("starts_at", start), ("ends_at", ends_at)):
        if not clock.of_this_age(moment):
            raise SaleOver("Give a year of this century.", field=name)
    if ends_at <= max(start, now):
        raise SaleOver(field="ends_at")
    before, details = listings.permitted_with_details(listing_id, person=person, scope=Scope.GOODS_EDIT)
    after = rules.on_sale(before, prices, starts_at=start, ends_at=ends_at)
    return _set(before, after, details, now=now)


def end(listing_id: str, *, person: str, now: datetime) -> None:
    """Take a listing's sale away, whether it runs or not. 1 read, for staff 2, 1 transaction of 3 items.

    Raises ListingNotFound, NotPermitted, ChangedMeanwhile.
    """
    before, details = listings.permitted_with_details(listing_id, person=person, scope=Scope.GOODS_EDIT)
    _set(before, rules.on_sale(before, {}, starts_at=now, ends_at=now), details, now=now)


def _set(before: Listing, after: Listing, details: Details, *, now: datetime) -> tuple[Listing, Details]:
    with Transaction() as tx:
        if before != after:
            actions, condition = models.reducing(before, after)
            tx.update(models.key_of(before.id), actions, condition=condition)
            tx.update(due.turn_key(after.id), due.turning(after.id, rules.next_turn(after, now)))
            listings.tell(tx, after, at=now)
        return tx.result((after, details))


def turn_due(now: datetime) -> int:
    """Tell of the goods whose sale has begun or ended by the clock alone; answers how many.

    For each of 4 shards a query; for each `TOGETHER` goods that are due 1 read and 1 transaction, of so many
    items and 1 event. What somebody changes at the same moment is left for the next sweep.
    """
    told = 0
    for turns in due.due_turns(now, limit=SWEEP_LIMIT):
        for start in range(0, len(turns), TOGETHER):
            told += _turn(turns[start : start + TOGETHER], now)
    return told


def _turn(turns: Sequence[TurnItem], now: datetime) -> int:
    found = read_together([models.listing_want(turn.pk) for turn in turns])
    try:
        with Transaction() as tx:
            for turn, listing in zip(turns, found, strict=True):
                after = rules.next_turn(listing, now) if listing else None
                tx.update(due.turn_key(turn.pk), due.turning(turn.pk, after), condition=due.as_found(turn))
            tx.emit(GoodsChanged(listing_ids=tuple(turn.pk for turn in turns), at=now))
    except DomainError:
        log.exception("the clock couldn't tell of sales", extra={"listings": len(turns)})
        return 0
    return len(turns)
