from typing import Literal

SocialPostState = Literal["cancelled", "failed", "posted", "posting", "scheduled"]

SOCIAL_POST_STATE_VALUES: set[SocialPostState] = {
    "cancelled",
    "failed",
    "posted",
    "posting",
    "scheduled",
}


def check_social_post_state(value: str) -> SocialPostState:
    if value in SOCIAL_POST_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SOCIAL_POST_STATE_VALUES!r}")
