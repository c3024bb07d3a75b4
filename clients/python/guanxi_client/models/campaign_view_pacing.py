from typing import Literal

CampaignViewPacing = Literal["even", "fast"]

CAMPAIGN_VIEW_PACING_VALUES: set[CampaignViewPacing] = {
    "even",
    "fast",
}


def check_campaign_view_pacing(value: str) -> CampaignViewPacing:
    if value in CAMPAIGN_VIEW_PACING_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CAMPAIGN_VIEW_PACING_VALUES!r}")
