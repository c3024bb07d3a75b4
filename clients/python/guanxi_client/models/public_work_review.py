from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.public_work_review_by import (
    PublicWorkReviewBy,
    check_public_work_review_by,
)

T = TypeVar("T", bound="PublicWorkReview")


@_attrs_define
class PublicWorkReview:
    """A review that everybody may read.

    Attributes:
        by (PublicWorkReviewBy):
        title (str):
        stars (int):
        text (str):
        at (datetime.datetime):
    """

    by: PublicWorkReviewBy
    title: str
    stars: int
    text: str
    at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        by: str = self.by

        title = self.title

        stars = self.stars

        text = self.text

        at = self.at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "by": by,
                "title": title,
                "stars": stars,
                "text": text,
                "at": at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        by = check_public_work_review_by(d.pop("by"))

        title = d.pop("title")

        stars = d.pop("stars")

        text = d.pop("text")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        public_work_review = cls(
            by=by,
            title=title,
            stars=stars,
            text=text,
            at=at,
        )

        return public_work_review
