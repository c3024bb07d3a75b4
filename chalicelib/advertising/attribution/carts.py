"""A line in a cart counts for the clicks on its store's ads that whoever put it in made some days before.

She may do so within a second of a click, so the two messages can come in either order: a line is noted, and
then its clicks are looked up; a click is noted when it is billed, and then the lines that came after it.
Whichever is noted second finds the other one. A path only grows by clicks and comes to the same in any order,
and what the sums change by is the difference of two paths, written with the path itself: so a message that
comes twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from chalicelib.advertising.attribution import models, rules
from chalicelib.advertising.attribution.models import Log, PartItem
from chalicelib.advertising.attribution.rules import ADDED, Addition
from chalicelib.advertising.clicks import models as clicks
from chalicelib.advertising.clicks import rules as counting
from chalicelib.advertising.clicks.rules import Sums, Touch, Touched
from chalicelib.foundation.config import settings
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders.events import AddedToCart


def count_addition(told: AddedToCart) -> None:
    """Count a line that came into a cart for the ads that led to it.

    1 read of 2 items, 1 query and 1 more for each of 5 browsers; of a new line 1 transaction of 1 item; of
    one that followed on clicks 1 of 1 item and at most 5 for each of 15 clicks. Raises ChangedMeanwhile when
    two messages meet: one comes again.
    """
    known: Addition | None
    devices: frozenset[str] | None
    new = Addition(told.buyer_id, told.store_id, told.line_id, told.at)
    known, devices = read_together([models.addition_want(new), clicks.devices_want(told.buyer_id)])
    if known is None:
        with Transaction() as tx:
            tx.put(models.addition_item(new))
    _follow(known or new, list(_touches(told, devices or frozenset())))


def _touches(told: AddedToCart, visitors: frozenset[str]) -> Iterator[Touched]:
    since = told.at - timedelta(days=settings().ad_attribution_days)
    for who in (told.buyer_id, *sorted(visitors)):
        yield from clicks.touches(who, told.store_id, since=since, until=told.at)


def count_click(touch: Touched, *, person: str) -> None:
    """Count the lines that somebody had put into her cart after a click, before the click was heard of.

    1 query, and for each line 1 transaction of 81 items at most. Raises ChangedMeanwhile.
    """
    until = touch.at + timedelta(days=settings().ad_attribution_days)
    for addition in models.additions(person, touch.facts.store_id, since=touch.at, until=until):
        _follow(addition, [touch])


def _follow(addition: Addition, more: Sequence[Touched]) -> None:
    """Let a line count for further clicks too: path, log and sums of reports change at once."""
    after = rules.followed((*addition.path, *more))
    if after == addition.path:
        return
    with Transaction() as tx:
        actions, unchanged = models.following(addition, after)
        tx.update(models.addition_key(addition), actions, condition=unchanged)
        changes = _log(tx, addition, after)
        for (campaign_id, touch), change in changes.items():
            if change != Sums():
                tx.update(clicks.sums_key(campaign_id, touch), clicks.adding(change))


def _log(tx: Transaction, addition: Addition, after: Sequence[Touched]) -> dict[tuple[str, Touch], Sums]:
    """Bring the log to what a line counts for now; answers by how much the sums change."""
    old, new = _parts(addition.path), _parts(after)
    facts = {one.facts.click_id: one.facts for one in (*addition.path, *after)}
    changes: dict[tuple[str, Touch], Sums] = {}
    for click_id, click in facts.items():
        logged = models.part_item(Log.CART, addition.line_id, click, new.get(click_id, Sums()))
        tx.put(logged, condition=PartItem.pk.exists() | PartItem.pk.does_not_exist())
        change = new.get(click_id, Sums()) - old.get(click_id, Sums())
        for touch in counting.touched(click):
            key = click.campaign_id, touch
            changes[key] = changes.get(key, Sums()) + change
    return changes


def _parts(path: Sequence[Touched]) -> dict[str, Sums]:
    parts = rules.parts(ADDED, len(path)) if path else []
    return {touch.facts.click_id: part for touch, part in zip(path, parts, strict=True)}
