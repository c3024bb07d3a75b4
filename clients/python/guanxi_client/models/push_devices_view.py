from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.push_device_view import PushDeviceView


T = TypeVar("T", bound="PushDevicesView")


@_attrs_define
class PushDevicesView:
    """The phones and browsers that one is told on, ten at most together.

    Attributes:
        items (list[PushDeviceView]):
    """

    items: list[PushDeviceView]

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
        from ..models.push_device_view import PushDeviceView  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = PushDeviceView.from_dict(items_item_data)

            items.append(items_item)

        push_devices_view = cls(
            items=items,
        )

        return push_devices_view
