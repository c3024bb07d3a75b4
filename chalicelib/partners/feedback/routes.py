"""The routes of what merchants and partners say of each other."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.partners.errors import ContractNotFound, NotReviewableYet, ReviewedBefore
from chalicelib.partners.feedback import service
from chalicelib.partners.feedback.rules import Review
from chalicelib.partners.feedback.schemas import (
    ContractReviewsView,
    NewWorkReview,
    PublicWorkReviews,
    WorkReviewView,
)

bp = Routes(__name__)


@bp.post(
    "/contracts/{contract_id}/reviews",
    answers=WorkReviewView,
    status=HTTPStatus.CREATED,
    raises=(ContractNotFound, NotReviewableYet, ReviewedBefore, ChangedMeanwhile),
)
def review_work(contract_id: str, caller: Caller, body: NewWorkReview) -> Review:
    """Say what one thinks of the other side; each is read once both have spoken, or after 14 days."""
    return service.write(contract_id, caller=caller.person_id, now=clock.now(), **dict(body))


@bp.get("/contracts/{contract_id}/reviews", answers=ContractReviewsView, raises=(ContractNotFound,))
def show_work_reviews(contract_id: str, caller: Caller) -> Sequence[Review]:
    """Read what was said of a contract."""
    return service.of_contract(contract_id, caller=caller.person_id)


@bp.get("/work-reviews/{about_id}", answers=PublicWorkReviews, signed_in=False)
def list_work_reviews(about_id: str, query: PageQuery) -> Page[Review]:
    """List what was said about a partner, or about a store that hired some, by its id."""
    return service.about(about_id, limit=query.limit, cursor=query.cursor)
