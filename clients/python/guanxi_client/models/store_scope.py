from typing import Literal

StoreScope = Literal[
    "ads:edit",
    "chat",
    "goods:count",
    "goods:edit",
    "goods:read",
    "insights:read",
    "links:edit",
    "links:read",
    "orders:cancel",
    "orders:read",
    "orders:ship",
    "reviews:reply",
    "staff:manage",
    "store:edit",
    "store:read",
]

STORE_SCOPE_VALUES: set[StoreScope] = {
    "ads:edit",
    "chat",
    "goods:count",
    "goods:edit",
    "goods:read",
    "insights:read",
    "links:edit",
    "links:read",
    "orders:cancel",
    "orders:read",
    "orders:ship",
    "reviews:reply",
    "staff:manage",
    "store:edit",
    "store:read",
}


def check_store_scope(value: str) -> StoreScope:
    if value in STORE_SCOPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STORE_SCOPE_VALUES!r}")
