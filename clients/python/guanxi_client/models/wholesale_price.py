from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="WholesalePrice")


@_attrs_define
class WholesalePrice:
    """From so many pieces of a variant on, each costs so much.

    Attributes:
        from_quantity (int):
        price (MoneyView): An amount of money in minor units (fen, cents).
    """

    from_quantity: int
    price: MoneyView

    def to_dict(self) -> dict[str, Any]:
        from_quantity = self.from_quantity

        price = self.price.to_dict()

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
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        from_quantity = d.pop("from_quantity")

        price = MoneyView.from_dict(d.pop("price"))

        wholesale_price = cls(
            from_quantity=from_quantity,
            price=price,
        )

        return wholesale_price
