from typing import Literal

OrderRefundReason = Literal[
    "changed_mind",
    "damaged",
    "goodwill",
    "not_as_described",
    "not_received",
    "other",
    "out_of_stock",
    "wrong_item",
]

ORDER_REFUND_REASON_VALUES: set[OrderRefundReason] = {
    "changed_mind",
    "damaged",
    "goodwill",
    "not_as_described",
    "not_received",
    "other",
    "out_of_stock",
    "wrong_item",
}


def check_order_refund_reason(value: str) -> OrderRefundReason:
    if value in ORDER_REFUND_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_REFUND_REASON_VALUES!r}")
