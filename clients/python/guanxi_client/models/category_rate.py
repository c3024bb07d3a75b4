from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CategoryRate")


@_attrs_define
class CategoryRate:
    """What is paid for goods of a category and those below it, in basis points; 0: nothing.

    Attributes:
        category (str):
        basis_points (int):
    """

    category: str
    basis_points: int

    def to_dict(self) -> dict[str, Any]:
        category = self.category

        basis_points = self.basis_points

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "category": category,
                "basis_points": basis_points,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        category = d.pop("category")

        basis_points = d.pop("basis_points")

        category_rate = cls(
            category=category,
            basis_points=basis_points,
        )

        return category_rate
