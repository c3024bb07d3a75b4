from typing import Literal

ParcelLabelFormat = Literal["pdf", "zpl"]

PARCEL_LABEL_FORMAT_VALUES: set[ParcelLabelFormat] = {
    "pdf",
    "zpl",
}


def check_parcel_label_format(value: str) -> ParcelLabelFormat:
    if value in PARCEL_LABEL_FORMAT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PARCEL_LABEL_FORMAT_VALUES!r}")
