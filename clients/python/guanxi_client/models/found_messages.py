from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.message_view import MessageView


T = TypeVar("T", bound="FoundMessages")


@_attrs_define
class FoundMessages:
    """Messages with the words, the newest first; `before`: where to look further.

    Attributes:
        items (list[MessageView]):
        before (int | None):
    """

    items: list[MessageView]
    before: int | None

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        before: int | None
        before = self.before

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "items": items,
                "before": before,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.message_view import MessageView  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = MessageView.from_dict(items_item_data)

            items.append(items_item)

        def _parse_before(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        before = _parse_before(d.pop("before"))

        found_messages = cls(
            items=items,
            before=before,
        )

        return found_messages
