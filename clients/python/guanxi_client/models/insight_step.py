from typing import Literal

InsightStep = Literal["cart", "checkout", "listing", "paid", "visitor"]

INSIGHT_STEP_VALUES: set[InsightStep] = {
    "cart",
    "checkout",
    "listing",
    "paid",
    "visitor",
}


def check_insight_step(value: str) -> InsightStep:
    if value in INSIGHT_STEP_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {INSIGHT_STEP_VALUES!r}")
