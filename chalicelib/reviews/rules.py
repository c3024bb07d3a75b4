"""The rules of reviews: when what may be said, what it counts for, and how ratings are told.

Figures are whole numbers throughout: what is stored is counted, and an average is made when it is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import isqrt

from chalicelib.reviews.errors import IsHidden, NotFollowable, NotReviewable, NotRevisable

REVIEW_WITHIN = timedelta(days=90)
"""After the order is completed."""
REVISE_WITHIN = timedelta(days=30)
FOLLOW_UP_WITHIN = timedelta(days=180)
"""After the review."""

MOST_PHOTOS = 6
STARS = (1, 2, 3, 4, 5)

NAMELESS = "***"


class ReportReason(StrEnum):
    """Why somebody reports a review."""

    ADVERTISING = "advertising"
    ABUSE = "abuse"
    PRIVACY = "privacy"
    """It tells what is nobody's business, such as a phone number."""
    FAKE = "fake"
    OFF_TOPIC = "off_topic"


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of what came."""

    id: str
    key: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a buyer says and shows of goods."""

    stars: int
    text: str
    photos: tuple[Photo, ...]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What a buyer adds after some time. It has no stars: it changes no figure."""

    text: str
    photos: tuple[Photo, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Reply:
    """What the seller says to it; `at` is when she first did."""

    text: str
    at: datetime
    edited_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Bought:
    """What is reviewed: a line of an order, as it was when it was ordered."""

    order_id: str
    line_id: str
    listing_id: str
    store_id: str
    merchant_id: str
    store_name: str
    title: str
    variant_title: str


@dataclass(frozen=True, slots=True)
class Review:
    """What a buyer says of a line of her order. `author` is how she is called in public."""

    id: str
    bought: Bought
    buyer_id: str
    author: str
    opinion: Opinion
    created_at: datetime
    revised_at: datetime | None = None
    follow_up: FollowUp | None = None
    reply: Reply | None = None
    hidden_because: str | None = None
    """Why an operator hid it; None: everybody sees it."""
    reports: int = 0
    report_reasons: frozenset[str] = frozenset()
    version: int = 1


@dataclass(frozen=True, slots=True)
class Tally:
    """What is counted of goods or of a store; also a change of it, which may be negative."""

    by_stars: tuple[int, ...] = (0, 0, 0, 0, 0)
    """How many gave 1, 2, 3, 4 and 5 stars."""
    with_photos: int = 0
    sales: int = 0
    """Pieces sold and not given back."""
    changes: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(
            tuple(a + b for a, b in zip(self.by_stars, other.by_stars, strict=True)),
            self.with_photos + other.with_photos,
            self.sales + other.sales,
            self.changes + other.changes,
        )

    def __neg__(self) -> Tally:
        """What takes it back."""
        return Tally(tuple(-count for count in self.by_stars), -self.with_photos, -self.sales, -self.changes)

    @property
    def reviews(self) -> int:
        """How many reviews there are."""
        return sum(self.by_stars)

    @property
    def stars_sum(self) -> int:
        """All their stars."""
        return sum(stars * count for stars, count in zip(STARS, self.by_stars, strict=True))


def counted(review: Review | None) -> Tally:
    """What a review counts for: nothing before it is written, nor while it is hidden."""
    if review is None or review.hidden_because is not None:
        return Tally()
    opinion = review.opinion
    return Tally(tuple(int(stars == opinion.stars) for stars in STARS), int(bool(opinion.photos)))


def change_of(before: Review | None, after: Review) -> Tally:
    """What the figures change by when a review becomes another one."""
    return counted(after) + -counted(before)


def sold(quantity: int) -> Tally:
    """What so many pieces sold count for."""
    return Tally(sales=quantity)


def average(tally: Tally) -> str | None:
    """The average of the stars to one decimal, rounded half up, such as `4.7`; None without reviews."""
    if not tally.reviews:
        return None
    tenths = (20 * tally.stars_sum + tally.reviews) // (2 * tally.reviews)
    return f"{tenths // 10}.{tenths % 10}"


_Z2 = 38_416  # 1.96 squared, in ten-thousandths: the interval of 95 %


def fair_rating(stars_sum: int, reviews: int) -> int:
    """A rating for ranking that few reviews can't win, in hundredths of a star, from 100 to 500.

    The lower bound of Wilson's score interval at 95 %, which Miller proposed for sorting by ratings
    (evanmiller.org, "How Not To Sort By Average Rating"; Wilson 1927), with 1 star taken for a share of 0 and
    5 stars for 1. In whole numbers; the root is rounded up, so that the bound is never too high.
    """
    return 100 + 4 * wilson(stars_sum - reviews, 4 * reviews, of=reviews) // 100 if reviews else 100


def wilson(share: int, whole: int, *, of: int) -> int:
    """The lower bound, in ten-thousandths, of a share that was seen `of` times.

    (p + z²/2n - z·sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n), everything multiplied by 2n.
    """
    scale = 10_000
    # Under the root, times scale² and (2n)²: 4n·p(1-p)·z² + z⁴.
    squared = 4 * of * share * (whole - share) * _Z2 * scale // whole**2 + _Z2**2
    root = isqrt(squared - 1) + 1
    middle = 2 * of * share * scale // whole + _Z2
    return max(0, (middle - root) * scale // (2 * (of * scale + _Z2)))


def masked(name: str) -> str:
    """An anonymous person's name: its first character, such as `李**`."""
    return f"{name.strip()[0]}**" if name.strip() else NAMELESS


def refuse_untimely(completed_at: datetime | None, now: datetime) -> None:
    """May the goods of an order be reviewed? One wholly refunded never completes. Raises NotReviewable."""
    if completed_at is None or now >= completed_at + REVIEW_WITHIN:
        raise NotReviewable


def is_revised_so(review: Review, stars: int, text: str, photo_ids: Sequence[str]) -> bool:
    """Does it say just this already, since it was revised?"""
    said = review.opinion
    same = (said.stars, said.text, [photo.id for photo in said.photos]) == (stars, text, list(photo_ids))
    return review.revised_at is not None and same


def refuse_revision(review: Review, now: datetime) -> None:
    """May what was said be changed? Raises IsHidden, NotRevisable."""
    _refuse_hidden(review)
    if review.revised_at or now >= review.created_at + REVISE_WITHIN:
        raise NotRevisable


def refuse_follow_up(review: Review, now: datetime) -> None:
    """May something be added? Raises IsHidden, NotFollowable."""
    _refuse_hidden(review)
    if review.follow_up or now >= review.created_at + FOLLOW_UP_WITHIN:
        raise NotFollowable


def replied(review: Review, text: str, now: datetime) -> Reply:
    """The seller's reply, or what she makes of the one she gave. Raises IsHidden."""
    _refuse_hidden(review)
    if review.reply:
        return Reply(text, review.reply.at, edited_at=now)
    return Reply(text, now)


def _refuse_hidden(review: Review) -> None:
    if review.hidden_because is not None:
        raise IsHidden


def pictures(review: Review) -> list[str]:
    """The photos that a review shows, with what was added to it."""
    added = review.follow_up.photos if review.follow_up else ()
    return [photo.id for photo in (*review.opinion.photos, *added)]
