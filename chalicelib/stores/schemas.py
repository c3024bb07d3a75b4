"""What the stores' API takes and answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, Self, TypeVar

from pydantic import AfterValidator, Field, StringConstraints

from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import Currency
from chalicelib.foundation.text import line, prose
from chalicelib.stores import service
from chalicelib.stores.errors import DuplicateSection
from chalicelib.stores.qr import Format
from chalicelib.stores.rules import (
    MOST_PINNED,
    Channel,
    Link,
    Picture,
    Section,
    SectionKind,
    State,
    Store,
    Theme,
    visits_by_channel,
)
from chalicelib.stores.sharing import Poster

_T = TypeVar("_T")


def _distinct(values: list[_T]) -> list[_T]:
    if len({str(value) for value in values}) < len(values):
        raise ValueError("each only once")
    return values


def _each_once(most: int) -> Any:
    return Field(max_length=most, json_schema_extra={"uniqueItems": True})


def _one_of_each(sections: list[SectionBody]) -> list[SectionBody]:
    if len({section.kind for section in sections}) < len(sections):
        raise DuplicateSection(field="sections")
    return sections


Name = Annotated[str, line(60)]
PhotoId = Annotated[str, StringConstraints(pattern=r"^pho_[0-9A-Z]{26}$")]
ListingId = Annotated[str, StringConstraints(pattern=r"^lst_[0-9A-Z]{26}$")]
Code = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]{1,20}$")]


class NewStore(Schema):
    """A store to open. `time_zone` is an IANA name, `currency` an ISO 4217 code."""

    name: Name
    currency: Currency
    time_zone: Annotated[str, StringConstraints(min_length=1, max_length=64)]


class ThemeBody(Schema):
    """How the store looks."""

    accent: Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$", to_lower=True)]


class SectionBody(Schema):
    """A part of the store's page; an empty title is the page language's own."""

    kind: SectionKind
    title: Annotated[str, line(40, least=0)] = ""


class StoreChange(Schema):
    """What to change of a store; what is absent stays. A null logo or banner is taken away."""

    name: Name | None = None
    region: Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")] | None = None
    """The county that it sends from, by its code of GET /regions."""
    announcement: Annotated[str, prose(500)] | None = None
    about: Annotated[str, prose(5000)] | None = None
    theme: ThemeBody | None = None
    logo: PhotoId | None = None
    banner: PhotoId | None = None
    sections: Annotated[list[SectionBody], Field(max_length=4), AfterValidator(_one_of_each)] | None = None
    pinned: Annotated[list[ListingId], _each_once(MOST_PINNED), AfterValidator(_distinct)] | None = None

    def wish(self) -> service.Change:
        """What the use case takes."""
        sections = None if self.sections is None else [Section(one.kind, one.title) for one in self.sections]
        return service.Change(
            name=self.name,
            region=self.region,
            announcement=self.announcement,
            about=self.about,
            theme=Theme(self.theme.accent) if self.theme else None,
            sections=None if sections is None else tuple(sections),
            pinned=None if self.pinned is None else tuple(self.pinned),
            logo=self.logo if "logo" in self.model_fields_set else service.Leave.AS_IS,
            banner=self.banner if "banner" in self.model_fields_set else service.Leave.AS_IS,
        )


class PictureView(Schema):
    """A photo; its `path` is below the API's address."""

    id: str
    path: str
    width: int
    height: int

    @classmethod
    def of(cls, picture: Picture, /) -> Self:
        """Shape the answer."""
        return cls(id=picture.id, path=f"/media/{picture.id}", width=picture.width, height=picture.height)


class ThemeView(Schema):
    """How the store looks."""

    accent: str


class SectionView(Schema):
    """A part of the store's page."""

    kind: SectionKind
    title: str


class PublicStore(Schema):
    """A store as everybody sees it; `path` is its page, below the API's address."""

    id: str
    slug: str
    path: str
    name: str
    currency: str
    time_zone: str
    region: str
    """The county that it sends from; empty if it hasn't said."""
    announcement: str
    about: str
    theme: ThemeView
    logo: PictureView | None
    banner: PictureView | None
    sections: list[SectionView]
    pinned: list[str]

    @classmethod
    def of(cls, store: Store, /) -> Self:
        """Shape the answer."""
        return cls(**_shown(store))


class StoreView(PublicStore):
    """A store as its owner sees it."""

    state: State
    created_at: datetime

    @classmethod
    def of(cls, store: Store, /) -> Self:
        """Shape the answer."""
        return cls(**_shown(store), state=store.state, created_at=store.created_at)


class StorePage(Schema):
    """Some of a person's stores, the newest first."""

    items: list[StoreView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Store], /) -> Self:
        """Shape the answer."""
        return cls(items=[StoreView.of(store) for store in page.items], cursor=page.cursor)


def _shown(store: Store) -> dict[str, Any]:
    return {
        "id": store.id,
        "slug": store.slug,
        "path": f"/shop/{store.slug}",
        "name": store.name,
        "currency": store.currency,
        "time_zone": store.time_zone,
        "region": store.region,
        "announcement": store.announcement,
        "about": store.about,
        "theme": ThemeView(accent=store.theme.accent),
        "logo": PictureView.of(store.logo) if store.logo else None,
        "banner": PictureView.of(store.banner) if store.banner else None,
        "sections": [SectionView(kind=one.kind, title=one.title) for one in store.sections],
        "pinned": list(store.pinned),
    }


class NewLink(Schema):
    """A link to share, and where."""

    channel: Channel
    label: Annotated[str, line(60, least=0)] = ""


class LinkView(Schema):
    """A short link; `path` is below the API's address."""

    code: str
    path: str
    channel: Channel
    label: str
    visits: int
    created_at: datetime

    @classmethod
    def of(cls, link: Link, /) -> Self:
        """Shape the answer."""
        return cls(
            code=link.code,
            path=f"/s/{link.code}",
            channel=link.channel,
            label=link.label,
            visits=link.visits,
            created_at=link.created_at,
        )


class LinkList(Schema):
    """All of a store's links, and the visits over each channel."""

    items: list[LinkView]
    visits: int
    visits_by_channel: dict[Channel, int]

    @classmethod
    def of(cls, links: Sequence[Link], /) -> Self:
        """Shape the answer."""
        return cls(
            items=[LinkView.of(link) for link in links],
            visits=sum(link.visits for link in links),
            visits_by_channel=visits_by_channel(links),
        )


class QrQuery(Query):
    """Which QR code: of which link (absent: the store's own address), how large, with the store's logo?"""

    format: Format = Format.PNG
    link: Code | None = None
    size: Annotated[int, Field(ge=128, le=2048)] = 512
    logo: bool = False

    def poster(self) -> Poster:
        """What the use case takes."""
        return Poster(link=self.link, size=self.size, kind=self.format, logo=self.logo)
