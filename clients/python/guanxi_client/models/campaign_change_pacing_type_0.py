from typing import Literal

CampaignChangePacingType0 = Literal["even", "fast"]

CAMPAIGN_CHANGE_PACING_TYPE_0_VALUES: set[CampaignChangePacingType0] = {
    "even",
    "fast",
}


def check_campaign_change_pacing_type_0(value: str) -> CampaignChangePacingType0:
    if value in CAMPAIGN_CHANGE_PACING_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CAMPAIGN_CHANGE_PACING_TYPE_0_VALUES!r}")
