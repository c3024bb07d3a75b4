from typing import Literal

CodeSentBy = Literal["email", "sms"]

CODE_SENT_BY_VALUES: set[CodeSentBy] = {
    "email",
    "sms",
}


def check_code_sent_by(value: str) -> CodeSentBy:
    if value in CODE_SENT_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CODE_SENT_BY_VALUES!r}")
