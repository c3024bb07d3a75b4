from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.listing_level import ListingLevel, check_listing_level

T = TypeVar("T", bound="LevelView")


@_attrs_define
class LevelView:
    """How much is left of a variant.

    Attributes:
        variant_id (str):
        stock (int):
        level (ListingLevel): How much of a variant is left.
    """

    variant_id: str
    stock: int
    level: ListingLevel

    def to_dict(self) -> dict[str, Any]:
        variant_id = self.variant_id

        stock = self.stock

        level: str = self.level

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "variant_id": variant_id,
                "stock": stock,
                "level": level,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        variant_id = d.pop("variant_id")

        stock = d.pop("stock")

        level = check_listing_level(d.pop("level"))

        level_view = cls(
            variant_id=variant_id,
            stock=stock,
            level=level,
        )

        return level_view
