from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.review_report_reason import ReviewReportReason, check_review_report_reason

if TYPE_CHECKING:
    from ..models.review_view import ReviewView


T = TypeVar("T", bound="ReportedView")


@_attrs_define
class ReportedView:
    """A review that was reported: by how many people, and for which reasons.

    Attributes:
        review (ReviewView): What a buyer says of goods. The photos' addresses last an hour; `photo_ids` are theirs in
            that order.

            `hidden_because` is why the platform hid it: only its author, the seller and operators still see it then.
        reports (int):
        reasons (list[ReviewReportReason]):
    """

    review: ReviewView
    reports: int
    reasons: list[ReviewReportReason]

    def to_dict(self) -> dict[str, Any]:
        review = self.review.to_dict()

        reports = self.reports

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item: str = reasons_item_data
            reasons.append(reasons_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "review": review,
                "reports": reports,
                "reasons": reasons,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.review_view import ReviewView  # noqa: PLC0415

        d = dict(src_dict)
        review = ReviewView.from_dict(d.pop("review"))

        reports = d.pop("reports")

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = check_review_report_reason(reasons_item_data)

            reasons.append(reasons_item)

        reported_view = cls(
            review=review,
            reports=reports,
            reasons=reasons,
        )

        return reported_view
