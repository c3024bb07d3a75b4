from typing import Literal

SocialBroadcastState = Literal["sending", "sent"]

SOCIAL_BROADCAST_STATE_VALUES: set[SocialBroadcastState] = {
    "sending",
    "sent",
}


def check_social_broadcast_state(value: str) -> SocialBroadcastState:
    if value in SOCIAL_BROADCAST_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SOCIAL_BROADCAST_STATE_VALUES!r}")
