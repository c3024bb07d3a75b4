from typing import Literal

FindPageSort = Literal["-price", "newest", "price", "relevance", "sales"]

FIND_PAGE_SORT_VALUES: set[FindPageSort] = {
    "-price",
    "newest",
    "price",
    "relevance",
    "sales",
}


def check_find_page_sort(value: str) -> FindPageSort:
    if value in FIND_PAGE_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FIND_PAGE_SORT_VALUES!r}")
