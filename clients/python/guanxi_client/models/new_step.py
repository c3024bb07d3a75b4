from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewStep")


@_attrs_define
class NewStep:
    """From so many pieces on each costs so much, in minor units.

    Attributes:
        from_quantity (int):
        price (int):
    """

    from_quantity: int
    price: int

    def to_dict(self) -> dict[str, Any]:
        from_quantity = self.from_quantity

        price = self.price

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "from_quantity": from_quantity,
                "price": price,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_quantity = d.pop("from_quantity")

        price = d.pop("price")

        new_step = cls(
            from_quantity=from_quantity,
            price=price,
        )

        return new_step
