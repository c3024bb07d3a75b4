"""What the API of work reviews takes and answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field

from chalicelib.foundation.http import Schema
from chalicelib.foundation.paging import Page
from chalicelib.foundation.text import prose
from chalicelib.partners.feedback.rules import Review


class NewWorkReview(Schema):
    """What one thinks of the other side, from 1 to 5 stars."""

    stars: Annotated[int, Field(ge=1, le=5)]
    text: Annotated[str, prose(2000)] = ""


class WorkReviewView(Schema):
    """A review of a contract. While it isn't `open` only its author sees it."""

    contract_id: str
    title: str
    by: Literal["merchant", "partner"]
    about: str
    stars: int
    text: str
    open: bool
    at: datetime

    @classmethod
    def of(cls, one: Review, /) -> Self:
        """Shape the answer."""
        return cls(
            contract_id=one.contract_id,
            title=one.title,
            by="merchant" if one.by == "merchant" else "partner",
            about=one.about,
            stars=one.stars,
            text=one.text,
            open=one.is_open,
            at=one.at,
        )


class ContractReviewsView(Schema):
    """What was said of a contract, as far as one may read it."""

    items: list[WorkReviewView]

    @classmethod
    def of(cls, found: Sequence[Review], /) -> Self:
        """Shape the answer."""
        return cls(items=[WorkReviewView.of(one) for one in found])


class PublicWorkReview(Schema):
    """A review that everybody may read."""

    by: Literal["merchant", "partner"]
    title: str
    stars: int
    text: str
    at: datetime

    @classmethod
    def of(cls, one: Review, /) -> Self:
        """Shape the answer."""
        by: Literal["merchant", "partner"] = "merchant" if one.by == "merchant" else "partner"
        return cls(by=by, title=one.title, stars=one.stars, text=one.text, at=one.at)


class PublicWorkReviews(Schema):
    """A page of them."""

    items: list[PublicWorkReview]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Review], /) -> Self:
        """Shape the answer."""
        return cls(items=[PublicWorkReview.of(one) for one in page.items], cursor=page.cursor)
