from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.used_view import UsedView


T = TypeVar("T", bound="LimitsView")


@_attrs_define
class LimitsView:
    """The limits of one's wallet today.

    Attributes:
        day (datetime.date):
        resets_at (datetime.datetime):
        items (list[UsedView]):
    """

    day: datetime.date
    resets_at: datetime.datetime
    items: list[UsedView]

    def to_dict(self) -> dict[str, Any]:
        day = self.day.isoformat()

        resets_at = self.resets_at.isoformat()

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "day": day,
                "resets_at": resets_at,
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.used_view import UsedView  # noqa: PLC0415

        d = dict(src_dict)
        day = datetime.date.fromisoformat(d.pop("day"))

        resets_at = datetime.datetime.fromisoformat(d.pop("resets_at"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = UsedView.from_dict(items_item_data)

            items.append(items_item)

        limits_view = cls(
            day=day,
            resets_at=resets_at,
            items=items,
        )

        return limits_view
