"""What a stranger's words can make a page do: nothing, and the headers see to it that they couldn't."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import chalicelib
from chalicelib.web.pages import (
    FindPage,
    HomePage,
    Language,
    OfferView,
    PhotoView,
    RatingView,
    ReviewView,
    Section,
    render_find,
    render_home,
    render_listing,
    render_notice,
    render_store,
)
from chalicelib.web.views import Link, Shelf
from tests.api import Api, Reply
from tests.unit import world
from tests.unit.advertising.market import settled
from tests.unit.lending.loans import a_loan, a_pool, a_standing
from tests.unit.web.builders import Document, a_card, a_listing_page, a_photo, a_store_page, a_variant
from tests.unit.world import MEI, made

HOSTILE = "</style></title></script><script>hit()</script>\"'><img src=x onerror=hit()><p style=x>{{7*7}}"
TEMPLATES = [
    path
    for path in Path(chalicelib.__path__[0]).rglob("*")
    if path.parent.name == "templates" and path.suffix == ".html"
]


def a_picture(said: str) -> PhotoView:
    return a_photo(alt=said)


def store(said: str) -> str:
    card = a_card(said, photo=a_picture(said), note=said, usual_price=said)
    return render_store(
        a_store_page(
            name=said,
            announcement=said,
            about=said,
            accent=said,
            banner=a_picture(said),
            logo=a_picture(said),
            sections=(Section("announcement", said), Section("pinned", said), Section("all_goods", said)),
            offers=(OfferView(said, said, said, said, said),),
            pinned=(card,),
            goods=(card, a_card(said, photo=None, ad=True)),
        )
    )


def listing(said: str) -> str:
    review = ReviewView(said, 4, said, "2026-11-26", said, ("https://cdn.example/1.jpg",), said, said)
    return render_listing(
        a_listing_page(
            title=said,
            store_name=said,
            accent=said,
            price=said,
            usual_price=said,
            reduced_until=said,
            variants=(a_variant(said), a_variant(said, steps=((3, said),))),
            offers=(OfferView(said, said, said, said, said),),
            store_logo=a_picture(said),
            photos=(a_picture(said), a_picture(said)),
            attributes=((said, said),),
            description=said,
            rating=RatingView("4.3", 2, 9),
            reviews=(review,),
            tax=said,
        )
    )


def found(said: str) -> str:
    links = (Link(said, f"https://guanxi.example/find?q={len(said)}", chosen=True, count=3),)
    page = FindPage(
        url="https://guanxi.example/find",
        language="en",
        title=said,
        heading=said,
        words=said,
        asked=True,
        kept=(("lang", said),),
        categories=links,
        sorts=links,
        cards=(a_card(said, note=said),),
        count=said,
        instead=links[0],
    )
    return render_find(page)


def home(said: str) -> str:
    address = "https://guanxi.example/find"
    shelf = Shelf(Link(said, address), (a_card(said, note=said),))
    return render_home(
        HomePage(
            url="https://guanxi.example/",
            find_url=address,
            app_url="https://guanxi.example/app",
            language="en",
            kept=(("lang", said),),
            categories=(Link(said, address),),
            shelves=(shelf,),
        )
    )


PAGES: dict[str, Callable[[str], str]] = {"store": store, "listing": listing, "find": found, "home": home}


def shape(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page and the names of their attributes."""
    return [(one.tag, tuple(sorted(one.attributes))) for one in Document(html).elements]


def runs(page: Document) -> list[str]:
    """What in a page runs, or is styled, otherwise than by its style sheet."""
    scripts = [e for e in page.all("script") if e.attributes.get("type") != "application/ld+json"]
    named = [name for e in page.elements for name in e.attributes if name == "style" or name.startswith("on")]
    links = [url for e in page.elements for url in e.attributes.values() if url.startswith("javascript:")]
    return [*(script.text for script in scripts), *named, *links]


class TestAStrangersWords:
    @pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
    def test_add_no_element_and_no_attribute_to_a_page(self, page: Callable[[str], str]) -> None:
        assert shape(page(HOSTILE)) == shape(page("honest words"))

    @pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
    def test_are_shown_as_they_are_and_never_run(self, page: Callable[[str], str]) -> None:
        shown = Document(page(HOSTILE))
        assert runs(shown) == []
        assert HOSTILE in "".join(one.text for one in shown.elements)
        assert HOSTILE not in shown.html and "hit()" not in shown.styles


class TestTemplates:
    @pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
    def test_have_no_styles_handlers_or_scripts_among_their_elements(self, template: Path) -> None:
        text = template.read_text(encoding="utf-8")
        scripts = set(re.findall(r"<script([^>]*)>", text))
        assert not re.search(r"""\sstyle\s*=|\son[a-z]+\s*=\s*["'{]|javascript:""", text)
        assert scripts <= {
            ' type="application/ld+json"',
            ' type="module" src="{{ site }}/js/main.js" crossorigin',
        }

    @pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
    def test_take_no_text_for_markup(self, template: Path) -> None:
        """But for fixed attributes, of which a condition decides."""
        trusted = re.findall(r"([^{]*)\|\s*safe", template.read_text(encoding="utf-8"))
        assert all(re.fullmatch(r"\s*' [a-z -]+=\"[^\"{]*\"'\s*|\s*' [a-z]+'\s*", one) for one in trusted)
        assert "autoescape" not in template.read_text(encoding="utf-8")


def policy(reply: Reply) -> dict[str, list[str]]:
    parts = (part.split() for part in reply.headers["content-security-policy"].split("; "))
    return {name: sources for name, *sources in parts}


def hashes(html: str) -> list[str]:
    """By which a browser knows the styles in a page."""
    styles = [one.text.encode() for one in Document(html).all("style")]
    return [f"'sha256-{b64encode(hashlib.sha256(style).digest()).decode()}'" for style in styles]


def addresses() -> dict[str, str]:
    listing = world.a_listing(title="Hair clip")
    store = made(Api().get(f"/stores/{listing['store_id']}"))
    settled()
    shop = f"/shop/{store['slug']}"
    return {
        "store": shop,
        "listing": f"{shop}/{listing['id']}",
        "nothing": "/shop/nobody",
        "begin": "/find",
        "home": "/",
        "found": "/find?q=clip",
        "client": "/app",
        "docs": "/docs",
    }


@pytest.fixture
def replies() -> dict[str, Reply]:
    return {name: Api().get(path) for name, path in addresses().items()}


class TestAPagesHeaders:
    def test_know_its_styles_as_they_are_rendered(self, replies: dict[str, Reply]) -> None:
        for name, reply in replies.items():
            known = [one for one in policy(reply)["style-src"] if one.startswith("'sha256")]
            assert known == hashes(reply.content.decode()), name

    def test_allow_nothing_inline_nothing_else_and_no_frame(self, replies: dict[str, Reply]) -> None:
        for name, reply in replies.items():
            allowed = policy(reply)
            assert "unsafe" not in reply.headers["content-security-policy"], name
            for closed in ("default-src", "base-uri", "frame-ancestors"):
                assert allowed[closed] == ["'none'"], name

    def test_let_no_page_but_the_client_run_scripts_or_connect_to_others(
        self, replies: dict[str, Reply]
    ) -> None:
        allowed = {name: policy(reply) for name, reply in replies.items()}
        assert {name for name, its in allowed.items() if "script-src" in its} == {"client"}
        assert {
            name for name, its in allowed.items() if its.get("connect-src", ["'self'"]) != ["'self'"]
        } == {"client"}

    def test_let_pages_show_pictures_from_where_they_are(self, replies: dict[str, Reply]) -> None:
        for name in ("store", "listing", "home", "begin", "found"):
            assert any("guanxi-unit-media" in source for source in policy(replies[name])["img-src"]), name

    def test_keep_browsers_from_guessing_and_from_telling(self, replies: dict[str, Reply]) -> None:
        for reply in replies.values():
            assert reply.headers["x-content-type-options"] == "nosniff"
            assert reply.headers["referrer-policy"] == "strict-origin-when-cross-origin"
            assert "camera=()" in reply.headers["permissions-policy"]

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_fit_a_store_of_any_colour(self, language: Language) -> None:
        store: Any = world.a_store()
        made(MEI.patch(f"/stores/{store['id']}", {"theme": {"accent": "#2f6fde"}}))
        reply = Api().get(f"/shop/{store['slug']}?lang={language}")
        assert "--accent: #2f6fde" in Document(reply.content.decode()).styles
        assert policy(reply)["style-src"] == hashes(reply.content.decode())

    def test_fit_a_store_that_rests(self) -> None:
        assert "'sha256-" in str(policy(Api().get("/shop/nobody")))
        assert hashes(render_notice("paused", "zh")) == hashes(render_notice("not_found", "zh"))

    def test_close_a_loans_contract_too(self) -> None:
        a_pool()
        a_standing()
        loan = a_loan()
        reply = MEI.get(f"/loans/{loan['id']}/contract")
        assert policy(reply)["style-src"] == hashes(reply.content.decode())
