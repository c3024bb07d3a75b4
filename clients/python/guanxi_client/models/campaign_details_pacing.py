from typing import Literal

CampaignDetailsPacing = Literal["even", "fast"]

CAMPAIGN_DETAILS_PACING_VALUES: set[CampaignDetailsPacing] = {
    "even",
    "fast",
}


def check_campaign_details_pacing(value: str) -> CampaignDetailsPacing:
    if value in CAMPAIGN_DETAILS_PACING_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CAMPAIGN_DETAILS_PACING_VALUES!r}")
