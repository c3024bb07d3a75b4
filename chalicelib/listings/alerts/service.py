"""Watching stock: what a merchant says of it, and noticing that a line is crossed.

A sale pays nothing for it: whoever hears that stock moved looks how much is left now. So it doesn't matter in
which order, how late or how often events come. What was last noted is kept, and a change of it is noted in
one transaction with the telling, and only while the stock is still what was looked at: each crossing is told
once. Pieces that are merely reserved aren't gone yet: they are looked at when they are sold or given back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from chalicelib.foundation.errors import Busy, ChangedMeanwhile
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import models as goods
from chalicelib.listings import service as listings
from chalicelib.listings.alerts import models, rules
from chalicelib.listings.alerts.rules import Level, Watch
from chalicelib.listings.events import (
    Cause,
    MovedLine,
    StockCameBack,
    StockLevelEvent,
    StockMoved,
    StockRanLow,
    StockRanOut,
)
from chalicelib.listings.rules import Listing, State
from chalicelib.stores import service as stores
from chalicelib.stores.service import Scope
from chalicelib.stores.staff import service as staff

_LOOKS = 4

_TOLD: Mapping[Level, type[StockLevelEvent]] = {
    Level.LOW: StockRanLow,
    Level.OUT: StockRanOut,
    Level.ENOUGH: StockCameBack,
}


@dataclass(frozen=True, slots=True)
class Watched:
    """How a listing is watched, with the threshold that holds for it."""

    listing: Listing
    watch: Watch
    threshold: int

    @property
    def levels(self) -> dict[str, Level]:
        """How much is left of each variant."""
        return rules.levels(self.listing, self.threshold)


def show(listing_id: str, *, person: str) -> Watched:
    """How a listing's stock is watched. 2 reads at most, for staff 3.

    Raises ListingNotFound, NotPermitted.
    """
    return _looked_at(listing_id, person, Scope.GOODS_READ)


def watch(listing_id: str, *, person: str, threshold: int | None) -> Watched:
    """Say from how few pieces on a listing is low; None: as its store says.

    2 reads at most, for staff 3, and 1 transaction of 1 item. What is low by the new threshold is noted and
    not told: she sees it in the answer. Raises ListingNotFound, NotPermitted, ChangedMeanwhile.
    """
    before = _looked_at(listing_id, person, Scope.GOODS_COUNT)
    after = replace(before, watch=replace(before.watch, threshold=threshold), threshold=threshold or 0)
    if threshold is None:
        after = replace(after, threshold=_of_stores([before.listing.store_id])[before.listing.store_id])
    with Transaction() as tx:
        _note(tx, after, after.levels)
    return after


def _looked_at(listing_id: str, person: str, scope: Scope) -> Watched:
    found, seen = read_together([goods.listing_want(listing_id), models.watch_want(listing_id)])
    return _watched([(listings.permitted(found, person=person, scope=scope), seen)])[0]


def _watched(pairs: Sequence[tuple[Listing, Watch | None]]) -> list[Watched]:
    """Listings with the thresholds that hold for them. 1 read if their stores must be asked."""
    ask = {listing.store_id for listing, seen in pairs if seen is None or seen.threshold is None}
    of_store = _of_stores(sorted(ask)) if ask else {}
    return [
        Watched(listing, watch_, of_store[listing.store_id] if watch_.threshold is None else watch_.threshold)
        for listing, watch_ in ((listing, seen or Watch()) for listing, seen in pairs)
    ]


def _of_stores(store_ids: Sequence[str]) -> dict[str, int]:
    found = read_together([models.store_watch_want(one) for one in store_ids])
    return {one: threshold or 0 for one, threshold in zip(store_ids, found, strict=True)}


def show_of_store(store_id: str, *, person: str) -> int:
    """From how few pieces on a store's goods are low, where nothing else is said; 0: never.

    2 reads. Raises StoreNotFound, NotPermitted.
    """
    stores.permitted(store_id, person=person, scope=Scope.GOODS_READ)
    return _of_stores([store_id])[store_id]


def watch_store(store_id: str, *, person: str, threshold: int) -> int:
    """Say from how few pieces on a store's goods are low. 1 read, 1 transaction of 1 item.

    It counts for each of them when its stock next moves. Raises StoreNotFound, NotPermitted.
    """
    stores.permitted(store_id, person=person, scope=Scope.GOODS_COUNT)
    with Transaction() as tx:
        tx.update(models.store_watch_key(store_id), models.setting(threshold))
    return threshold


def notice(event: StockMoved) -> None:
    """Tell who works in the stores of goods that ran low or out, or are back.

    2 reads; for each listing of which something is to be told 2 reads and 1 transaction more. Raises Busy.
    """
    if event.cause is Cause.RESERVED:
        return
    lines: dict[str, list[MovedLine]] = {}
    for line in event.lines:
        lines.setdefault(line.listing_id, []).append(line)
    for _ in range(_LOOKS):
        missed = [one for one in _seen_now(list(lines)) if not _notice(one, lines[one.listing.id], event)]
        if not missed:
            return
        lines = {one.listing.id: lines[one.listing.id] for one in missed}
    raise Busy


def _seen_now(listing_ids: Sequence[str]) -> list[Watched]:
    found = read_together(
        [*(goods.listing_want(one) for one in listing_ids), *(models.watch_want(one) for one in listing_ids)]
    )
    pairs = zip(found[: len(listing_ids)], found[len(listing_ids) :], strict=True)
    return _watched([(listing, seen) for listing, seen in pairs if listing])


def _notice(seen: Watched, lines: Sequence[MovedLine], event: StockMoved) -> bool:
    """Whether nothing is left to note; not so when the stock moved again, or somebody else noted it."""
    levels = seen.levels
    crossed = [line for line in lines if levels[line.variant_id] is not seen.watch.level(line.variant_id)]
    if not crossed:
        return True
    facts = _told(seen, crossed, event)
    variants = [line.variant_id for line in crossed]
    try:
        with Transaction() as tx:
            _note(tx, seen, {one: levels[one] for one in variants})
            as_seen = models.stock_as_seen(seen.listing, variants)
            tx.check(goods.key_of(seen.listing.id), as_seen, otherwise=ChangedMeanwhile())
            for fact in facts:
                tx.emit(fact)
        return True
    except ChangedMeanwhile:
        return False


def _note(tx: Transaction, seen: Watched, levels: Mapping[str, Level]) -> None:
    """Note how much is left of some variants, provided that nobody noted anything since: 1 item."""
    after = replace(seen.watch, levels={**seen.watch.levels, **levels})
    condition = models.as_seen(seen.watch)
    tx.put(models.watch_item(seen.listing.id, after), condition=condition, otherwise=ChangedMeanwhile())


def _told(seen: Watched, crossed: Sequence[MovedLine], event: StockMoved) -> list[StockLevelEvent]:
    """What is to be told of variants that crossed a line, and to whom. 2 reads if anything is."""
    kinds = {line.variant_id: _kind(seen, line, event) for line in crossed}
    if seen.listing.state is not State.ACTIVE or not any(kinds.values()):
        return []
    listing = seen.listing
    people = {listing.owner_id, *staff.who_may(listing.store_id, Scope.GOODS_COUNT)}
    return [
        kind(
            at=event.at,
            listing_id=listing.id,
            variant_id=variant_id,
            title=f"{listing.title} {listing.variant(variant_id).title}".strip(),
            left=listing.variant(variant_id).stock,
            people=tuple(sorted(people)),
        )
        for variant_id, kind in kinds.items()
        if kind
    ]


def _kind(seen: Watched, line: MovedLine, event: StockMoved) -> type[StockLevelEvent] | None:
    """What is told of a variant; nothing of one that was listed with so few."""
    if event.cause is Cause.LISTED and seen.listing.variant(line.variant_id).stock == line.change:
        return None
    level = rules.told(seen.watch.level(line.variant_id), seen.levels[line.variant_id])
    return _TOLD[level] if level else None
