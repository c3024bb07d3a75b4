from typing import Literal

OrderParty = Literal["buyer", "clock", "merchant", "operator"]

ORDER_PARTY_VALUES: set[OrderParty] = {
    "buyer",
    "clock",
    "merchant",
    "operator",
}


def check_order_party(value: str) -> OrderParty:
    if value in ORDER_PARTY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_PARTY_VALUES!r}")
