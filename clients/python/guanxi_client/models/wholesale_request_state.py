from typing import Literal

WholesaleRequestState = Literal["awarded", "expired", "open", "withdrawn"]

WHOLESALE_REQUEST_STATE_VALUES: set[WholesaleRequestState] = {
    "awarded",
    "expired",
    "open",
    "withdrawn",
}


def check_wholesale_request_state(value: str) -> WholesaleRequestState:
    if value in WHOLESALE_REQUEST_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WHOLESALE_REQUEST_STATE_VALUES!r}")
