"""The rules of display ads: what impressions cost, whom they are shown to, and what can be billed.

A thousand impressions cost whole minor units, so one costs a part of one. Costs are reckoned in millionths
of a minor unit; what has come up is debited in whole ones, the remainder is carried to the next debit. So
always

    sum of the billed impressions' costs = sum of the debits × 1,000,000 + the carried remainder.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.advertising.display.errors import CategoryNeeded
from chalicelib.advertising.display.events import Impression

MICRO = 1_000_000
"""Of a minor unit."""

RESERVE = 100
"""The least bid and price of a thousand impressions, in minor units."""

SLOTS = {"home": (100, 60, 40), "category": (100, 50)}
"""How much each slot of a placement is looked at, the best first: the auction needs the order alone."""

LOOKED_AT_WITHIN = timedelta(days=30)
"""For how long a visitor who agreed is remembered to have looked at a store's goods."""

MOST_REMEMBERED = 30
"""Stores of one visitor."""

TOKEN_LIVES = timedelta(hours=1)


class Placement(StrEnum):
    """Where display ads stand."""

    HOME = "home"
    CATEGORY = "category"


def place_of(placement: Placement, category: str | None) -> str:
    """The index's term of a placement: no search has a term like this. Raises CategoryNeeded."""
    if (placement is Placement.CATEGORY) != bool(category):
        raise CategoryNeeded(field="category")
    return f"§{category}" if category else "§"


@dataclass(frozen=True, slots=True)
class Creative:
    """A picture that is shown for goods."""

    id: str
    campaign_id: str
    placement: Placement
    category: str | None
    listing_id: str
    title: str
    key: str
    """Of the photo in the bucket."""
    cpm: int
    """The most that a thousand impressions may cost, in minor units."""
    cap: int
    """How often a day it is shown to one browser."""
    retarget: bool
    """Only to those who agreed to be remembered, and lately looked at the store's goods."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is remembered of a visitor who agreed: at which stores' goods she looked, and when."""

    stores: Mapping[str, datetime]

    def knows(self, store_id: str, now: datetime) -> bool:
        """Did she look at a store's goods lately?"""
        seen = self.stores.get(store_id)
        return seen is not None and now - seen < LOOKED_AT_WITHIN

    def with_look(self, store_id: str, now: datetime) -> Profile:
        """The profile after a look; the oldest is forgotten where there are too many."""
        latest = sorted({**self.stores, store_id: now}.items(), key=lambda one: one[1])
        return Profile(dict(latest[-MOST_REMEMBERED:]))


class Outcome(StrEnum):
    """What became of an impression. All but the first cost nothing."""

    BILLED = "billed"
    CAPPED = "capped"
    """Her browser had been shown it as often as it may be that day."""
    WRITTEN_OFF = "written_off"
    """The day's budget, or what was set aside for ads, was spent."""


def cost(impression: Impression) -> int:
    """What an impression costs, in millionths of a minor unit."""
    return impression.cpm * MICRO // 1_000


@dataclass(frozen=True, slots=True)
class Bill:
    """What becomes of some impressions of a campaign's day."""

    outcomes: Mapping[str, Outcome]
    micro: int
    """What they cost together."""
    debit: int
    """What is debited for it now, in whole minor units."""
    carry: int
    """What isn't debited yet, in millionths."""


def bill(
    impressions: Sequence[Impression], *, shown: Mapping[tuple[str, str], int], carry: int, room: int
) -> Bill:
    """Bill impressions as far as caps and money reach.

    `shown` says how often a browser was billed a creative that day; `room` is what may be debited, in minor
    units: what is carried counts against it, so that it can be debited when it is due.
    """
    times = dict(shown)
    outcomes: dict[str, Outcome] = {}
    micro = 0
    for one in impressions:
        who = (one.visitor, one.creative_id)
        if times.get(who, 0) >= one.cap:
            outcomes[one.id] = Outcome.CAPPED
        elif carry + micro + cost(one) > room * MICRO:
            outcomes[one.id] = Outcome.WRITTEN_OFF
        else:
            outcomes[one.id] = Outcome.BILLED
            micro += cost(one)
            times[who] = times.get(who, 0) + 1
    debit, rest = divmod(carry + micro, MICRO)
    return Bill(outcomes, micro, debit, rest)


@dataclass(frozen=True, slots=True)
class DisplaySum:
    """What is counted of a campaign's day, or of one of its creatives then (`debited` isn't told apart)."""

    day: str
    creative_id: str
    impressions: int = 0
    micro: int = 0
    debited: int = 0
    capped: int = 0
    written_off: int = 0
    served: int = 0

    @property
    def viewable(self) -> int:
        """How many were looked at, whether or not they could be billed."""
        return self.impressions + self.capped + self.written_off

    @property
    def viewable_rate(self) -> float | None:
        """Of those served; None: nothing was. What was looked at and isn't heard of as served yet is both."""
        return min(1.0, self.viewable / self.served) if self.served else None
