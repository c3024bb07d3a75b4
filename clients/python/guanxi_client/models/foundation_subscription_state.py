from typing import Literal

FoundationSubscriptionState = Literal["active", "overdue"]

FOUNDATION_SUBSCRIPTION_STATE_VALUES: set[FoundationSubscriptionState] = {
    "active",
    "overdue",
}


def check_foundation_subscription_state(value: str) -> FoundationSubscriptionState:
    if value in FOUNDATION_SUBSCRIPTION_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FOUNDATION_SUBSCRIPTION_STATE_VALUES!r}")
