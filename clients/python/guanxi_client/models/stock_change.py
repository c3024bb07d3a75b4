from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="StockChange")


@_attrs_define
class StockChange:
    """So many pieces more (or fewer, when negative) of a variant.

    Attributes:
        variant_id (str):
        change (int):
    """

    variant_id: str
    change: int

    def to_dict(self) -> dict[str, Any]:
        variant_id = self.variant_id

        change = self.change

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "variant_id": variant_id,
                "change": change,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        variant_id = d.pop("variant_id")

        change = d.pop("change")

        stock_change = cls(
            variant_id=variant_id,
            change=change,
        )

        return stock_change
