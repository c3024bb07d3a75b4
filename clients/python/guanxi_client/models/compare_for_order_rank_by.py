from typing import Literal

CompareForOrderRankBy = Literal["blend", "price", "reliability", "speed"]

COMPARE_FOR_ORDER_RANK_BY_VALUES: set[CompareForOrderRankBy] = {
    "blend",
    "price",
    "reliability",
    "speed",
}


def check_compare_for_order_rank_by(value: str) -> CompareForOrderRankBy:
    if value in COMPARE_FOR_ORDER_RANK_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPARE_FOR_ORDER_RANK_BY_VALUES!r}")
