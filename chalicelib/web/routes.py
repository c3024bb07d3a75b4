"""The public pages' routes. Whatever goes wrong, a person gets a page and not a problem document.

What makes the pages is imported when the first one is looked at: most cold starts serve the API.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Literal
from urllib.parse import urlsplit

from chalice.app import Request
from pydantic import ConfigDict, StringConstraints

from chalicelib.affiliates import service as affiliates
from chalicelib.foundation import browsers, clock, languages
from chalicelib.foundation.browsers import DATA, SELF
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.http import Answer, Query, Routes
from chalicelib.foundation.languages import Language
from chalicelib.foundation.paging import BadCursor
from chalicelib.foundation.schemas import Cursor
from chalicelib.foundation.text import line
from chalicelib.foundation.urls import base_url
from chalicelib.listings.errors import ListingNotFound
from chalicelib.stores.errors import StoreNotFound
from chalicelib.stores.service import StorePaused

if TYPE_CHECKING:
    from chalicelib.web.service import Visit

bp = Routes(__name__)

HTML = ("text/html; charset=utf-8",)

FRESH = "public, max-age=30"
"""How long a page may be kept: shorter by far than its photos' signatures."""


CLOSED_TO_CRAWLERS = ("ads/", "app", "find?")


class PageVisit(Query):
    """In which language, and which page of the goods.

    Whatever else stands in the address is let be: the apps in which links are shared add words of theirs.
    """

    model_config = ConfigDict(extra="ignore")

    lang: Language | None = None
    cursor: Cursor | None = None


class ShellVisit(Query):
    """In which language. Whatever else stands in the address is the client's own."""

    model_config = ConfigDict(extra="ignore")

    lang: Language | None = None


class StoreVisit(PageVisit):
    """A look at a store, and over what one came: a short link's code, an ad, a promoter's link."""

    via: str | None = None
    ad: str | None = None
    ref: str | None = None


class FindVisit(PageVisit):
    """What to look for. Without anything the page shows where one could begin."""

    q: Annotated[str, line(200, least=0)] = ""
    category: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)] | None = (
        None
    )
    sort: Literal["relevance", "sales", "price", "-price", "newest"] = "relevance"
    near: Annotated[str, StringConstraints(pattern=r"^[0-9]{2,6}$")] | None = None
    """The region in which whoever asks is: some ads are for some regions only."""


@bp.get("/", signed_in=False, media=HTML)
def home_page(query: ShellVisit, request: Request) -> Answer:
    """Come in: search, all categories, and what sells best in some of them."""
    from chalicelib.web import home, pages, service

    visit = service.Visit(base_url(request), _language(query.lang, request))
    page = home.home_page(visit, chosen=query.lang, now=clock.now())
    return _shown(pages.render_home(page), visit.language)


@bp.get("/robots.txt", signed_in=False, media=("text/plain",))
def robots(request: Request) -> Answer:
    """Read what crawlers should leave alone: clicks on ads above all, which somebody would pay for."""
    path = urlsplit(base_url(request)).path
    closed = "".join(f"Disallow: {path}/{place}\n" for place in CLOSED_TO_CRAWLERS)
    headers = {"Cache-Control": "public, max-age=86400"}
    return Answer(f"User-agent: *\n{closed}", "text/plain; charset=utf-8", headers=headers)


@bp.get("/find", signed_in=False, media=HTML, raises=(BadCursor,))
def find_page(query: FindVisit, request: Request) -> Answer:
    """Look for goods in all stores. Ads among them are marked."""
    from chalicelib.discovery.service import Shopper
    from chalicelib.web import finding, pages, service

    visit = service.Visit(base_url(request), _language(query.lang, request))
    asked = finding.Search(query.q, query.category, query.sort, query.lang)
    shopper = Shopper(request.headers.get("user-agent", ""), query.near)
    page = finding.find_page(asked, visit, shopper=shopper, cursor=query.cursor, now=clock.now())
    return _shown(pages.render_find(page), visit.language, cache="no-store" if asked.asked else FRESH)


@bp.get("/app", signed_in=False, media=HTML)
def web_client(query: ShellVisit, request: Request) -> Answer:
    """Open the web client. Where in it one is stands behind the `#` of the address."""
    from chalicelib.web import shell

    language = _language(query.lang, request)
    html = shell.shell(language, base_url(request))
    return Answer(html, headers={**_said_in(language), **shell.shell_headers(html)})


@bp.get("/app.webmanifest", signed_in=False, media=("application/manifest+json",))
def web_client_manifest(query: ShellVisit, request: Request) -> Answer:
    """Read what a phone must know to install the web client."""
    from chalicelib.web import shell

    language = _language(query.lang, request)
    told = shell.manifest(language, base_url(request))
    return Answer(told, "application/manifest+json", headers=_said_in(language))


@bp.get("/sw.js", signed_in=False, media=("text/javascript",))
def web_client_worker() -> Answer:
    """Load the web client's service worker, which keeps the client for when there is no network."""
    from chalicelib.web import shell

    headers = {"Cache-Control": "no-cache", **shell.worker_headers()}
    return Answer(shell.worker(), "text/javascript; charset=utf-8", headers=headers)


@bp.get("/shop/{slug}", signed_in=False, media=HTML, pages=(HTTPStatus.NOT_FOUND,), raises=(StoreNotFound,))
def store_page(slug: str, query: StoreVisit, request: Request) -> Answer:
    """Look at a store."""
    from chalicelib.web import pages, service

    visit = _visit(query, request)

    def render() -> str:
        return pages.render_store(service.store_page(slug, visit, cursor=query.cursor, now=clock.now()))

    return _kept(_page(render, visit.language), query.ref, request)


@bp.get(
    "/shop/{slug}/{listing_id}",
    signed_in=False,
    media=HTML,
    pages=(HTTPStatus.NOT_FOUND,),
    raises=(StoreNotFound, ListingNotFound),
)
def listing_page(slug: str, listing_id: str, query: StoreVisit, request: Request) -> Answer:
    """Look at goods."""
    from chalicelib.web import pages, service

    visit = _visit(query, request)

    def render() -> str:
        return pages.render_listing(service.listing_page(slug, listing_id, visit, now=clock.now()))

    return _kept(_page(render, visit.language), query.ref, request)


def _visit(query: StoreVisit, request: Request) -> Visit:
    """How the page is looked at, and by whom."""
    from chalicelib.insights.collecting.service import Came, Looker
    from chalicelib.web.service import Visit

    url = base_url(request)
    address = str(request.context.get("identity", {}).get("sourceIp", ""))
    return Visit(
        url,
        _language(query.lang, request),
        Looker.of(request.headers, address=address, home=url),
        Came(link=_code(query.via), ad=bool(query.ad)),
    )


def _code(told: str | None) -> str | None:
    """A code as we give them; whatever else stands there is let be."""
    return told if told and len(told) <= 20 and told.isascii() and told.isalnum() else None


def _kept(page: Answer, referral: str | None, request: Request) -> Answer:
    """The page; a browser that keeps no visit over a promoter's link is to keep the address's.

    Whoever follows the link itself has it by then; this is for an address that was copied elsewhere.
    """
    if not referral or f"{affiliates.COOKIE}=" in request.headers.get("cookie", ""):
        return page
    cookie = affiliates.cookie_of_address(referral, now=clock.now())
    told = {"Set-Cookie": cookie, "Cache-Control": "no-store"} if cookie else {}
    return replace(page, headers={**page.headers, **told})


def _page(render: Callable[[], str], language: Language) -> Answer:
    from chalicelib.web import pages

    try:
        return _shown(render(), language)
    except StorePaused:
        return _shown(pages.render_notice("paused", language), language, cache="no-store")
    except NotFound:
        notice = pages.render_notice("not_found", language)
        return _shown(notice, language, cache="no-store", status=HTTPStatus.NOT_FOUND)


def _shown(
    html: str, language: Language, *, cache: str = FRESH, status: HTTPStatus = HTTPStatus.OK
) -> Answer:
    """A public page: it shows pictures, may be searched from, and runs nothing.

    That it may connect to ourselves is for those who inspect it: they read robots.txt in the page's name.
    """
    pictures = (SELF, browsers.media_origin(), DATA)
    may = browsers.headers(html, img_src=pictures, form_action=(SELF,), connect_src=(SELF,))
    return Answer(html, status=status, headers={**_said_in(language, cache=cache), **may})


def _said_in(language: Language, *, cache: str = FRESH) -> dict[str, str]:
    """The headers of what differs by the browser's language, and how long it may be kept."""
    return {"Cache-Control": cache, "Vary": "Accept-Language", "Content-Language": language}


def _language(chosen: Language | None, request: Request) -> Language:
    """The language asked for, else the browser's, else Chinese."""
    return chosen or languages.wanted(request.headers.get("accept-language") or "", otherwise="zh")
