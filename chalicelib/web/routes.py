"""The public pages' routes. Whatever goes wrong, a person gets a page and not a problem document.

What makes the pages is imported when the first one is looked at: most cold starts serve the API.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Literal

from chalice.app import Request
from pydantic import ConfigDict

from chalicelib.foundation import clock
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.http import Answer, Query, Routes
from chalicelib.foundation.schemas import Cursor
from chalicelib.foundation.urls import base_url
from chalicelib.listings.errors import ListingNotFound
from chalicelib.stores.errors import StoreNotFound
from chalicelib.stores.service import StorePaused

if TYPE_CHECKING:
    from chalicelib.web.service import Visit

bp = Routes(__name__)

HTML = ("text/html; charset=utf-8",)
Language = Literal["zh", "en"]

FRESH = "public, max-age=30"
"""How long a page may be kept: shorter by far than its photos' signatures."""


class PageVisit(Query):
    """In which language, and which page of the goods.

    Whatever else stands in the address is let be: the apps in which links are shared add words of theirs.
    """

    model_config = ConfigDict(extra="ignore")

    lang: Language | None = None
    cursor: Cursor | None = None
    via: str | None = None
    """The short link's code over which one came."""
    ad: str | None = None
    """The click on an ad."""


@bp.get("/shop/{slug}", signed_in=False, media=HTML, pages=(HTTPStatus.NOT_FOUND,), raises=(StoreNotFound,))
def store_page(slug: str, query: PageVisit, request: Request) -> Answer:
    """Look at a store."""
    from chalicelib.web import pages, service

    visit = _visit(query, request)

    def render() -> str:
        return pages.render_store(service.store_page(slug, visit, cursor=query.cursor, now=clock.now()))

    return _page(render, visit.language)


@bp.get(
    "/shop/{slug}/{listing_id}",
    signed_in=False,
    media=HTML,
    pages=(HTTPStatus.NOT_FOUND,),
    raises=(StoreNotFound, ListingNotFound),
)
def listing_page(slug: str, listing_id: str, query: PageVisit, request: Request) -> Answer:
    """Look at goods."""
    from chalicelib.web import pages, service

    visit = _visit(query, request)

    def render() -> str:
        return pages.render_listing(service.listing_page(slug, listing_id, visit, now=clock.now()))

    return _page(render, visit.language)


def _visit(query: PageVisit, request: Request) -> Visit:
    """How the page is looked at, and by whom."""
    from chalicelib.insights.collecting.service import Came, Looker
    from chalicelib.web.service import Visit

    url = base_url(request)
    address = str(request.context.get("identity", {}).get("sourceIp", ""))
    return Visit(
        url,
        _language(query, request),
        Looker.of(request.headers, address=address, home=url),
        Came(link=_code(query.via), ad=bool(query.ad)),
    )


def _code(told: str | None) -> str | None:
    """A code as we give them; whatever else stands there is let be."""
    return told if told and len(told) <= 20 and told.isascii() and told.isalnum() else None


def _page(render: Callable[[], str], language: Language) -> Answer:
    from chalicelib.web import pages

    try:
        headers = {"Cache-Control": FRESH, "Vary": "Accept-Language", "Content-Language": language}
        return Answer(render(), headers=headers)
    except StorePaused:
        return Answer(pages.render_notice("paused", language), headers={"Cache-Control": "no-store"})
    except NotFound:
        return Answer(pages.render_notice("not_found", language), status=HTTPStatus.NOT_FOUND)


def _language(query: PageVisit, request: Request) -> Language:
    """The language asked for, else the browser's, else Chinese."""
    if query.lang:
        return query.lang
    wanted = (request.headers.get("accept-language") or "zh").lower()
    tags = [tag.split(";")[0].strip()[:2] for tag in wanted.split(",")]
    return "en" if "en" in tags and "zh" not in tags[: tags.index("en")] else "zh"
