from typing import Literal

ConversationReportReason = Literal["abuse", "fraud", "off_platform", "other", "spam"]

CONVERSATION_REPORT_REASON_VALUES: set[ConversationReportReason] = {
    "abuse",
    "fraud",
    "off_platform",
    "other",
    "spam",
}


def check_conversation_report_reason(value: str) -> ConversationReportReason:
    if value in CONVERSATION_REPORT_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONVERSATION_REPORT_REASON_VALUES!r}")
