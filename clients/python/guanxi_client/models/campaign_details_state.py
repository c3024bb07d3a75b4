from typing import Literal

CampaignDetailsState = Literal["active", "ended", "paused"]

CAMPAIGN_DETAILS_STATE_VALUES: set[CampaignDetailsState] = {
    "active",
    "ended",
    "paused",
}


def check_campaign_details_state(value: str) -> CampaignDetailsState:
    if value in CAMPAIGN_DETAILS_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CAMPAIGN_DETAILS_STATE_VALUES!r}")
