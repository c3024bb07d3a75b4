from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="SampleView")


@_attrs_define
class SampleView:
    """One piece of the goods at its own price; each buyer may have so many.

    Attributes:
        price (MoneyView): An amount of money in minor units (fen, cents).
        most_per_buyer (int):
    """

    price: MoneyView
    most_per_buyer: int

    def to_dict(self) -> dict[str, Any]:
        price = self.price.to_dict()

        most_per_buyer = self.most_per_buyer

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "price": price,
                "most_per_buyer": most_per_buyer,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        price = MoneyView.from_dict(d.pop("price"))

        most_per_buyer = d.pop("most_per_buyer")

        sample_view = cls(
            price=price,
            most_per_buyer=most_per_buyer,
        )

        return sample_view
