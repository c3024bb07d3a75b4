from typing import Literal

PartnerBriefState = Literal["awarded", "closed", "open"]

PARTNER_BRIEF_STATE_VALUES: set[PartnerBriefState] = {
    "awarded",
    "closed",
    "open",
}


def check_partner_brief_state(value: str) -> PartnerBriefState:
    if value in PARTNER_BRIEF_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PARTNER_BRIEF_STATE_VALUES!r}")
