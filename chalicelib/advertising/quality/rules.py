"""How good an ad is for whoever sees it: will she click, is it what she looks for, is the record good.

The record is what buyers made of the goods and of their store, times how promptly the store sends.

The click rate is clicks over expected clicks (Zhang and Jones: Comparing Click Logs for Editorial Relevance,
2007): an impression counts as much as people look at its slot, so that an ad isn't worse for having stood
lower. It is smoothed by clicks and impressions that nobody made, so that a new ad has the usual rate.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

SEEN = (1000, 600, 400)
"""How many of a thousand look at each slot, the best one's being all."""

USUAL, TRUST = 30, 200
"""Clicks of a thousand who look, usually, and as how many lookers that counts."""

WHOLE = 1_000_000
"""What a click rate of one would be as a quality."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How often an ad was looked at, in thousandths, and how often it was clicked."""

    looks: int = 0
    clicks: int = 0


def click_rate(shown: Shown) -> float:
    """The part of those who look at it that will click."""
    return (shown.clicks + USUAL * TRUST / 1000) / (max(shown.looks / 1000, shown.clicks) + TRUST)


def relevance(searched: Collection[str], *, in_title: Collection[str]) -> float:
    """How well goods answer a search, from a quarter to one: by the part of its words in their title."""
    wanted = set(searched)
    return 0.25 + 0.75 * len(wanted & set(in_title)) / len(wanted) if wanted else 1.0


USUAL_STARS, FEW = 4.0, 5
"""What is thought of goods or of a store before there are stars, and as how many reviews that counts."""


def mean(*, stars: float, reviews: int, usual: float = USUAL_STARS) -> float:
    """A mean of stars, as if a few more had been given as usual."""
    return (stars * reviews + usual * FEW) / (reviews + FEW)


def record(*, stars: float, reviews: int, store: float = USUAL_STARS) -> float:
    """What buyers made of the goods, from a half to about one and a sixth; one where nothing is known.

    Of goods with few reviews what buyers made of their `store`, a mean, tells more.
    """
    found = mean(stars=stars, reviews=reviews, usual=store)
    return 0.5 + 0.5 * found / USUAL_STARS if found < USUAL_STARS else 1.0 + (found - USUAL_STARS) / 6


USUALLY_SENT, FEW_ORDERS = 0.95, 20
"""The part of a store's orders that is sent in time, usually, and as how many orders that counts."""


@dataclass(frozen=True, slots=True)
class Sent:
    """How many of a store's orders were to be sent, and how many of them were sent in time."""

    orders: int = 0
    in_time: int = 0


def punctuality(sent: Sent) -> float:
    """The part of a store's orders that will be sent in time: (s + 19) / (n + 20) after s of n.

    The mean of a Beta belief, which is Beta(19, 1) where nothing was sent yet. Source: Gelman et al.,
    Bayesian Data Analysis, 3rd edition, section 2.4.
    """
    return (sent.in_time + USUALLY_SENT * FEW_ORDERS) / (sent.orders + FEW_ORDERS)


def promptness(sent: Sent) -> float:
    """What a store's punctuality is worth, from a half to 1.05; one where nothing is known."""
    found = punctuality(sent)
    return 0.5 + 0.5 * found / USUALLY_SENT if found < USUALLY_SENT else 1.0 + (found - USUALLY_SENT)


def quality(rate: float, relevant: float, record_: float) -> int:
    """All of it as the auction's whole number, above zero."""
    return max(1, round(WHOLE * rate * relevant * record_))
