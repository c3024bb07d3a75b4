from typing import Literal

ConversationSide = Literal["buyer", "store", "system"]

CONVERSATION_SIDE_VALUES: set[ConversationSide] = {
    "buyer",
    "store",
    "system",
}


def check_conversation_side(value: str) -> ConversationSide:
    if value in CONVERSATION_SIDE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONVERSATION_SIDE_VALUES!r}")
