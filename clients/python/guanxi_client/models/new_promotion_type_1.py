from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewPromotionType1")


@_attrs_define
class NewPromotionType1:
    """
    Attributes:
        amount (int):
        basis_points (None | Unset):
        price (None | Unset):
    """

    amount: int
    basis_points: None | Unset = UNSET
    price: None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount

        basis_points = self.basis_points

        price = self.price

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
            }
        )
        if basis_points is not UNSET:
            field_dict["basis_points"] = basis_points
        if price is not UNSET:
            field_dict["price"] = price

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        amount = d.pop("amount")

        basis_points = d.pop("basis_points", UNSET)

        price = d.pop("price", UNSET)

        new_promotion_type_1 = cls(
            amount=amount,
            basis_points=basis_points,
            price=price,
        )

        new_promotion_type_1.additional_properties = d
        return new_promotion_type_1

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
