from typing import Literal

ApplicationViewDecision = Literal["approved", "refused"]

APPLICATION_VIEW_DECISION_VALUES: set[ApplicationViewDecision] = {
    "approved",
    "refused",
}


def check_application_view_decision(value: str) -> ApplicationViewDecision:
    if value in APPLICATION_VIEW_DECISION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {APPLICATION_VIEW_DECISION_VALUES!r}")
