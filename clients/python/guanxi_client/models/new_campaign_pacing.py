from typing import Literal

NewCampaignPacing = Literal["even", "fast"]

NEW_CAMPAIGN_PACING_VALUES: set[NewCampaignPacing] = {
    "even",
    "fast",
}


def check_new_campaign_pacing(value: str) -> NewCampaignPacing:
    if value in NEW_CAMPAIGN_PACING_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_CAMPAIGN_PACING_VALUES!r}")
