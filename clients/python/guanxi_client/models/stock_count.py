from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="StockCount")


@_attrs_define
class StockCount:
    """How many pieces of a variant were counted, besides those that are sold or reserved.

    `seen` is the stock that was shown when the counting began: if it isn't so any more, the count is refused.

        Attributes:
            variant_id (str):
            counted (int):
            seen (int):
    """

    variant_id: str
    counted: int
    seen: int

    def to_dict(self) -> dict[str, Any]:
        variant_id = self.variant_id

        counted = self.counted

        seen = self.seen

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "variant_id": variant_id,
                "counted": counted,
                "seen": seen,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        variant_id = d.pop("variant_id")

        counted = d.pop("counted")

        seen = d.pop("seen")

        stock_count = cls(
            variant_id=variant_id,
            counted=counted,
            seen=seen,
        )

        return stock_count
