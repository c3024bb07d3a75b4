from typing import Literal

WholesaleTier = Literal["free", "plus", "premium"]

WHOLESALE_TIER_VALUES: set[WholesaleTier] = {
    "free",
    "plus",
    "premium",
}


def check_wholesale_tier(value: str) -> WholesaleTier:
    if value in WHOLESALE_TIER_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WHOLESALE_TIER_VALUES!r}")
