from typing import Literal

PrivacyFarewellState = Literal["checking", "done", "forgetting", "refused", "waiting"]

PRIVACY_FAREWELL_STATE_VALUES: set[PrivacyFarewellState] = {
    "checking",
    "done",
    "forgetting",
    "refused",
    "waiting",
}


def check_privacy_farewell_state(value: str) -> PrivacyFarewellState:
    if value in PRIVACY_FAREWELL_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRIVACY_FAREWELL_STATE_VALUES!r}")
