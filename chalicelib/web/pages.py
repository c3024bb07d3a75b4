"""The mobile pages as HTML.

Every page is one self-contained document: its CSS is inlined, it runs no script, and beside its pictures it
loads nothing. Jinja2 is imported when the first page is rendered, so that importing this module is cheap.
"""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from chalicelib.foundation.languages import Language
from chalicelib.web import formats, sharing
from chalicelib.web.colour import palette
from chalicelib.web.messages import messages
from chalicelib.web.views import (
    FindPage,
    GoodsCard,
    HomePage,
    ListingPage,
    NoticeKind,
    OfferView,
    PhotoView,
    RatingView,
    ReviewView,
    Section,
    SectionKind,
    StorePage,
    VariantRow,
)

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = [
    "FindPage",
    "GoodsCard",
    "HomePage",
    "Language",
    "ListingPage",
    "NoticeKind",
    "OfferView",
    "PhotoView",
    "RatingView",
    "ReviewView",
    "Section",
    "SectionKind",
    "StorePage",
    "VariantRow",
    "render_find",
    "render_home",
    "render_listing",
    "render_notice",
    "render_store",
]


_FOLDER = Path(__file__).with_name("templates")


def render_store(page: StorePage) -> str:
    """The store's page as an HTML document."""
    return render(
        "store.html",
        page.language,
        page.accent,
        page=page,
        card=sharing.store_card(page),
        facts=sharing.store_facts(page),
    )


def render_listing(page: ListingPage) -> str:
    """The goods' page as an HTML document."""
    return render(
        "listing.html",
        page.language,
        page.accent,
        page=page,
        price=sharing.price_text(page),
        card=sharing.listing_card(page),
        facts=sharing.listing_facts(page),
    )


def render_find(page: FindPage) -> str:
    """The page of what was found, as an HTML document."""
    return render("find.html", page.language, "", page=page)


def render_home(page: HomePage) -> str:
    """The page on which one comes in, as an HTML document."""
    return render("home.html", page.language, "", page=page, facts=sharing.site_facts(page))


def render_notice(kind: NoticeKind, language: Language, *, accent: str = "") -> str:
    """A page that says why there is nothing to see, in the store's colour where there is a store."""
    return render("notice.html", language, accent, kind=kind)


def render(template: str, language: Language, accent: str, /, **shown: object) -> str:
    """A template in a language, in the colours of an accent."""
    made = _templates().get_template(template)
    number = partial(formats.count, language=language)
    return made.render(say=messages(language), colours=palette(accent), number=number, **shown)


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["initial"] = _initial
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return environment


def _initial(name: str) -> str:
    """The letter that stands for a name without a picture."""
    return next((character for character in name if character.isalnum()), "·").upper()
