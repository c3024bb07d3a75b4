"""How many stars and how many sales: counting, and telling of it.

Reviews are counted in the transaction that writes them. Sales are followed by a queue: whichever of an
order's events comes, late, twice or before an earlier one, the order is read as it is now, and what was made
of it is brought to that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import reduce
from operator import add

from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.observability import log
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders import service as orders
from chalicelib.orders.service import Order
from chalicelib.reviews import models, rules
from chalicelib.reviews.events import ListingFameChanged
from chalicelib.reviews.models import ReviewItem
from chalicelib.reviews.rules import Bought, Review, Tally

TELL_AFTER = timedelta(minutes=1)
"""For how long the changes of a listing's figures are gathered before others hear of them."""

SWEEP_LIMIT = 50
"""The most listings of one shard that one sweep tells of."""


def rating_of_listing(listing_id: str) -> Tally:
    """What a listing has sold and how it is rated. 1 read."""
    return _sum(read_together([models.listing_rating_want(listing_id)]))


def rating_of_store(store_id: str) -> Tally:
    """What a store has sold and how it is rated. 1 read of 8 items."""
    return _sum(read_together(models.store_rating_wants(store_id)))


def ratings_of(listing_id: str, store_id: str) -> tuple[Tally, Tally]:
    """Both. 1 read of 9 items."""
    found = read_together([models.listing_rating_want(listing_id), *models.store_rating_wants(store_id)])
    return _sum(found[:1]), _sum(found[1:])


def _sum(parts: Sequence[Tally | None]) -> Tally:
    return reduce(add, (part for part in parts if part), Tally())


def count_review(tx: Transaction, before: Review | None, after: Review, *, now: datetime) -> None:
    """Count a review for what it is now instead of what it was: 2 items, or none if that is the same."""
    change = rules.change_of(before, after)
    if change != Tally():
        _count(tx, {after.bought.listing_id: change}, after.bought.store_id, cause=after.id, now=now)


def _count(tx: Transaction, changes: dict[str, Tally], store_id: str, *, cause: str, now: datetime) -> None:
    """Add to the figures of some listings of a store, and to its own."""
    for listing_id, change in changes.items():
        tell = models.to_be_told(listing_id, now + TELL_AFTER)
        tx.update(models.listing_rating_key(listing_id), [*models.adding(change), *tell])
    total = reduce(add, changes.values())
    tx.update(models.store_rating_key(store_id, cause), models.adding(total))


def bought_in(order: Order) -> list[Bought]:
    """What can be reviewed of an order: a thing for each line."""
    return [
        Bought(
            order_id=order.id,
            line_id=line.id,
            listing_id=line.listing_id,
            store_id=order.seller.store_id,
            merchant_id=order.seller.merchant_id,
            store_name=order.seller.store_name,
            title=line.title,
            variant_title=line.variant_title,
        )
        for line in order.lines
    ]


def follow(order_id: str, *, now: datetime) -> None:
    """Count an order's sales as it is now, and invite its buyer once it is completed.

    2 reads; the first time 1 transaction of 2 items and 1 for each listing, and at its completion 1 of 1 item
    and 2 for each line. Raises ChangedMeanwhile when two messages meet: one of them comes again.
    """
    order = orders.heard_of(order_id)
    counted, invited = read_together([models.sale_want(order_id)])[0] or (None, False)
    if counted is not order.is_sale:
        _count_sale(order, counted, now)
    if order.completed_at and not invited and now < order.completed_at + rules.REVIEW_WITHIN:
        _invite(order, until=order.completed_at + rules.REVIEW_WITHIN)


def _count_sale(order: Order, was: bool | None, now: datetime) -> None:
    quantities: Counter[str] = Counter()
    for line in order.lines:
        quantities[line.listing_id] += line.quantity
    sign = 1 if order.is_sale else -1
    with Transaction() as tx:
        actions, seen = models.counting(was, order.is_sale)
        tx.update(models.sale_key(order.id), actions, condition=seen)
        if order.is_sale or was:  # an order called off before it was counted changes nothing
            changes = {listing_id: rules.sold(sign * pieces) for listing_id, pieces in quantities.items()}
            _count(tx, changes, order.seller.store_id, cause=order.id, now=now)


def _invite(order: Order, *, until: datetime) -> None:
    """1 read of what was reviewed in the meantime; a review that comes between has the message come again."""
    bought = bought_in(order)
    ids = [models.review_id(order.id, one.line_id) for one in bought]
    reviewed = read_together([models.review_want(review_id) for review_id in ids])
    with Transaction() as tx:
        actions, first = models.inviting()
        tx.update(models.sale_key(order.id), actions, condition=first)
        for review_id, one, review in zip(ids, bought, reviewed, strict=True):
            if review is None:
                tx.check(models.review_key(review_id), ReviewItem.pk.does_not_exist())
                tx.put(models.invitation_item(order.buyer_id, one, until=until))


def tell_due(now: datetime) -> int:
    """Tell of listings whose figures have changed; answers of how many.

    For each of 4 shards a query and a read; for each listing 1 transaction of 1 item and 1 event. Figures
    that change at this very moment are told by a later sweep.
    """
    told = 0
    for due in models.due_listings(now, limit=SWEEP_LIMIT):
        tallies = read_together([models.listing_rating_want(listing_id) for listing_id in due]) if due else []
        told += sum(_tell(listing_id, tally, now) for listing_id, tally in zip(due, tallies, strict=True))
    return told


def _tell(listing_id: str, tally: Tally, now: datetime) -> bool:
    actions, seen = models.told(tally)
    try:
        with Transaction() as tx:
            tx.update(models.listing_rating_key(listing_id), actions, condition=seen)
            tx.emit(
                ListingFameChanged(
                    at=now,
                    listing_id=listing_id,
                    sales=tally.sales,
                    stars_sum=tally.stars_sum,
                    reviews=tally.reviews,
                    changes=tally.changes,
                )
            )
        return True
    except DomainError:
        log.exception("figures changed while they were told", extra={"listing_id": listing_id})
        return False
