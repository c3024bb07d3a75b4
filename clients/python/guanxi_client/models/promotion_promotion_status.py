from typing import Literal

PromotionPromotionStatus = Literal["ended", "paused", "running", "scheduled"]

PROMOTION_PROMOTION_STATUS_VALUES: set[PromotionPromotionStatus] = {
    "ended",
    "paused",
    "running",
    "scheduled",
}


def check_promotion_promotion_status(value: str) -> PromotionPromotionStatus:
    if value in PROMOTION_PROMOTION_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROMOTION_PROMOTION_STATUS_VALUES!r}")
