from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ReducedVariant")


@_attrs_define
class ReducedVariant:
    """A variant and what it costs during the sale, in minor units: less than its regular price.

    Attributes:
        id (str):
        price (int):
    """

    id: str
    price: int

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        price = self.price

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "price": price,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        price = d.pop("price")

        reduced_variant = cls(
            id=id,
            price=price,
        )

        return reduced_variant
