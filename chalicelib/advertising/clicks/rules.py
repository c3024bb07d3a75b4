"""A click: what is wrong with it, what it costs, and what is counted for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.advertising.events import ClickFacts

TOKEN_LIVES = timedelta(hours=1)
"""How long an ad's link can be followed after it was shown."""

DOUBLE_WITHIN = timedelta(minutes=10)
"""Within which a second click of somebody on the same goods isn't another visit."""

MOST_A_MINUTE = 20
"""Clicks from one address. A family doesn't click so often; a script does."""

_SCRIPTS = ("bot", "crawler", "spider", "curl/", "wget", "python", "httpclient", "headless")


class Outcome(StrEnum):
    """What became of a click. All but the first cost nothing."""

    BILLED = "billed"
    CREDITED = "credited"
    """It was billed, and found out later to be none."""
    OVER_BUDGET = "over_budget"
    """The day's budget was spent while it was on its way: written off."""
    NO_BALANCE = "no_balance"
    """What was set aside for ads was spent while it was on its way: written off."""
    EXPIRED = "expired"
    OWN = "own"
    DOUBLE = "double"
    SCRIPT = "script"

    @property
    def written_off(self) -> bool:
        """Was it good, and can't be billed?"""
        return self in (Outcome.OVER_BUDGET, Outcome.NO_BALANCE)


@dataclass(frozen=True, slots=True)
class Budget:
    """What is left of a day's budget and what was spent of it, in minor units."""

    left: int
    spent: int


@dataclass(frozen=True, slots=True)
class Click:
    """A click on an ad."""

    facts: ClickFacts
    outcome: Outcome
    clicked_at: datetime
    event_id: str
    credited_because: str | None = None
    who: str | None = None
    """Whose orders may be counted for it; None: nobody's."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A click for which an order or a cart may be counted."""

    facts: ClickFacts
    at: datetime


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of whoever clicks."""

    owns: bool
    """Does she work in the store, or is it hers?"""
    seen: datetime | None
    """When she last clicked on these goods."""
    in_this_minute: int
    """Clicks from her address."""


def fault(told: str | None, at: datetime, known: Known) -> Outcome | None:
    """Why a click isn't one; None: it is. `told` is what was seen wrong when it came."""
    if told:
        return Outcome(told)
    if known.owns:
        return Outcome.OWN
    if known.in_this_minute >= MOST_A_MINUTE:
        return Outcome.SCRIPT
    if known.seen and abs(at - known.seen) < DOUBLE_WITHIN:
        return Outcome.DOUBLE
    return None


def is_script(user_agent: str) -> bool:
    """Does a browser say of itself that it is none?"""
    told = user_agent.lower()
    return not told or any(word in told for word in _SCRIPTS)


@dataclass(frozen=True, slots=True)
class Sums:
    """What reports count, money in minor units.

    A visit is a good click, whether or not it could be billed. Orders, `sales`, what was refunded of them,
    and `carts`, the lines that came into a cart, are counted for the last click before, for the `first`, and
    in parts for all: `linear`, with orders and carts in ten-thousandths.
    """

    impressions: int = 0
    clicks: int = 0
    visits: int = 0
    cost: int = 0
    invalid: int = 0
    written_off: int = 0
    orders: int = 0
    sales: int = 0
    refunded: int = 0
    first_orders: int = 0
    first_sales: int = 0
    first_refunded: int = 0
    linear_orders: int = 0
    linear_sales: int = 0
    linear_refunded: int = 0
    carts: int = 0
    first_carts: int = 0
    linear_carts: int = 0

    def __add__(self, other: Sums) -> Sums:
        return Sums(*(getattr(self, name) + getattr(other, name) for name in Sums.__slots__))

    def __sub__(self, other: Sums) -> Sums:
        return Sums(*(getattr(self, name) - getattr(other, name) for name in Sums.__slots__))


class By(StrEnum):
    """By what a report counts, beside the day."""

    CAMPAIGN = "campaign"
    LISTING = "listing"
    KEYWORD = "keyword"
    TERM = "term"
    """What was searched for."""


@dataclass(frozen=True, slots=True)
class Touch:
    """Of what something is counted."""

    by: By
    day: str
    of: str


def counted_for(*, day: str, listing_id: str, keyword: str, term: str) -> Iterator[Touch]:
    """Under what an impression, a click or an order is counted: once by each."""
    yield Touch(By.CAMPAIGN, day, "")
    yield Touch(By.LISTING, day, listing_id)
    yield Touch(By.KEYWORD, day, keyword)
    yield Touch(By.TERM, day, term)


def touched(facts: ClickFacts) -> Iterator[Touch]:
    """Under what is counted what came of a click."""
    return counted_for(day=facts.day, listing_id=facts.listing_id, keyword=facts.keyword, term=facts.term)


def change_of(outcome: Outcome, price: int) -> Sums:
    """What a click counts as."""
    if outcome is Outcome.BILLED:
        return Sums(clicks=1, visits=1, cost=price)
    if outcome.written_off:
        return Sums(visits=1, written_off=price)
    return Sums(invalid=1)
