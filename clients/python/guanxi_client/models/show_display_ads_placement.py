from typing import Literal

ShowDisplayAdsPlacement = Literal["category", "home"]

SHOW_DISPLAY_ADS_PLACEMENT_VALUES: set[ShowDisplayAdsPlacement] = {
    "category",
    "home",
}


def check_show_display_ads_placement(value: str) -> ShowDisplayAdsPlacement:
    if value in SHOW_DISPLAY_ADS_PLACEMENT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SHOW_DISPLAY_ADS_PLACEMENT_VALUES!r}")
