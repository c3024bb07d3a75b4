from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="SupplierWish")


@_attrs_define
class SupplierWish:
    """What a store says of itself that wants to sell wholesale: since which year, and what it makes.

    Attributes:
        since (int):
        about (str):
    """

    since: int
    about: str

    def to_dict(self) -> dict[str, Any]:
        since = self.since

        about = self.about

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "since": since,
                "about": about,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        since = d.pop("since")

        about = d.pop("about")

        supplier_wish = cls(
            since=since,
            about=about,
        )

        return supplier_wish
