from typing import Literal

ShowTopGoodsBy = Literal["looks", "sales"]

SHOW_TOP_GOODS_BY_VALUES: set[ShowTopGoodsBy] = {
    "looks",
    "sales",
}


def check_show_top_goods_by(value: str) -> ShowTopGoodsBy:
    if value in SHOW_TOP_GOODS_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SHOW_TOP_GOODS_BY_VALUES!r}")
