from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.category_rate import CategoryRate


T = TypeVar("T", bound="ProgrammeView")


@_attrs_define
class ProgrammeView:
    """What a store pays; a closed programme pays for no new orders.

    Attributes:
        store_id (str):
        state (str):
        basis_points (int):
        categories (list[CategoryRate]):
    """

    store_id: str
    state: str
    basis_points: int
    categories: list[CategoryRate]

    def to_dict(self) -> dict[str, Any]:
        store_id = self.store_id

        state = self.state

        basis_points = self.basis_points

        categories = []
        for categories_item_data in self.categories:
            categories_item = categories_item_data.to_dict()
            categories.append(categories_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "store_id": store_id,
                "state": state,
                "basis_points": basis_points,
                "categories": categories,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.category_rate import CategoryRate  # noqa: PLC0415

        d = dict(src_dict)
        store_id = d.pop("store_id")

        state = d.pop("state")

        basis_points = d.pop("basis_points")

        categories = []
        _categories = d.pop("categories")
        for categories_item_data in _categories:
            categories_item = CategoryRate.from_dict(categories_item_data)

            categories.append(categories_item)

        programme_view = cls(
            store_id=store_id,
            state=state,
            basis_points=basis_points,
            categories=categories,
        )

        return programme_view
