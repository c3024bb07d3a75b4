from typing import Literal

StoreOrdersQueue = Literal["done", "on_the_way", "refunds", "to_ship", "waiting"]

STORE_ORDERS_QUEUE_VALUES: set[StoreOrdersQueue] = {
    "done",
    "on_the_way",
    "refunds",
    "to_ship",
    "waiting",
}


def check_store_orders_queue(value: str) -> StoreOrdersQueue:
    if value in STORE_ORDERS_QUEUE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STORE_ORDERS_QUEUE_VALUES!r}")
