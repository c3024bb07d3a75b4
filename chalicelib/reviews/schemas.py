"""What the API of reviews takes and answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.foundation.text import line, prose
from chalicelib.photos import service as photos
from chalicelib.reviews import rules
from chalicelib.reviews.rules import STARS, Bought, FollowUp, Reply, ReportReason, Review, Tally

Stars = Annotated[int, Field(ge=1, le=5)]
Said = Annotated[str, prose(2000, least=2)]
ReviewPhotoIds = Annotated[
    list[Annotated[str, StringConstraints(min_length=1, max_length=40)]],
    Field(max_length=rules.MOST_PHOTOS),
]


class NewReview(Schema):
    """A review of a line of an order. Photos are announced with the purpose `review`.

    An anonymous one shows the first character of one's name to everybody; the seller can still tell whose
    order it was, to put things right.
    """

    line_id: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    stars: Stars
    text: Said | None = None
    photo_ids: ReviewPhotoIds = []
    anonymous: bool = False


class ReviewRevision(Schema):
    """What to say instead, as a whole."""

    stars: Stars
    text: Said | None = None
    photo_ids: ReviewPhotoIds = []


class NewFollowUp(Schema):
    """What to add after some time."""

    text: Said
    photo_ids: ReviewPhotoIds = []


class ReviewReply(Schema):
    """What the seller says to it; instead of what she said before."""

    text: Annotated[str, prose(1000, least=2)]


class ReviewReport(Schema):
    """Which rule a review breaks."""

    reason: ReportReason


class ReviewHiding(Schema):
    """Why a review is hidden; its author is told."""

    reason: Annotated[str, line(200)]


class ReviewsQuery(PageQuery):
    """Which reviews: of so many stars, with photos only."""

    stars: Stars | None = None
    with_photos: bool | None = None


class ReplyView(Schema):
    """What the seller said."""

    text: str
    at: datetime
    edited_at: datetime | None

    @classmethod
    def of(cls, reply: Reply, /) -> Self:
        """Shape the answer."""
        return cls(text=reply.text, at=reply.at, edited_at=reply.edited_at)


class FollowUpView(Schema):
    """What the buyer added. The photos' addresses last an hour."""

    text: str
    photos: list[str]
    at: datetime

    @classmethod
    def of(cls, said: FollowUp, /) -> Self:
        """Shape the answer."""
        return cls(text=said.text, photos=[photos.url(photo) for photo in said.photos], at=said.at)


class ReviewView(Schema):
    """What a buyer says of goods. The photos' addresses last an hour; `photo_ids` are theirs in that order.

    `hidden_because` is why the platform hid it: only its author, the seller and operators still see it then.
    """

    id: str
    listing_id: str
    line_id: str
    variant_title: str
    author: str
    stars: int
    text: str
    photos: list[str]
    photo_ids: list[str]
    follow_up: FollowUpView | None
    reply: ReplyView | None
    hidden_because: str | None
    created_at: datetime
    revised_at: datetime | None

    @classmethod
    def of(cls, review: Review, /) -> Self:
        """Shape the answer."""
        return cls(
            id=review.id,
            listing_id=review.bought.listing_id,
            line_id=review.bought.line_id,
            variant_title=review.bought.variant_title,
            author=review.author,
            stars=review.opinion.stars,
            text=review.opinion.text,
            photos=[photos.url(photo) for photo in review.opinion.photos],
            photo_ids=[photo.id for photo in review.opinion.photos],
            follow_up=FollowUpView.of(review.follow_up) if review.follow_up else None,
            reply=ReplyView.of(review.reply) if review.reply else None,
            hidden_because=review.hidden_because,
            created_at=review.created_at,
            revised_at=review.revised_at,
        )


class ReviewsView(Schema):
    """A page of reviews, the newest first."""

    items: list[ReviewView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Review], /) -> Self:
        """Shape the answer."""
        return cls(items=[ReviewView.of(one) for one in page.items], cursor=page.cursor)


class OrderReviewsView(Schema):
    """The reviews of an order's lines."""

    items: list[ReviewView]

    @classmethod
    def of(cls, found: Sequence[Review], /) -> Self:
        """Shape the answer."""
        return cls(items=[ReviewView.of(one) for one in found])


class ReportedView(Schema):
    """A review that was reported: by how many people, and for which reasons."""

    review: ReviewView
    reports: int
    reasons: list[ReportReason]

    @classmethod
    def of(cls, review: Review, /) -> Self:
        """Shape the answer."""
        reasons = [ReportReason(one) for one in sorted(review.report_reasons)]
        return cls(review=ReviewView.of(review), reports=review.reports, reasons=reasons)


class ReportedReviews(Schema):
    """A page of reviews that were reported, the newest first."""

    items: list[ReportedView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Review], /) -> Self:
        """Shape the answer."""
        return cls(items=[ReportedView.of(one) for one in page.items], cursor=page.cursor)


class StarsCount(Schema):
    """How many gave so many stars."""

    stars: int
    reviews: int


class RatingView(Schema):
    """What was sold, in pieces, and how it is rated: `average` has one decimal, such as `4.7`."""

    average: str | None
    reviews: int
    by_stars: list[StarsCount]
    with_photos: int
    sales: int

    @classmethod
    def of(cls, tally: Tally, /) -> Self:
        """Shape the answer, the most stars first."""
        pairs = zip(reversed(STARS), reversed(tally.by_stars), strict=True)
        return cls(
            average=rules.average(tally),
            reviews=tally.reviews,
            by_stars=[StarsCount(stars=stars, reviews=count) for stars, count in pairs],
            with_photos=tally.with_photos,
            sales=tally.sales,
        )


class AwaitingReview(Schema):
    """Goods that one bought and may review until a time."""

    order_id: str
    line_id: str
    listing_id: str
    store_name: str
    title: str
    variant_title: str
    until: datetime

    @classmethod
    def of(cls, invitation: tuple[Bought, datetime], /) -> Self:
        """Shape the answer."""
        bought, until = invitation
        return cls(
            order_id=bought.order_id,
            line_id=bought.line_id,
            listing_id=bought.listing_id,
            store_name=bought.store_name,
            title=bought.title,
            variant_title=bought.variant_title,
            until=until,
        )


class AwaitingReviews(Schema):
    """A page of goods that one may review, the newest order first."""

    items: list[AwaitingReview]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[tuple[Bought, datetime]], /) -> Self:
        """Shape the answer."""
        return cls(items=[AwaitingReview.of(one) for one in page.items], cursor=page.cursor)
