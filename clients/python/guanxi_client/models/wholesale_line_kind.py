from typing import Literal

WholesaleLineKind = Literal["plan", "remainder"]

WHOLESALE_LINE_KIND_VALUES: set[WholesaleLineKind] = {
    "plan",
    "remainder",
}


def check_wholesale_line_kind(value: str) -> WholesaleLineKind:
    if value in WHOLESALE_LINE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WHOLESALE_LINE_KIND_VALUES!r}")
