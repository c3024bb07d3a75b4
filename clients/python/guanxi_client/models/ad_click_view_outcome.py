from typing import Literal

AdClickViewOutcome = Literal[
    "billed", "credited", "double", "expired", "no_balance", "over_budget", "own", "script"
]

AD_CLICK_VIEW_OUTCOME_VALUES: set[AdClickViewOutcome] = {
    "billed",
    "credited",
    "double",
    "expired",
    "no_balance",
    "over_budget",
    "own",
    "script",
}


def check_ad_click_view_outcome(value: str) -> AdClickViewOutcome:
    if value in AD_CLICK_VIEW_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {AD_CLICK_VIEW_OUTCOME_VALUES!r}")
