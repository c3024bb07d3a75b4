from typing import Literal

FindPartnersTrade = Literal[
    "customer_care", "data_analysis", "modelling", "photography", "store_operations", "storefront_design"
]

FIND_PARTNERS_TRADE_VALUES: set[FindPartnersTrade] = {
    "customer_care",
    "data_analysis",
    "modelling",
    "photography",
    "store_operations",
    "storefront_design",
}


def check_find_partners_trade(value: str) -> FindPartnersTrade:
    if value in FIND_PARTNERS_TRADE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FIND_PARTNERS_TRADE_VALUES!r}")
