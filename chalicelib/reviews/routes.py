"""The routes of reviews and ratings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from http import HTTPStatus

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile, DomainError
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.orders.errors import OrderNotFound
from chalicelib.photos.errors import PhotoNotReady
from chalicelib.reviews import service
from chalicelib.reviews.errors import (
    IsHidden,
    NotFollowable,
    NotReviewable,
    NotRevisable,
    ReportedBefore,
    ReviewedBefore,
    ReviewNotFound,
    UnknownLine,
    WorksThere,
)
from chalicelib.reviews.rules import Bought, Review, Tally
from chalicelib.reviews.schemas import (
    AwaitingReviews,
    NewFollowUp,
    NewReview,
    OrderReviewsView,
    RatingView,
    ReportedReviews,
    ReviewHiding,
    ReviewReply,
    ReviewReport,
    ReviewRevision,
    ReviewsQuery,
    ReviewsView,
    ReviewView,
)
from chalicelib.stores.errors import NotPermitted, StoreNotFound

bp = Routes(__name__)

_OWN = (ReviewNotFound, IsHidden, PhotoNotReady, ChangedMeanwhile)


@bp.post(
    "/orders/{order_id}/reviews",
    answers=ReviewView,
    status=HTTPStatus.CREATED,
    raises=(
        OrderNotFound,
        NotPermitted,
        UnknownLine,
        NotReviewable,
        WorksThere,
        PhotoNotReady,
        ReviewedBefore,
    ),
)
def write_review(order_id: str, caller: Caller, body: NewReview) -> Review:
    """Review a line of one's completed order."""
    return service.write(order_id, buyer=caller.person_id, now=clock.now(), **dict(body))


@bp.get("/orders/{order_id}/reviews", answers=OrderReviewsView, raises=(OrderNotFound, NotPermitted))
def show_order_reviews(order_id: str, caller: Caller) -> Sequence[Review]:
    """See the reviews of an order's lines, as its buyer or its seller."""
    return service.of_order(order_id, caller=caller.person_id)


@bp.put("/reviews/{review_id}", answers=ReviewView, raises=(*_OWN, NotRevisable))
def revise_review(review_id: str, caller: Caller, body: ReviewRevision) -> Review:
    """Say something else instead, once, within 30 days."""
    return service.revise(review_id, author=caller.person_id, now=clock.now(), **dict(body))


@bp.post(
    "/reviews/{review_id}/follow-up",
    answers=ReviewView,
    status=HTTPStatus.CREATED,
    raises=(*_OWN, NotFollowable),
)
def follow_up_review(review_id: str, caller: Caller, body: NewFollowUp) -> Review:
    """Add something to one's review after some time, once."""
    return service.follow_up(review_id, author=caller.person_id, now=clock.now(), **dict(body))


@bp.put(
    "/reviews/{review_id}/reply",
    answers=ReviewView,
    raises=(ReviewNotFound, NotPermitted, IsHidden, ChangedMeanwhile),
)
def reply_to_review(review_id: str, caller: Caller, body: ReviewReply) -> Review:
    """Reply to a review for the store, or change the reply."""
    return service.reply(review_id, person=caller.person_id, text=body.text, now=clock.now())


@bp.post("/reviews/{review_id}/report", raises=(ReviewNotFound, ReportedBefore))
def report_review(review_id: str, caller: Caller, body: ReviewReport) -> None:
    """Tell the platform of a review that breaks the rules."""
    service.report(review_id, person=caller.person_id, reason=body.reason, now=clock.now())


@bp.get("/reported-reviews", answers=ReportedReviews, raises=(NotPermitted,))
def list_reported_reviews(caller: Caller, query: PageQuery) -> Page[Review]:
    """List the reviews that were reported, as an operator."""
    _operator(caller, NotPermitted("This is for the platform's operators."))
    return service.reported(limit=query.limit, cursor=query.cursor)


@bp.post("/reviews/{review_id}/hide", answers=ReviewView, raises=(ReviewNotFound, ChangedMeanwhile))
def hide_review(review_id: str, caller: Caller, body: ReviewHiding) -> Review:
    """Hide a review that breaks the rules, as an operator."""
    _operator(caller, ReviewNotFound())
    return service.hide(review_id, reason=body.reason, now=clock.now())


@bp.post("/reviews/{review_id}/restore", answers=ReviewView, raises=(ReviewNotFound, ChangedMeanwhile))
def restore_review(review_id: str, caller: Caller) -> Review:
    """Find as an operator that a review breaks no rule: it is shown, and what was reported is settled."""
    _operator(caller, ReviewNotFound())
    return service.restore(review_id, now=clock.now())


def _operator(caller: Caller, otherwise: DomainError) -> None:
    if "operators" not in caller.groups:
        raise otherwise


@bp.get("/listings/{listing_id}/reviews", answers=ReviewsView, signed_in=False)
def list_reviews(listing_id: str, query: ReviewsQuery) -> Page[Review]:
    """List what buyers say of goods."""
    return service.of_listing(
        listing_id,
        stars=query.stars,
        pictured=query.with_photos,
        limit=query.limit,
        cursor=query.cursor,
    )


@bp.get("/listings/{listing_id}/rating", answers=RatingView, signed_in=False)
def show_rating(listing_id: str) -> Tally:
    """See how goods are rated and how many were sold."""
    return service.rating_of_listing(listing_id)


@bp.get("/stores/{store_id}/rating", answers=RatingView, signed_in=False)
def show_store_rating(store_id: str) -> Tally:
    """See how a store's goods are rated and how many it sold."""
    return service.rating_of_store(store_id)


@bp.get("/stores/{store_id}/reviews/awaiting", answers=ReviewsView, raises=(StoreNotFound, NotPermitted))
def list_awaiting_reply(store_id: str, caller: Caller, query: PageQuery) -> Page[Review]:
    """List a store's reviews that have no reply."""
    return service.awaiting_reply(store_id, person=caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.get("/my/reviews/awaiting", answers=AwaitingReviews)
def list_awaiting_review(caller: Caller, query: PageQuery) -> Page[tuple[Bought, datetime]]:
    """List what one bought and may review."""
    return service.awaiting_review(caller.person_id, now=clock.now(), limit=query.limit, cursor=query.cursor)
