from typing import Literal

ConversationOfferState = Literal[
    "accepted", "countered", "declined", "expired", "pending", "retracted", "superseded"
]

CONVERSATION_OFFER_STATE_VALUES: set[ConversationOfferState] = {
    "accepted",
    "countered",
    "declined",
    "expired",
    "pending",
    "retracted",
    "superseded",
}


def check_conversation_offer_state(value: str) -> ConversationOfferState:
    if value in CONVERSATION_OFFER_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONVERSATION_OFFER_STATE_VALUES!r}")
