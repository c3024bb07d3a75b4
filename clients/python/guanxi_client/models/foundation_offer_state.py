from typing import Literal

FoundationOfferState = Literal[
    "accepted", "countered", "declined", "expired", "pending", "retracted", "superseded"
]

FOUNDATION_OFFER_STATE_VALUES: set[FoundationOfferState] = {
    "accepted",
    "countered",
    "declined",
    "expired",
    "pending",
    "retracted",
    "superseded",
}


def check_foundation_offer_state(value: str) -> FoundationOfferState:
    if value in FOUNDATION_OFFER_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FOUNDATION_OFFER_STATE_VALUES!r}")
