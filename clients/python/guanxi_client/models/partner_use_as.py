from typing import Literal

PartnerUseAs = Literal["banner", "listing", "theme"]

PARTNER_USE_AS_VALUES: set[PartnerUseAs] = {
    "banner",
    "listing",
    "theme",
}


def check_partner_use_as(value: str) -> PartnerUseAs:
    if value in PARTNER_USE_AS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PARTNER_USE_AS_VALUES!r}")
