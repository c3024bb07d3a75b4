from typing import Literal

PartnerMilestoneState = Literal[
    "cancelled", "disputed", "funded", "planned", "refunded", "released", "revising", "submitted"
]

PARTNER_MILESTONE_STATE_VALUES: set[PartnerMilestoneState] = {
    "cancelled",
    "disputed",
    "funded",
    "planned",
    "refunded",
    "released",
    "revising",
    "submitted",
}


def check_partner_milestone_state(value: str) -> PartnerMilestoneState:
    if value in PARTNER_MILESTONE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PARTNER_MILESTONE_STATE_VALUES!r}")
