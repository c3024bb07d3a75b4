"""What couriers tell of a parcel, in one vocabulary, and what is known of it after that.

News may come in any order, late and twice. So what is known is a maximum or a minimum of all that was heard,
which is the same in whatever order it was: see `heard`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.shipping.records.rules import Ending, Lane, Passage, Tally, tally_of

MOST_NEWS = 200
"""Of one parcel; what comes after that is taken and ignored."""

MOST_ORDERS = 8
"""In one parcel."""

SILENCE = timedelta(days=30)
"""Without news for so long a parcel is given up; AfterShip waits as long for the first."""

WINDOW = timedelta(minutes=5)
"""How old what a courier signed may be, and how far its clock may be ahead."""


class Status(StrEnum):
    """Where a parcel is. The words are AfterShip's, and what it calls exceptions told apart:
    https://www.aftership.com/docs/tracking/enum/delivery-statuses."""

    PENDING = "pending"
    """Nothing was heard yet."""
    INFO_RECEIVED = "info_received"
    """The courier knows of it and doesn't have it."""
    IN_TRANSIT = "in_transit"
    OUT_FOR_DELIVERY = "out_for_delivery"
    ATTEMPT_FAIL = "attempt_fail"
    AVAILABLE_FOR_PICKUP = "available_for_pickup"
    CUSTOMS = "customs"
    DAMAGED = "damaged"
    LOST = "lost"
    RETURNED = "returned"
    EXPIRED = "expired"
    """Nothing was heard for SILENCE: it passes for lost until something is."""
    DELIVERED = "delivered"


_WITHOUT_IT = {Status.PENDING, Status.INFO_RECEIVED, Status.LOST, Status.EXPIRED}
"""What may be told of a parcel that the courier never had."""

_TRIED = {Status.ATTEMPT_FAIL, Status.AVAILABLE_FOR_PICKUP, Status.DELIVERED}
"""What says that delivery was tried."""

TOLD = {
    Status.OUT_FOR_DELIVERY,
    Status.ATTEMPT_FAIL,
    Status.AVAILABLE_FOR_PICKUP,
    Status.CUSTOMS,
    Status.DAMAGED,
    Status.LOST,
    Status.RETURNED,
    Status.EXPIRED,
    Status.DELIVERED,
}
"""What a buyer hears of."""

WONT_COME = {Status.LOST, Status.RETURNED, Status.EXPIRED}
"""What gives the buyer time to ask for her money."""

_ENDINGS: Mapping[Status, Ending] = {
    Status.DELIVERED: Ending.DELIVERED,
    Status.RETURNED: Ending.RETURNED,
    Status.LOST: Ending.LOST,
    Status.EXPIRED: Ending.LOST,
}

_ORDER = list(Status)


@dataclass(frozen=True, slots=True, order=True)
class Proof:
    """How a parcel was handed over: when, to whom, and the address of a photo; the last two may be empty."""

    at: datetime
    received_by: str
    photo_url: str


@dataclass(frozen=True, slots=True)
class News:
    """Something that a courier tells of a parcel. `code` is its own word, `status` ours for it."""

    news_id: str
    status: Status
    code: str
    at: datetime
    place: str
    proof: Proof | None = None
    """Of a delivery, if the courier has one."""


@dataclass(frozen=True, slots=True)
class Track:
    """What is known of a parcel on its way."""

    courier: str
    number: str
    lane: Lane
    orders: frozenset[str]
    shipped_at: datetime
    promised_days: int
    status: Status = Status.PENDING
    status_at: datetime | None = None
    possessed_at: datetime | None = None
    attempted_at: datetime | None = None
    delivered_at: datetime | None = None
    damaged: bool = False
    booking_id: str | None = None
    """Its id if it was booked here; None: its merchant told its number."""
    proof: Proof | None = None
    """How it was handed over, as far as its courier says."""
    news: int = 0
    """How much was heard."""
    version: int = 1

    @property
    def given_up_at(self) -> datetime | None:
        """When it is given up if nothing more is heard; None: its way has ended."""
        if self.status in _ENDINGS:
            return None
        return max(self.status_at or self.shipped_at, self.shipped_at) + SILENCE

    def passage(self) -> Passage:
        """What its service's record counts of it."""
        return Passage(
            shipped_at=self.shipped_at,
            promised_days=self.promised_days,
            possessed_at=self.possessed_at,
            attempted_at=self.attempted_at,
            ending=_ENDINGS.get(self.status),
            damaged=self.damaged,
        )


@dataclass(frozen=True, slots=True)
class Tracking:
    """An order's parcel as one may see it. `track` None: its courier isn't followed."""

    courier: str
    number: str
    track: Track | None
    news: Sequence[News]
    """The latest first."""


def heard(track: Track, news: News) -> Track:
    """A parcel of which something more is known.

    Its status is the latest, by the courier's clock; of several at one instant the one further on; but
    nothing undoes 'delivered'. It was possessed and delivery was tried when that was first told of.
    """
    newer = _standing(news.status, news.at) > _standing(track.status, track.status_at)
    has_it, tried = news.status not in _WITHOUT_IT, news.status in _TRIED
    return replace(
        track,
        status=news.status if newer else track.status,
        status_at=news.at if newer else track.status_at,
        possessed_at=_first(track.possessed_at, news.at) if has_it else track.possessed_at,
        attempted_at=_first(track.attempted_at, news.at) if tried else track.attempted_at,
        delivered_at=_first(track.delivered_at, news.at)
        if news.status is Status.DELIVERED
        else track.delivered_at,
        damaged=track.damaged or news.status is Status.DAMAGED,
        proof=_proven(track, news),
        news=track.news + 1,
        version=track.version + 1,
    )


def _proven(track: Track, news: News) -> Proof | None:
    """The proof of the first delivery that has one, whatever is told later."""
    told = news.proof if news.status is Status.DELIVERED else None
    return min((one for one in (track.proof, told) if one), default=None)


def _standing(status: Status, at: datetime | None) -> tuple[bool, float, int]:
    return status is Status.DELIVERED, at.timestamp() if at else 0.0, _ORDER.index(status)


def _first(one: datetime | None, two: datetime) -> datetime:
    return two if one is None else min(one, two)


def counted_anew(before: Track, after: Track, *, zone: str) -> Tally:
    """What changes in its service's record: what it counts now less what it counted before.

    So the record is the sum of what all parcels are known to have done, in whatever order it was told.
    """
    return tally_of(after.passage(), zone).less(tally_of(before.passage(), zone))
