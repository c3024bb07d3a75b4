from typing import Literal

StoreState = Literal["draft", "paused", "published"]

STORE_STATE_VALUES: set[StoreState] = {
    "draft",
    "paused",
    "published",
}


def check_store_state(value: str) -> StoreState:
    if value in STORE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STORE_STATE_VALUES!r}")
