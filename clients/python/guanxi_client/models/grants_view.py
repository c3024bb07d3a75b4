from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.grant_view import GrantView


T = TypeVar("T", bound="GrantsView")


@_attrs_define
class GrantsView:
    """All that is open to partners now.

    Attributes:
        items (list[GrantView]):
    """

    items: list[GrantView]

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.grant_view import GrantView  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = GrantView.from_dict(items_item_data)

            items.append(items_item)

        grants_view = cls(
            items=items,
        )

        return grants_view
