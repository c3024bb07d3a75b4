from typing import Literal

PhotoFindingKind = Literal["lost", "miscounted", "orphan", "other_size", "unsettled"]

PHOTO_FINDING_KIND_VALUES: set[PhotoFindingKind] = {
    "lost",
    "miscounted",
    "orphan",
    "other_size",
    "unsettled",
}


def check_photo_finding_kind(value: str) -> PhotoFindingKind:
    if value in PHOTO_FINDING_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PHOTO_FINDING_KIND_VALUES!r}")
