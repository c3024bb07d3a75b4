from typing import Literal

ListOpenBriefsTrade = Literal[
    "customer_care", "data_analysis", "modelling", "photography", "store_operations", "storefront_design"
]

LIST_OPEN_BRIEFS_TRADE_VALUES: set[ListOpenBriefsTrade] = {
    "customer_care",
    "data_analysis",
    "modelling",
    "photography",
    "store_operations",
    "storefront_design",
}


def check_list_open_briefs_trade(value: str) -> ListOpenBriefsTrade:
    if value in LIST_OPEN_BRIEFS_TRADE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_OPEN_BRIEFS_TRADE_VALUES!r}")
