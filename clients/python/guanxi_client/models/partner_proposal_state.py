from typing import Literal

PartnerProposalState = Literal["accepted", "declined", "made", "withdrawn"]

PARTNER_PROPOSAL_STATE_VALUES: set[PartnerProposalState] = {
    "accepted",
    "declined",
    "made",
    "withdrawn",
}


def check_partner_proposal_state(value: str) -> PartnerProposalState:
    if value in PARTNER_PROPOSAL_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PARTNER_PROPOSAL_STATE_VALUES!r}")
