from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.work_review_view_by import WorkReviewViewBy, check_work_review_view_by

T = TypeVar("T", bound="WorkReviewView")


@_attrs_define
class WorkReviewView:
    """A review of a contract. While it isn't `open` only its author sees it.

    Attributes:
        contract_id (str):
        title (str):
        by (WorkReviewViewBy):
        about (str):
        stars (int):
        text (str):
        open_ (bool):
        at (datetime.datetime):
    """

    contract_id: str
    title: str
    by: WorkReviewViewBy
    about: str
    stars: int
    text: str
    open_: bool
    at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        contract_id = self.contract_id

        title = self.title

        by: str = self.by

        about = self.about

        stars = self.stars

        text = self.text

        open_ = self.open_

        at = self.at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "contract_id": contract_id,
                "title": title,
                "by": by,
                "about": about,
                "stars": stars,
                "text": text,
                "open": open_,
                "at": at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        contract_id = d.pop("contract_id")

        title = d.pop("title")

        by = check_work_review_view_by(d.pop("by"))

        about = d.pop("about")

        stars = d.pop("stars")

        text = d.pop("text")

        open_ = d.pop("open")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        work_review_view = cls(
            contract_id=contract_id,
            title=title,
            by=by,
            about=about,
            stars=stars,
            text=text,
            open_=open_,
            at=at,
        )

        return work_review_view
