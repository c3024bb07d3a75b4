from typing import Literal

WholesaleTradeSide = Literal["buyer", "clock", "supplier"]

WHOLESALE_TRADE_SIDE_VALUES: set[WholesaleTradeSide] = {
    "buyer",
    "clock",
    "supplier",
}


def check_wholesale_trade_side(value: str) -> WholesaleTradeSide:
    if value in WHOLESALE_TRADE_SIDE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WHOLESALE_TRADE_SIDE_VALUES!r}")
