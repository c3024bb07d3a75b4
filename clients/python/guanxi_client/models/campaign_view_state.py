from typing import Literal

CampaignViewState = Literal["active", "ended", "paused"]

CAMPAIGN_VIEW_STATE_VALUES: set[CampaignViewState] = {
    "active",
    "ended",
    "paused",
}


def check_campaign_view_state(value: str) -> CampaignViewState:
    if value in CAMPAIGN_VIEW_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CAMPAIGN_VIEW_STATE_VALUES!r}")
