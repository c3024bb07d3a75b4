from typing import Literal

LendingReason = Literal[
    "ads_unprofitable",
    "disputes_lost",
    "few_reviews",
    "never_borrowed",
    "no_sales",
    "rating_low",
    "refunds_high",
    "repaid_late",
    "sales_falling",
    "sales_low",
    "sales_uneven",
    "season_weak",
    "shipped_late",
    "short_history",
    "store_young",
    "wallet_low",
]

LENDING_REASON_VALUES: set[LendingReason] = {
    "ads_unprofitable",
    "disputes_lost",
    "few_reviews",
    "never_borrowed",
    "no_sales",
    "rating_low",
    "refunds_high",
    "repaid_late",
    "sales_falling",
    "sales_low",
    "sales_uneven",
    "season_weak",
    "shipped_late",
    "short_history",
    "store_young",
    "wallet_low",
}


def check_lending_reason(value: str) -> LendingReason:
    if value in LENDING_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LENDING_REASON_VALUES!r}")
