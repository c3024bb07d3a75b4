"""What a store is, which states it goes through, and how it is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chalicelib.stores.errors import WrongStoreState

MOST_PINNED = 12
MOST_LINKS = 50
HOUSE_ACCENT = "#c8102e"
LONGEST_SLUG = 40

RESERVED_SLUGS = frozenset(
    {
        "about",
        "admin",
        "api",
        "app",
        "guanxi",
        "help",
        "legal",
        "login",
        "media",
        "official",
        "payments",
        "platform",
        "privacy",
        "security",
        "shop",
        "sign-in",
        "sign-up",
        "static",
        "status",
        "store",
        "support",
        "system",
        "terms",
        "wallet",
        "www",
        "xiaopu",
    }
)
"""Names that would pass for the platform's own."""

_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz0"
"""32 of them; the zero stands for the i, l, o and 1 that people mix up."""


class State(StrEnum):
    """A store is set up, then open to all, and may take breaks."""

    DRAFT = "draft"
    PUBLISHED = "published"
    PAUSED = "paused"


class Action(StrEnum):
    """What its merchant does."""

    PUBLISH = "publish"
    PAUSE = "pause"


MOVES = {
    (State.DRAFT, Action.PUBLISH): State.PUBLISHED,
    (State.PAUSED, Action.PUBLISH): State.PUBLISHED,
    (State.PUBLISHED, Action.PAUSE): State.PAUSED,
}


def move(state: State, action: Action) -> State:
    """The state after an action. Raises WrongStoreState."""
    if (after := MOVES.get((state, action))) is None:
        raise WrongStoreState(f"The store is {state}: it can't {action} now.")
    return after


class SectionKind(StrEnum):
    """A part of the store's page."""

    ANNOUNCEMENT = "announcement"
    PINNED = "pinned"
    ALL_GOODS = "all_goods"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the store's page; an empty title is the page language's own."""

    kind: SectionKind
    title: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo that the store shows, with the size that a page reserves for it."""

    id: str
    key: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Theme:
    """How the store looks. `accent` is `#rrggbb`."""

    accent: str = HOUSE_ACCENT


@dataclass(frozen=True, slots=True)
class Store:
    """A store."""

    id: str
    owner_id: str
    slug: str
    name: str
    currency: str
    time_zone: str
    state: State
    created_at: datetime
    region: str = ""
    """The county in China that it sends from, by its code."""
    announcement: str = ""
    about: str = ""
    theme: Theme = Theme()
    logo: Picture | None = None
    banner: Picture | None = None
    sections: tuple[Section, ...] = tuple(Section(kind) for kind in SectionKind)
    pinned: tuple[str, ...] = ()
    """Listing ids. Whether they are on sale, listings knows."""

    @property
    def is_open(self) -> bool:
        """May people see it and buy?"""
        return self.state is State.PUBLISHED


class Channel(StrEnum):
    """Where a link is shared."""

    WECHAT = "wechat"
    WEIBO = "weibo"
    QQ = "qq"
    DOUYIN = "douyin"
    XIAOHONGSHU = "xiaohongshu"
    KUAISHOU = "kuaishou"
    FACEBOOK = "facebook"
    INSTAGRAM = "instagram"
    WHATSAPP = "whatsapp"
    X = "x"
    SMS = "sms"
    EMAIL = "email"
    POSTER = "poster"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Link:
    """A short link to a store, for one channel."""

    code: str
    store_id: str
    slug: str
    channel: Channel
    label: str
    visits: int
    created_at: datetime
    leads_to: str = ""
    """Which part of the store's page it opens, such as goods; nothing: the page itself."""


def visits_by_channel(links: Iterable[Link]) -> dict[Channel, int]:
    """How often people came over each channel that has links."""
    counted: Counter[Channel] = Counter()
    for link in links:
        counted[link.channel] += link.visits
    return dict(counted)


def slug_of(name: str) -> str:
    """A store's name as it stands in an address: 美美饰品 → mei-mei-shi-pin; `store` when nothing is left.

    Source: transliteration by `text-unidecode`, through `python-slugify`.
    """
    from slugify import slugify

    return slugify(name, max_length=LONGEST_SLUG, word_boundary=True) or "store"


def slug_beside(slug: str, number: int) -> str:
    """A slug made free by a short ending, told by a number of 25 bits: mei-mei-shi-pin-7kq2m."""
    ending = "".join(_LETTERS[number >> shift & 31] for shift in range(0, 25, 5))
    return f"{slug}-{ending}"


def is_time_zone(name: str) -> bool:
    """Is this an IANA time zone? Told by the names in `tzdata`, whatever the machine's own are."""
    from importlib.resources import files

    return name in files("tzdata").joinpath("zones").read_text().splitlines()
