from typing import Literal

OrderRefundKind = Literal["refund_only", "return"]

ORDER_REFUND_KIND_VALUES: set[OrderRefundKind] = {
    "refund_only",
    "return",
}


def check_order_refund_kind(value: str) -> OrderRefundKind:
    if value in ORDER_REFUND_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_REFUND_KIND_VALUES!r}")
