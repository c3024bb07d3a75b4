from typing import Literal

ReviewReportReason = Literal["abuse", "advertising", "fake", "off_topic", "privacy"]

REVIEW_REPORT_REASON_VALUES: set[ReviewReportReason] = {
    "abuse",
    "advertising",
    "fake",
    "off_topic",
    "privacy",
}


def check_review_report_reason(value: str) -> ReviewReportReason:
    if value in REVIEW_REPORT_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REVIEW_REPORT_REASON_VALUES!r}")
