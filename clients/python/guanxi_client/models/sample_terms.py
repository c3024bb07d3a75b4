from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="SampleTerms")


@_attrs_define
class SampleTerms:
    """One piece of the goods, at its own price in minor units; each buyer may have so many.

    Attributes:
        price (int):
        most_per_buyer (int):
    """

    price: int
    most_per_buyer: int

    def to_dict(self) -> dict[str, Any]:
        price = self.price

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
        d = dict(src_dict)
        price = d.pop("price")

        most_per_buyer = d.pop("most_per_buyer")

        sample_terms = cls(
            price=price,
            most_per_buyer=most_per_buyer,
        )

        return sample_terms
