from typing import Literal

ProgrammeWishState = Literal["closed", "open"]

PROGRAMME_WISH_STATE_VALUES: set[ProgrammeWishState] = {
    "closed",
    "open",
}


def check_programme_wish_state(value: str) -> ProgrammeWishState:
    if value in PROGRAMME_WISH_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROGRAMME_WISH_STATE_VALUES!r}")
