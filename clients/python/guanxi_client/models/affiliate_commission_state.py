from typing import Literal

AffiliateCommissionState = Literal["paid", "pending", "taken_back", "void"]

AFFILIATE_COMMISSION_STATE_VALUES: set[AffiliateCommissionState] = {
    "paid",
    "pending",
    "taken_back",
    "void",
}


def check_affiliate_commission_state(value: str) -> AffiliateCommissionState:
    if value in AFFILIATE_COMMISSION_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {AFFILIATE_COMMISSION_STATE_VALUES!r}")
