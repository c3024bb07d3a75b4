"""What was served, whether or not it was looked at: beside what was looked at it tells how much is seen.

A placement that is shown tells so by one message on the queue of bills. An ad is served once, however often
that message comes: each has a mark, as an impression has.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from chalicelib.advertising.display import models
from chalicelib.advertising.display.events import AdsServed, Impression, ServedAd
from chalicelib.advertising.display.rules import DisplaySum
from chalicelib.foundation import clock, queues, transaction
from chalicelib.foundation.errors import Busy, ChangedMeanwhile
from chalicelib.foundation.observability import correlation_id, log
from chalicelib.foundation.queues import Message
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction

QUEUE = "ad-billing"

CHUNK = 45
"""Ads of one transaction: with as many creatives it has at most 91 items."""

ATTEMPTS = 10
"""How often a chunk is looked at anew when another message came between."""


def tell(impressions: Sequence[Impression], *, now: datetime) -> bool:
    """Tell that ads are served; answers whether that was taken. 1 message."""
    told = tuple(ServedAd.model_validate(one.model_dump()) for one in impressions)
    event = AdsServed(at=now, ads=told)
    message = Message(event.event_id, event.kind(), event.model_dump_json(), correlation_id())
    try:
        return event.event_id in queues.send(QUEUE, [message])
    except Exception:
        log.exception("served ads aren't counted")
        return False


def count_all(events: Iterable[AdsServed]) -> None:
    """Count what some messages tell of, together.

    For each campaign's day and 45 ads 1 read of as many items and 1 transaction of 91 at most. Raises Busy:
    then all may come again, and nothing is counted twice.
    """
    by_day: dict[tuple[str, str], dict[str, ServedAd]] = {}
    for event in events:
        for one in event.ads:
            by_day.setdefault((one.campaign_id, one.day), {})[one.id] = one
    for group in by_day.values():
        ads = list(group.values())
        for start in range(0, len(ads), CHUNK):
            _count(ads[start : start + CHUNK], at=clock.now())


def _count(ads: Sequence[ServedAd], *, at: datetime) -> None:
    for attempt in range(ATTEMPTS):
        if attempt:
            transaction.sleep(random.uniform(0, 0.05 * attempt))  # noqa: S311 - jitter
        marks = read_together([models.served_want(one) for one in ads])
        new = [one for one, mark in zip(ads, marks, strict=True) if mark is None]
        if not new:
            return None
        try:
            return _write(new, at)
        except ChangedMeanwhile:
            continue
    raise Busy


def _write(new: Sequence[ServedAd], at: datetime) -> None:
    first = new[0]
    by_creative = {"": len(new), **Counter(one.creative_id for one in new)}
    with Transaction() as tx:
        for one in new:
            tx.put(models.served_item(one, at), otherwise=ChangedMeanwhile)
        for creative_id, served in by_creative.items():
            key = models.sum_key(first.campaign_id, first.day, creative_id)
            tx.update(key, models.adding(DisplaySum(first.day, creative_id, served=served)))
