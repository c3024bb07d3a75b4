"""The page on which goods of all stores are found. It costs what `discovery` tells, and no call more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, cast
from urllib.parse import urlencode

from chalicelib.advertising.serving.service import Ad
from chalicelib.discovery import service as discovery
from chalicelib.discovery.service import Place, Results, Shopper
from chalicelib.listings.categories import service as categories
from chalicelib.search.service import Answer, Fame, Hit, Sort, Wish
from chalicelib.web.formats import count
from chalicelib.web.messages import messages
from chalicelib.web.service import Visit, goods_card
from chalicelib.web.views import FindPage, GoodsCard, Link

if TYPE_CHECKING:
    from chalicelib.listings.service import Listing

Order = Literal["relevance", "sales", "price", "-price", "newest"]
ORDERS: tuple[Order, ...] = ("relevance", "sales", "price", "-price", "newest")
PAGE = 24
CATEGORIES = 12
"""How many categories a page offers to narrow down by."""


@dataclass(frozen=True, slots=True)
class Search:
    """What a person looks for, as the page's address says it."""

    words: str
    category: str | None
    order: Order
    language: str | None
    """Only if she chose it: else her browser does."""

    @property
    def asked(self) -> bool:
        """Was anything asked at all?"""
        return bool(self.words.strip() or self.category)

    def address(self, url: str, **changed: str | None) -> str:
        """The page's address with something changed; None leaves it out."""
        order = None if self.order == "relevance" else self.order
        told = {"q": self.words, "category": self.category, "sort": order, "lang": self.language}
        query = {name: value for name, value in {**told, **changed}.items() if value}
        return f"{url}?{urlencode(query)}" if query else url


def find_page(
    asked: Search, visit: Visit, *, shopper: Shopper, cursor: str | None, now: datetime
) -> FindPage:
    """What was found, with marked ads, or where to begin. Raises BadCursor."""
    say, url = messages(visit.language), f"{visit.base_url}/find"
    if not asked.asked:
        links = (
            _category(one.slug, asked, visit, url) for one in categories.below(None) if one.parent is None
        )
        return FindPage(
            url,
            visit.language,
            say["find_title"],
            kept=_sent_along(asked),
            categories=tuple(links),
            home_url=f"{visit.base_url}/",
            app_url=visit.client(),
        )
    wish = Wish(text=asked.words, category=asked.category, sort=Sort(asked.order))
    results = discovery.find(wish, shopper=shopper, limit=PAGE, cursor=cursor, now=now)
    answer = results.answer
    heading = _heading(asked, visit)
    return FindPage(
        url=url,
        language=visit.language,
        title=heading,
        heading=heading,
        words=asked.words,
        asked=True,
        home_url=f"{visit.base_url}/",
        app_url=visit.client(),
        kept=_sent_along(asked),
        categories=_narrower(asked, answer, visit, url),
        sorts=_sorts(asked, visit, url),
        cards=_cards(results, visit, now),
        count=say["found" if answer.all_counted else "found_more"].format(
            count=count(answer.counted, visit.language)
        ),
        instead=_instead(asked, answer, url),
        next_url=asked.address(url, cursor=answer.cursor) if answer.cursor else None,
    )


def _sent_along(asked: Search) -> tuple[tuple[str, str], ...]:
    """A search by other words begins in all categories, by relevance, in the same language."""
    return (("lang", asked.language),) if asked.language else ()


def _heading(asked: Search, visit: Visit) -> str:
    say = messages(visit.language)
    parts = []
    if asked.words.strip():
        parts.append(say["results_for"].format(words=asked.words.strip()))
    if asked.category:
        parts.append(category_name(asked.category, visit))
    return " · ".join(parts)


def category_name(slug: str, visit: Visit) -> str:
    """What a category is called; one that there isn't, by its own word."""
    try:
        return categories.category_names(slug).said(visit.language)
    except KeyError:
        return slug


def _category(slug: str, asked: Search, visit: Visit, url: str, *, count: int = 0) -> Link:
    return Link(category_name(slug, visit), asked.address(url, category=slug), count=count)


def _narrower(asked: Search, answer: Answer, visit: Visit, url: str) -> tuple[Link, ...]:
    """The way back to all categories, and those of what was found; within one, those below it."""
    back = []
    if asked.category and asked.words.strip():
        back.append(Link(messages(visit.language)["all_categories"], asked.address(url, category=None)))
    choices = next((facet.choices for facet in answer.facets if facet.name == "category"), ())
    links = [
        _category(choice.value, asked, visit, url, count=choice.listings)
        for choice in choices[:CATEGORIES]
        if choice.value != asked.category
    ]
    return (*back, *links)


def _sorts(asked: Search, visit: Visit, url: str) -> tuple[Link, ...]:
    say = messages(visit.language)
    return tuple(
        Link(
            say[order],
            asked.address(url, sort=None if order == "relevance" else order),
            chosen=order == asked.order,
        )
        for order in ORDERS
    )


def _instead(asked: Search, answer: Answer, url: str) -> Link | None:
    meant = answer.did_you_mean
    return Link(meant, asked.address(url, q=meant)) if meant else None


def _cards(results: Results, visit: Visit, now: datetime) -> tuple[GoodsCard, ...]:
    return tuple(_card(place, visit, now) for place in results.places)


def _card(place: Place, visit: Visit, now: datetime) -> GoodsCard:
    if place.ad:
        return _ad(place.ad, visit, now)
    hit = cast("Hit", place.hit)
    listing = cast("Listing", hit.shown.card)
    url = f"{visit.base_url}/shop/{hit.shown.slug}/{listing.id}"
    return goods_card(listing, url, visit.language, now, note=fame_of(hit, visit))


def _ad(ad: Ad, visit: Visit, now: datetime) -> GoodsCard:
    url = f"{visit.base_url}/ads/click/{ad.token}"
    return goods_card(ad.listing, url, visit.language, now, note=_fame(ad.fame, visit), ad=True)


def fame_of(hit: Hit, visit: Visit) -> str:
    """How what was found is rated, and how many were sold, in words."""
    brief = hit.ranked.candidate.brief
    return _fame(Fame(brief.sales, brief.rating, brief.reviews), visit)


def _fame(fame: Fame, visit: Visit) -> str:
    say = messages(visit.language)
    stars = f"★ {fame.rating:.1f}" if fame.reviews else ""
    sold = say["sold"].format(count=count(fame.sales, visit.language)) if fame.sales > 0 else ""
    return " · ".join(filter(None, (stars, sold)))
