from typing import Literal

SocialGroupState = Literal["filled", "lapsed", "open"]

SOCIAL_GROUP_STATE_VALUES: set[SocialGroupState] = {
    "filled",
    "lapsed",
    "open",
}


def check_social_group_state(value: str) -> SocialGroupState:
    if value in SOCIAL_GROUP_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SOCIAL_GROUP_STATE_VALUES!r}")
