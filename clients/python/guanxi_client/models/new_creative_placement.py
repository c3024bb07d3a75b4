from typing import Literal

NewCreativePlacement = Literal["category", "home"]

NEW_CREATIVE_PLACEMENT_VALUES: set[NewCreativePlacement] = {
    "category",
    "home",
}


def check_new_creative_placement(value: str) -> NewCreativePlacement:
    if value in NEW_CREATIVE_PLACEMENT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_CREATIVE_PLACEMENT_VALUES!r}")
