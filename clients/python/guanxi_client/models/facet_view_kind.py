from typing import Literal

FacetViewKind = Literal["attribute", "category", "price", "rating", "region"]

FACET_VIEW_KIND_VALUES: set[FacetViewKind] = {
    "attribute",
    "category",
    "price",
    "rating",
    "region",
}


def check_facet_view_kind(value: str) -> FacetViewKind:
    if value in FACET_VIEW_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FACET_VIEW_KIND_VALUES!r}")
