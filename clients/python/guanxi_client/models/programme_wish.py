from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.programme_wish_state import ProgrammeWishState, check_programme_wish_state
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.category_rate import CategoryRate


T = TypeVar("T", bound="ProgrammeWish")


@_attrs_define
class ProgrammeWish:
    """What a store pays to whoever brings it buyers: basis points of what is paid for its goods.

    Attributes:
        state (ProgrammeWishState):
        basis_points (int):
        categories (list[CategoryRate] | Unset):
    """

    state: ProgrammeWishState
    basis_points: int
    categories: list[CategoryRate] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        state: str = self.state

        basis_points = self.basis_points

        categories: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.categories, Unset):
            categories = []
            for categories_item_data in self.categories:
                categories_item = categories_item_data.to_dict()
                categories.append(categories_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "state": state,
                "basis_points": basis_points,
            }
        )
        if categories is not UNSET:
            field_dict["categories"] = categories

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.category_rate import CategoryRate  # noqa: PLC0415

        d = dict(src_dict)
        state = check_programme_wish_state(d.pop("state"))

        basis_points = d.pop("basis_points")

        _categories = d.pop("categories", UNSET)
        categories: list[CategoryRate] | Unset = UNSET
        if _categories is not UNSET:
            categories = []
            for categories_item_data in _categories:
                categories_item = CategoryRate.from_dict(categories_item_data)

                categories.append(categories_item)

        programme_wish = cls(
            state=state,
            basis_points=basis_points,
            categories=categories,
        )

        return programme_wish
