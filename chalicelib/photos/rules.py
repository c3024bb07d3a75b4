"""What makes a good photo, and what is known of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from chalicelib.foundation import ids
from chalicelib.photos.uses.rules import Use

MOST_BYTES = 5 * 1024 * 1024
MOST_PIXELS = 40_000_000
LEAST_SIDE = 100
"""Pixels of the shorter side."""


class ContentType(StrEnum):
    """A kind of picture that every browser shows."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"

    @property
    def extension(self) -> str:
        """How the name of such a file ends."""
        return {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}[self]


class Purpose(StrEnum):
    """What a photo is for."""

    LISTING = "listing"
    BANNER = "banner"
    LOGO = "logo"
    EVIDENCE = "evidence"
    """Of a refund: only who is concerned may see it."""
    REVIEW = "review"
    """Of goods that came; everybody sees it."""
    MESSAGE = "message"
    """In a conversation: only who takes part may see it."""
    PORTFOLIO = "portfolio"
    """What a partner has made; everybody sees it."""
    DELIVERY = "delivery"
    """What a partner made for a merchant: only the two may see it, until she shows it in her store."""

    @property
    def public(self) -> bool:
        """May anybody see it?"""
        return self not in (Purpose.EVIDENCE, Purpose.MESSAGE, Purpose.DELIVERY)


class State(StrEnum):
    """How far a photo is: it waits for its file until the file is found good or bad."""

    WAITING = "waiting"
    READY = "ready"
    REJECTED = "rejected"
    DELETED = "deleted"
    """By its owner. It is remembered for some days, so that what comes late knows."""


class Size(StrEnum):
    """A photo as it is, or one of the smaller ones that are made of it."""

    FULL = "full"
    WIDE = "wide"
    THUMB = "thumb"

    @property
    def side(self) -> int:
        """How many pixels its longer side has at most."""
        return {"full": 0, "wide": 1280, "thumb": 320}[self]


VARIANTS = (Size.WIDE, Size.THUMB)
"""What is made of each photo that everybody may see, as WebP."""


class Reason(StrEnum):
    """Why a file was rejected."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_A_PICTURE = "not_a_picture"
    OTHER_TYPE = "other_type"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_SMALL = "too_small"
    NO_ROOM = "no_room"
    ABANDONED = "abandoned"

    @property
    def sentence(self) -> str:
        """What a person is told."""
        return _SENTENCES[self]


_SENTENCES = {
    Reason.EMPTY: "The file is empty.",
    Reason.TOO_LARGE: "The file is larger than 5 MB.",
    Reason.NOT_A_PICTURE: "The file is damaged, or isn't a picture.",
    Reason.OTHER_TYPE: "The file isn't of the type that you declared.",
    Reason.TOO_MANY_PIXELS: "The picture has more than 40 megapixels.",
    Reason.TOO_SMALL: "The picture's shorter side has fewer than 100 pixels.",
    Reason.NO_ROOM: "The file is larger than announced, and doesn't fit into what is left of your storage.",
    Reason.ABANDONED: "The file didn't come within an hour.",
}


@dataclass(frozen=True, slots=True)
class Measures:
    """What a good file was found to be; width and height as it is shown, in pixels."""

    width: int
    height: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Label:
    """What its owner calls a file, and where she keeps it. An empty folder is the top one."""

    name: str = ""
    folder: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo. `key`, `width`, `height` and `bytes` say something once it is ready."""

    id: str
    owner_id: str
    content_type: ContentType
    purpose: Purpose
    state: State
    reason: Reason | None
    key: str
    width: int
    height: int
    bytes: int
    created_at: datetime
    reserved: int = 0
    """The room that is promised to it, as long as it waits for its file."""
    label: Label = field(default_factory=Label)
    variants: frozenset[Size] = frozenset()
    variant_bytes: Mapping[Size, int] = field(default_factory=dict)
    used_by: frozenset[Use] = frozenset()
    lost: bool = False
    """Its file isn't in the bucket any more, as a recount found."""


def shown_bytes(photo: Photo, size: Size) -> int:
    """How many bytes somebody fetches who looks at a photo in a size: the full one's, where it isn't made."""
    return photo.variant_bytes.get(size, photo.bytes) if size in photo.variants else photo.bytes


def shelf(owner: str) -> str:
    """Under which prefix a person's files come to lie. Addresses show it, so it doesn't tell who she is.

    A file that is handed over stays where it is.
    """
    return ids.derived("shf", owner)


def media_key(photo: Photo, digest: str) -> str:
    """Where a checked file is kept. Its name tells its content, so what was checked can't be swapped."""
    return f"media/{shelf(photo.owner_id)}/{photo.id}-{digest[:16]}.{photo.content_type.extension}"


def variant_key(media: str, size: Size) -> str:
    """Where a smaller one of a kept file is."""
    return f"variants/{media.removeprefix('media/')}.{size.value}.webp"


def photo_of(key: str) -> str:
    """The photo that a file belongs to, by the key of its upload or of what was kept: `…/pho_…`."""
    return key.rpartition("/")[2].partition("-")[0]


def sizes_reason(width: int, height: int) -> Reason | None:
    """Why a picture of this size isn't taken, if so."""
    if width * height > MOST_PIXELS:
        return Reason.TOO_MANY_PIXELS
    if min(width, height) < LEAST_SIDE:
        return Reason.TOO_SMALL
    return None
