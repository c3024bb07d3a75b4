from typing import Literal

StoreSectionKind = Literal["about", "all_goods", "announcement", "pinned"]

STORE_SECTION_KIND_VALUES: set[StoreSectionKind] = {
    "about",
    "all_goods",
    "announcement",
    "pinned",
}


def check_store_section_kind(value: str) -> StoreSectionKind:
    if value in STORE_SECTION_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STORE_SECTION_KIND_VALUES!r}")
