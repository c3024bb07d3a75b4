from typing import Literal

ConversationKind = Literal["listing", "offer", "order", "photo", "proposal", "system", "text"]

CONVERSATION_KIND_VALUES: set[ConversationKind] = {
    "listing",
    "offer",
    "order",
    "photo",
    "proposal",
    "system",
    "text",
}


def check_conversation_kind(value: str) -> ConversationKind:
    if value in CONVERSATION_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONVERSATION_KIND_VALUES!r}")
