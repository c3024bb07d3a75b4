"""Counting uses of limited promotions, and taking them back.

A store's uses are counted on two items, one for all buyers and one for each, so that a limit is a condition
of the transaction that uses it: of two buyers who want the last one, one gets it. Every buyer of a store's
limited promotions meets the others on the first item, and only there.
What is held for a checkout that isn't paid is counted; the clock takes it back when its time is over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.observability import log
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.promotions import models as counters
from chalicelib.promotions.errors import UseGone
from chalicelib.promotions.models import OfBuyerItem, TallyItem
from chalicelib.promotions.rules import Use
from chalicelib.promotions.uses import models, rules
from chalicelib.promotions.uses.models import HoldItem
from chalicelib.promotions.uses.rules import Hold, State

__all__ = ["Hold", "hold_want"]

hold_want = models.hold_want

SWEEP_LIMIT = 50
"""The most holds of one shard that one sweep ends."""


def count(tx: Transaction, uses: Sequence[Use], *, buyer: str, known: Mapping[str, bool]) -> None:
    """Count these uses: 2 items at most for each store that gives them.

    `known` tells of each store whether the buyer used something of it before, as it was read.
    Raises TooManyLimited; on commit CouponUsedUp, CouponUsed, PromotionUsedUp, ChangedMeanwhile.
    """
    for store_id, own in rules.by_store(uses).items():
        _count_for_all(tx, store_id, own, buyer)
        _count_for_buyer(tx, store_id, own, buyer, known=known)


def _count_for_all(tx: Transaction, store_id: str, uses: Sequence[Use], buyer: str) -> None:
    limits = {use: use.total_limit for use in uses if use.total_limit is not None}
    if limits:
        actions, left = models.counting(TallyItem, limits)
        refusal = _refusal(store_id, uses, buyer)
        tx.update(counters.tally_key(store_id), actions, condition=left, otherwise=refusal)


def _count_for_buyer(
    tx: Transaction, store_id: str, uses: Sequence[Use], buyer: str, *, known: Mapping[str, bool]
) -> None:
    limits = {use: use.buyer_limit for use in uses if use.buyer_limit is not None}
    if not limits:
        return
    refusal = _refusal(store_id, uses, buyer)
    if known[store_id]:
        actions, left = models.counting(OfBuyerItem, limits)
        tx.update(counters.of_buyer_key(store_id, buyer), actions, condition=left, otherwise=refusal)
    else:
        first = counters.first_of_buyer(store_id, buyer, {use.promotion_id: use.times for use in limits})
        tx.put(first, otherwise=refusal)


def _refusal(store_id: str, uses: Sequence[Use], buyer: str) -> Callable[[], DomainError]:
    def refusal() -> DomainError:
        wants = [counters.tally_want(store_id), counters.of_buyer_want(store_id, buyer)]
        by_all, by_buyer = read_together(wants)
        return rules.refusal(uses, by_all or {}, by_buyer or {})

    return refusal


def take_back(tx: Transaction, uses: Sequence[Use], *, buyer: str) -> None:
    """Take uses back that were counted: 2 items at most for each store that gave them."""
    for store_id, own in rules.by_store(uses).items():
        if by_all := [use for use in own if use.total_limit is not None]:
            tx.update(counters.tally_key(store_id), models.uncounting(TallyItem, by_all))
        if by_buyer := [use for use in own if use.buyer_limit is not None]:
            tx.update(counters.of_buyer_key(store_id, buyer), models.uncounting(OfBuyerItem, by_buyer))


def hold(tx: Transaction, wanted: Hold, *, known: Mapping[str, bool]) -> None:
    """Count uses for a checkout that isn't paid yet: 1 item more than `count`, none without uses.

    Raises as `count` does.
    """
    if wanted.uses:
        count(tx, wanted.uses, buyer=wanted.buyer, known=known)
        tx.put(models.hold_item(wanted))


def keep(tx: Transaction, held: Hold, *, at: datetime) -> None:
    """Let what is held be used for good: 1 item. On commit raises UseGone."""
    _end(tx, held, State.USED, at)


def release(tx: Transaction, held: Hold, *, at: datetime) -> None:
    """Give up what is held: 1 item and 2 for each store at most. On commit raises UseGone."""
    _end(tx, held, State.RELEASED, at)
    take_back(tx, held.uses, buyer=held.buyer)


def _end(tx: Transaction, held: Hold, state: State, at: datetime) -> None:
    tx.update(
        models.hold_key(held),
        models.ending(state, at),
        condition=HoldItem.state == State.HELD.value,
        otherwise=UseGone,
    )


def known(uses: Sequence[Use], buyer: str) -> dict[str, bool]:
    """Of each store, whether the buyer used something of it before. 1 read."""
    store_ids = sorted({use.store_id for use in uses})
    found = read_together([counters.of_buyer_want(store_id, buyer) for store_id in store_ids])
    return {store_id: one is not None for store_id, one in zip(store_ids, found, strict=True)}


def lapse_due(now: datetime) -> int:
    """End the holds whose time is over; answers how many.

    For each of 4 shards a query and, if anything is due, a read; for each that is due 1 transaction. One
    that fails is left for the next sweep and doesn't hold up the others.
    """
    lapsed = 0
    for wants in models.due_wants(now, limit=SWEEP_LIMIT):
        for held in read_together(wants) if wants else []:
            lapsed += _lapse_due(held, now)
    return lapsed


def _lapse_due(held: Hold, now: datetime) -> bool:
    if not held.due(now):
        return False  # it ended since the index was read
    try:
        with Transaction() as tx:
            _end(tx, held, State.LAPSED, now)
            take_back(tx, held.uses, buyer=held.buyer)
        return True
    except UseGone:
        return False  # its buyer was faster
    except DomainError:
        log.exception("hold not lapsed", extra={"reference": held.reference})
        return False
