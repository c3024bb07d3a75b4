from typing import Literal

AudienceViewDevicesItem = Literal["computer", "phone"]

AUDIENCE_VIEW_DEVICES_ITEM_VALUES: set[AudienceViewDevicesItem] = {
    "computer",
    "phone",
}


def check_audience_view_devices_item(value: str) -> AudienceViewDevicesItem:
    if value in AUDIENCE_VIEW_DEVICES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {AUDIENCE_VIEW_DEVICES_ITEM_VALUES!r}")
