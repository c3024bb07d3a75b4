from typing import Literal

PartnerTrade = Literal[
    "customer_care", "data_analysis", "modelling", "photography", "store_operations", "storefront_design"
]

PARTNER_TRADE_VALUES: set[PartnerTrade] = {
    "customer_care",
    "data_analysis",
    "modelling",
    "photography",
    "store_operations",
    "storefront_design",
}


def check_partner_trade(value: str) -> PartnerTrade:
    if value in PARTNER_TRADE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PARTNER_TRADE_VALUES!r}")
