"""Pages to render, with what a test leaves open filled in, and a reader of the HTML that comes out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from chalicelib.web.pages import GoodsCard, ListingPage, PhotoView, StorePage, VariantRow

SHOP = "https://guanxi.example/shop/mei"
VOID = {"meta", "link", "img", "br", "input", "hr", "wbr"}


def a_photo(name: str = "clip", **changes: Any) -> PhotoView:
    return PhotoView(**{"url": f"https://cdn.example/{name}.jpg", "width": 1000, "height": 1000, **changes})


def a_card(title: str = "Claw clip", **changes: Any) -> GoodsCard:
    return GoodsCard(
        **{"url": f"{SHOP}/lst_1", "title": title, "price": "¥39.90", "photo": a_photo(), **changes}
    )


def a_store_page(**changes: Any) -> StorePage:
    return StorePage(
        **{"url": SHOP, "name": "Mei’s Little Things", "language": "en", "goods": (a_card(),), **changes}
    )


def a_variant(title: str = "Medium", stock: int = 9, price: str = "39.90", **changes: Any) -> VariantRow:
    shown = {
        "title": title,
        "price": f"¥{price}",
        "price_decimal": price,
        "stock": stock,
        "sku": f"SKU-{title}",
    }
    return VariantRow(**{**shown, **changes})


def a_listing_page(**changes: Any) -> ListingPage:
    shown = {
        "url": f"{SHOP}/lst_1",
        "title": "Claw clip",
        "language": "en",
        "store_name": "Mei’s Little Things",
        "store_url": SHOP,
        "price": "¥39.90",
        "currency": "CNY",
        "variants": (a_variant(),),
        "photos": (a_photo(),),
    }
    return ListingPage(**{**shown, **changes})


@dataclass
class Element:
    """An element with its attributes and the text inside it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    within: tuple[str, ...] = ()


@dataclass
class Document(HTMLParser):
    """A page as a browser sees it. Raises AssertionError where an element isn't closed where it should be."""

    html: str
    elements: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Element] = []
        self.feed(self.html)
        self.close()
        assert not self._open, f"left open: {[element.tag for element in self._open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        within = tuple(element.tag for element in self._open)
        element = Element(tag, {name: value or "" for name, value in attrs}, within=within)
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, tag: str, *, kind: str = "") -> list[Element]:
        """The elements of a tag, and of a class when one is given."""
        found = [element for element in self.elements if element.tag == tag]
        return [
            element for element in found if not kind or kind in element.attributes.get("class", "").split()
        ]

    def texts(self, tag: str, *, kind: str = "") -> list[str]:
        """What stands in the elements of a tag."""
        return [" ".join(element.text.split()) for element in self.all(tag, kind=kind)]

    @property
    def meta(self) -> dict[str, str]:
        """The document's tags for other machines; the first of several wins, as crawlers have it."""
        tags: dict[str, str] = {}
        for element in self.all("meta"):
            name = element.attributes.get("property") or element.attributes.get("name", "")
            tags.setdefault(name, element.attributes.get("content", ""))
        return tags

    @property
    def facts(self) -> Any:
        """The schema.org object."""
        (script,) = [e for e in self.all("script") if e.attributes.get("type") == "application/ld+json"]
        return json.loads(script.text)

    @property
    def styles(self) -> str:
        """The page's CSS."""
        return "".join(element.text for element in self.all("style"))
