from typing import Literal

PublicWorkReviewBy = Literal["merchant", "partner"]

PUBLIC_WORK_REVIEW_BY_VALUES: set[PublicWorkReviewBy] = {
    "merchant",
    "partner",
}


def check_public_work_review_by(value: str) -> PublicWorkReviewBy:
    if value in PUBLIC_WORK_REVIEW_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PUBLIC_WORK_REVIEW_BY_VALUES!r}")
