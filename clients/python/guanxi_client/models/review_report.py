from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.review_report_reason import ReviewReportReason, check_review_report_reason

T = TypeVar("T", bound="ReviewReport")


@_attrs_define
class ReviewReport:
    """Which rule a review breaks.

    Attributes:
        reason (ReviewReportReason): Why somebody reports a review.
    """

    reason: ReviewReportReason

    def to_dict(self) -> dict[str, Any]:
        reason: str = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = check_review_report_reason(d.pop("reason"))

        review_report = cls(
            reason=reason,
        )

        return review_report
