from typing import Literal

QuoteStoragePlanPlan = Literal["free", "pay_as_you_go", "pro", "standard"]

QUOTE_STORAGE_PLAN_PLAN_VALUES: set[QuoteStoragePlanPlan] = {
    "free",
    "pay_as_you_go",
    "pro",
    "standard",
}


def check_quote_storage_plan_plan(value: str) -> QuoteStoragePlanPlan:
    if value in QUOTE_STORAGE_PLAN_PLAN_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {QUOTE_STORAGE_PLAN_PLAN_VALUES!r}")
