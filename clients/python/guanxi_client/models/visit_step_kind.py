from typing import Literal

VisitStepKind = Literal["cart", "checkout", "listing", "search", "view"]

VISIT_STEP_KIND_VALUES: set[VisitStepKind] = {
    "cart",
    "checkout",
    "listing",
    "search",
    "view",
}


def check_visit_step_kind(value: str) -> VisitStepKind:
    if value in VISIT_STEP_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {VISIT_STEP_KIND_VALUES!r}")
