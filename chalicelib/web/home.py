"""The page on which one comes in: where to look, and what sells best.

It costs 1 query for each category until enough have goods (mostly as many as there are shelves, and never
more than there are categories), and 1 read of the goods. Display ads have no place on it: their looks are
billed by what a browser tells, and this page runs nothing; the web client shows them.
"""

from __future__ import annotations

from datetime import datetime
from typing import cast

from chalicelib.listings.categories import service as categories
from chalicelib.listings.service import Listing
from chalicelib.search import service as search
from chalicelib.search.service import Hit
from chalicelib.web.finding import category_name, fame_of
from chalicelib.web.service import Visit, goods_card
from chalicelib.web.views import GoodsCard, HomePage, Link, Shelf

SHELVES, EACH = 4, 4


def home_page(visit: Visit, *, chosen: str | None, now: datetime) -> HomePage:
    """What the home page shows; `chosen` is the language that links go on in, if somebody chose one."""
    roots = [one.slug for one in categories.below(None) if one.parent is None]
    links = {slug: Link(category_name(slug, visit), _address(slug, visit, chosen)) for slug in roots}
    found = search.best(roots, shelves=SHELVES, each=EACH)
    shelves = tuple(
        Shelf(links[slug], tuple(_card(hit, visit, now) for hit in hits)) for slug, hits in found.items()
    )
    return HomePage(
        url=f"{visit.base_url}/",
        find_url=f"{visit.base_url}/find",
        app_url=visit.client(),
        language=visit.language,
        kept=(("lang", chosen),) if chosen else (),
        categories=tuple(links.values()),
        shelves=shelves,
    )


def _address(slug: str, visit: Visit, chosen: str | None) -> str:
    language = f"&lang={chosen}" if chosen else ""
    return f"{visit.base_url}/find?category={slug}{language}"


def _card(hit: Hit, visit: Visit, now: datetime) -> GoodsCard:
    listing = cast("Listing", hit.shown.card)
    url = f"{visit.base_url}/shop/{hit.shown.slug}/{listing.id}"
    return goods_card(listing, url, visit.language, now, note=fame_of(hit, visit))
