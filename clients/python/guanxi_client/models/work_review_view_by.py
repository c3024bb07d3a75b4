from typing import Literal

WorkReviewViewBy = Literal["merchant", "partner"]

WORK_REVIEW_VIEW_BY_VALUES: set[WorkReviewViewBy] = {
    "merchant",
    "partner",
}


def check_work_review_view_by(value: str) -> WorkReviewViewBy:
    if value in WORK_REVIEW_VIEW_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WORK_REVIEW_VIEW_BY_VALUES!r}")
