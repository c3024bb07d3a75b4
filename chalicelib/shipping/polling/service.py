"""Asking about parcels whose couriers don't tell, every few hours as long as they are on their way."""

from __future__ import annotations

from datetime import UTC, datetime

from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.observability import log
from chalicelib.foundation.transaction import Transaction
from chalicelib.shipping.carriers import service as carriers
from chalicelib.shipping.couriers import service as couriers
from chalicelib.shipping.tracking import models, service
from chalicelib.shipping.tracking.rules import News, Status, Track

SWEEP_LIMIT = 10
"""The most parcels of one shard that one sweep asks about."""


def ask_due(now: datetime) -> int:
    """Ask about parcels of couriers that don't tell; answers how many.

    4 queries; for each parcel 2 queries, the courier is asked, what a notice costs for each piece of news,
    and 1 transaction of 1 item. One that fails is asked about again at its next turn and doesn't hold up the
    others.
    """
    return sum(_ask(*found, now) for found in models.to_be_asked(now, limit=SWEEP_LIMIT))


def _ask(courier: str, number: str, now: datetime) -> bool:
    track, told = models.all_of(courier, number)
    if track is None:
        _next(courier, number, None, now)
        return False
    try:
        known = {news.news_id for news in told}
        for news in _scanned(track):
            if news.news_id not in known:
                service.note(courier, number, news, now)
    except DomainError:
        log.exception("a courier couldn't be asked about a parcel", extra={"courier": courier})
    after, _ = models.all_of(courier, number)
    _next(courier, number, after, now)
    return True


def _scanned(track: Track) -> list[News]:
    """What the courier has to tell, in our words; what nobody knows is left out, and said in the log."""
    statuses = couriers.registry().couriers[track.courier].statuses
    scans = carriers.of(track.courier).scans(track.number)
    for code in {scan.code for scan in scans} - set(statuses):
        log.warning("a courier's code is unknown", extra={"courier": track.courier, "code": code})
    return [
        News(scan.news_id, Status(statuses[scan.code]), scan.code, scan.at.astimezone(UTC), scan.place)
        for scan in scans
        if scan.code in statuses
    ]


def _next(courier: str, number: str, track: Track | None, now: datetime) -> None:
    with Transaction() as tx:
        models.ask_again(tx, courier, number, now if track and track.given_up_at else None)
