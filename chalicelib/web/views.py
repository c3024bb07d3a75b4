"""What each page shows, as frozen values: all that a template may know."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from chalicelib.foundation.languages import Language

SectionKind = Literal["announcement", "pinned", "all_goods", "about"]
NoticeKind = Literal["not_found", "paused"]
FEW = 5
"""Stock is said in numbers when it is at most this."""


@dataclass(frozen=True, slots=True)
class PhotoView:
    """A photo and the room it needs, in pixels. An empty `alt` becomes the title of what it shows."""

    url: str
    width: int
    height: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class GoodsCard:
    """Goods in a list. `price` is the lowest, formatted; `from_price` says that dearer variants exist.

    `usual_price` stands where the price is a sale's.
    """

    url: str
    title: str
    price: str
    photo: PhotoView | None = None
    from_price: bool = False
    usual_price: str = ""
    sold_out: bool = False
    note: str = ""
    """How they are rated and how many were sold, where that helps to choose."""
    ad: bool = False
    """Are they shown because their store pays for it?"""


@dataclass(frozen=True, slots=True)
class Link:
    """Somewhere to go, and whether one is there. `count` is how much is there, if that is known."""

    name: str
    url: str
    chosen: bool = False
    count: int = 0


@dataclass(frozen=True, slots=True)
class FindPage:
    """Goods that were looked for in all stores; or, when nothing was asked yet, where one could begin."""

    url: str
    """Where the form leads, without what was asked."""
    language: Language
    title: str
    heading: str = ""
    words: str = ""
    asked: bool = False
    kept: tuple[tuple[str, str], ...] = ()
    """What the form sends along, by name."""
    categories: tuple[Link, ...] = ()
    sorts: tuple[Link, ...] = ()
    cards: tuple[GoodsCard, ...] = ()
    count: str = ""
    """How much was found, in words."""
    instead: Link | None = None
    """What may have been meant."""
    next_url: str | None = None
    home_url: str = ""
    app_url: str = ""
    """The web client."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Some of a category's goods, and the way to all of them."""

    category: Link
    cards: tuple[GoodsCard, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """Where one comes in. All addresses are absolute."""

    url: str
    find_url: str
    """Where the form leads."""
    app_url: str
    """The web client."""
    language: Language
    kept: tuple[tuple[str, str], ...] = ()
    """What the form sends along, by name."""
    categories: tuple[Link, ...] = ()
    shelves: tuple[Shelf, ...] = ()


@dataclass(frozen=True, slots=True)
class OfferView:
    """Something that the store takes off: the merchant's title for it, and its terms in words."""

    title: str
    terms: str
    code: str = ""
    only: str = ""
    """Said when it isn't for all goods."""
    until: str = ""
    url: str = ""
    """Where in the web client one takes it up."""

    @property
    def details(self) -> tuple[str, ...]:
        """What is said beneath, if there is anything."""
        return tuple(one for one in (self.only, self.code, self.until) if one)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the store page, in the merchant's order. An empty `title` gets the language's own.

    `announcement` and `about` show `text`, or else the page's text of that name, and nothing without one;
    `pinned` and `all_goods` show the page's goods.
    """

    kind: SectionKind
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class StorePage:
    """A store as its visitors see it.

    All addresses are absolute; `url` is the canonical one, without tracking. `accent` is the theme's colour
    as #rrggbb; anything else falls back to the house colour.
    """

    url: str
    name: str
    language: Language
    accent: str = ""
    announcement: str = ""
    """Shown where the announcement section stands; a ribbon on top when there is no such section."""
    about: str = ""
    """Shown where the about section stands, and told on the preview card."""
    banner: PhotoView | None = None
    logo: PhotoView | None = None
    sections: tuple[Section, ...] = (Section("pinned"), Section("all_goods"), Section("about"))
    offers: tuple[OfferView, ...] = ()
    pinned: tuple[GoodsCard, ...] = ()
    goods: tuple[GoodsCard, ...] = ()
    next_url: str | None = None
    """Where more goods are; None on the last page."""
    qr_url: str | None = None
    """The QR code as an image."""
    follow_url: str = ""
    """Where in the web client one follows the store."""
    image: PhotoView | None = None
    """The preview card's picture, at an address that lasts; by default the banner, a photo or the logo."""

    def shown_sections(self) -> tuple[Section, ...]:
        """The sections that have something to show, with their texts; no goods at all is also said once."""
        named = {section.kind for section in self.sections}
        ribbon = () if "announcement" in named else (Section("announcement"),)
        filled = [self._filled(section) for section in (*ribbon, *self.sections)]
        return tuple(section for section in filled if self._has_content(section))

    @property
    def empty(self) -> bool:
        """Are there no goods to show?"""
        return not (self.goods or self.pinned)

    def _filled(self, section: Section) -> Section:
        texts = {"announcement": self.announcement, "about": self.about}
        return Section(section.kind, section.title, (section.text or texts.get(section.kind, "")).strip())

    def _has_content(self, section: Section) -> bool:
        match section.kind:
            case "pinned":
                return bool(self.pinned)
            case "all_goods":
                return bool(self.goods) or self.empty
            case _:
                return bool(section.text)


@dataclass(frozen=True, slots=True)
class VariantRow:
    """A kind one can choose: `price` for people (¥39.90), `price_decimal` for machines (39.90).

    `usual_price` stands where the price is a sale's, `last_day` then for machines (2026-12-05). `steps`
    are what a piece costs for whoever takes more: from how many on, and the price.
    """

    title: str
    price: str
    price_decimal: str
    stock: int
    sku: str = ""
    usual_price: str = ""
    last_day: str = ""
    steps: tuple[tuple[int, str], ...] = ()
    buy_url: str = ""
    """Where in the web client one buys it; empty: there is none left."""

    @property
    def few(self) -> bool:
        """Is so little left that the number matters?"""
        return 0 < self.stock <= FEW


@dataclass(frozen=True, slots=True)
class RatingView:
    """How something is rated and how many were sold: `average` has one decimal; empty without reviews."""

    average: str = ""
    reviews: int = 0
    sales: int = 0

    @property
    def percent(self) -> int:
        """How much of five stars is filled."""
        return 2 * int(self.average.replace(".", "") or 0)


@dataclass(frozen=True, slots=True)
class ReviewView:
    """What a buyer says of the goods."""

    author: str
    stars: int
    text: str
    day: str
    """For machines, such as 2026-11-26."""
    variant: str = ""
    photos: tuple[str, ...] = ()
    """Their addresses."""
    reply: str = ""
    follow_up: str = ""
    on: str = ""
    """The day as people of the page's language write it."""


@dataclass(frozen=True, slots=True)
class ListingPage:
    """Goods as their visitors see them. `price` is the lowest, formatted; addresses are absolute."""

    url: str
    title: str
    language: Language
    store_name: str
    store_url: str
    price: str
    currency: str
    """ISO 4217, for search engines."""
    variants: tuple[VariantRow, ...]
    """At least one."""
    accent: str = ""
    offers: tuple[OfferView, ...] = ()
    from_price: bool = False
    usual_price: str = ""
    reduced_until: str = ""
    """When the price shown ends, as people say it in the store's zone; empty: it isn't a sale's."""
    store_logo: PhotoView | None = None
    photos: tuple[PhotoView, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    description: str = ""
    """Plain text; blank lines part its paragraphs."""
    image: PhotoView | None = None
    """The preview card's picture, at an address that lasts; by default the first photo or the logo."""
    rating: RatingView = RatingView()
    store_rating: RatingView = RatingView()
    reviews: tuple[ReviewView, ...] = ()
    """The newest."""
    tax: str = ""
    """Whether the price holds the tax; empty: there is none."""
    buy_url: str = ""
    """Where in the web client one buys it."""
    ask_url: str = ""
    """Where in the web client one asks the seller."""

    @property
    def has_choices(self) -> bool:
        """Is there anything to choose, or is there one nameless kind?"""
        return len(self.variants) > 1 or bool(self.variants[0].title)

    @property
    def cheapest(self) -> VariantRow:
        """The kind whose price stands on preview cards."""
        return min(self.variants, key=lambda variant: Decimal(variant.price_decimal))

    @property
    def sold_out(self) -> bool:
        """Is nothing left of any kind?"""
        return all(variant.stock <= 0 for variant in self.variants)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The description's paragraphs; single line breaks stay inside them."""
        parts = "\n".join(line.strip() for line in self.description.splitlines()).split("\n\n")
        return tuple(part.strip() for part in parts if part.strip())
