from typing import Literal

SearchGoodsSort = Literal["-price", "newest", "price", "relevance", "sales"]

SEARCH_GOODS_SORT_VALUES: set[SearchGoodsSort] = {
    "-price",
    "newest",
    "price",
    "relevance",
    "sales",
}


def check_search_goods_sort(value: str) -> SearchGoodsSort:
    if value in SEARCH_GOODS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SEARCH_GOODS_SORT_VALUES!r}")
