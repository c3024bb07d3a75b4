"""What a shopper sees when she searches: what search found, with ads in their slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from chalicelib.advertising.serving import service as advertising
from chalicelib.advertising.serving.service import Ad, Asked
from chalicelib.discovery import rules
from chalicelib.discovery.rules import Mixed
from chalicelib.foundation.observability import log, measure
from chalicelib.search import service as search
from chalicelib.search.service import Answer, Hit, Sort, Wish

HOME_CURRENCY = "CNY"

Place: TypeAlias = Mixed[Hit, Ad]


@dataclass(frozen=True, slots=True)
class Results:
    """A page of what was found, with ads."""

    answer: Answer
    places: Sequence[Place]


@dataclass(frozen=True, slots=True)
class Shopper:
    """What is known of whoever searches."""

    user_agent: str
    region: str | None = None


def find(wish: Wish, *, shopper: Shopper, limit: int, cursor: str | None, now: datetime) -> Results:
    """A page of the goods on sale that answer a wish; the first page of a search by words has ads.

    The search's reads, and for ads 2 more and 1 message. Where they can't be told there are none: a search
    never fails for its ads. Raises NothingAsked, BadPriceRange, UnknownFacet, BadCursor.
    """
    answer = search.find(wish, limit=limit, cursor=cursor)
    most = rules.room(len(answer.hits))
    ads = _ads(wish, shopper, most, now) if cursor is None and _may_have_ads(wish) else []
    return Results(answer, rules.mixed(answer.hits, ads, same=_same))


def _may_have_ads(wish: Wish) -> bool:
    """Ads answer words, and the filters that they are held to: prices and what is in stock."""
    narrowed = wish.category or wish.attributes or wish.region or wish.rating or wish.wholesale
    return bool(wish.text.strip()) and not narrowed and wish.sort is Sort.RELEVANCE


def _ads(wish: Wish, shopper: Shopper, most: int, now: datetime) -> list[Ad]:
    asked = Asked(
        text=wish.text,
        currency=wish.currency or HOME_CURRENCY,
        device=advertising.device_of(shopper.user_agent),
        region=shopper.region,
        price_min=wish.price_min,
        price_max=wish.price_max,
    )
    try:
        return advertising.ads_for(asked, most=most, now=now)
    except Exception:
        log.exception("a search without its ads")
        measure("AdsFailed")
        return []


def _same(hit: Hit, ad: Ad) -> bool:
    return hit.shown.id == ad.listing.id
