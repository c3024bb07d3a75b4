from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.movement_view import MovementView


T = TypeVar("T", bound="JournalView")


@_attrs_define
class JournalView:
    """How a variant's stock is and came to be, the newest first.

    What has just happened may be in `stock` and not yet in `items`.

        Attributes:
            variant_id (str):
            stock (int):
            reserved (int):
            items (list[MovementView]):
            cursor (None | str):
    """

    variant_id: str
    stock: int
    reserved: int
    items: list[MovementView]
    cursor: None | str

    def to_dict(self) -> dict[str, Any]:
        variant_id = self.variant_id

        stock = self.stock

        reserved = self.reserved

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        cursor: None | str
        cursor = self.cursor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "variant_id": variant_id,
                "stock": stock,
                "reserved": reserved,
                "items": items,
                "cursor": cursor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.movement_view import MovementView  # noqa: PLC0415

        d = dict(src_dict)
        variant_id = d.pop("variant_id")

        stock = d.pop("stock")

        reserved = d.pop("reserved")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = MovementView.from_dict(items_item_data)

            items.append(items_item)

        def _parse_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        cursor = _parse_cursor(d.pop("cursor"))

        journal_view = cls(
            variant_id=variant_id,
            stock=stock,
            reserved=reserved,
            items=items,
            cursor=cursor,
        )

        return journal_view
