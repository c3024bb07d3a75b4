from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewPromotionType2")


@_attrs_define
class NewPromotionType2:
    """
    Attributes:
        price (int):
        basis_points (None | Unset):
        amount (None | Unset):
    """

    price: int
    basis_points: None | Unset = UNSET
    amount: None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        price = self.price

        basis_points = self.basis_points

        amount = self.amount

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "price": price,
            }
        )
        if basis_points is not UNSET:
            field_dict["basis_points"] = basis_points
        if amount is not UNSET:
            field_dict["amount"] = amount

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        price = d.pop("price")

        basis_points = d.pop("basis_points", UNSET)

        amount = d.pop("amount", UNSET)

        new_promotion_type_2 = cls(
            price=price,
            basis_points=basis_points,
            amount=amount,
        )

        new_promotion_type_2.additional_properties = d
        return new_promotion_type_2

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
