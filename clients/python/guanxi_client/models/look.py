from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="Look")


@_attrs_define
class Look:
    """A browser that agreed looked at goods.

    Attributes:
        visitor (str):
        listing_id (str):
    """

    visitor: str
    listing_id: str

    def to_dict(self) -> dict[str, Any]:
        visitor = self.visitor

        listing_id = self.listing_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "visitor": visitor,
                "listing_id": listing_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        visitor = d.pop("visitor")

        listing_id = d.pop("listing_id")

        look = cls(
            visitor=visitor,
            listing_id=listing_id,
        )

        return look
