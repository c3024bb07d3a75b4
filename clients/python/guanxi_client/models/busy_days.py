from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="BusyDays")


@_attrs_define
class BusyDays:
    """All days on which one is busy, from today on for a year.

    Attributes:
        busy (list[datetime.date]):
    """

    busy: list[datetime.date]

    def to_dict(self) -> dict[str, Any]:
        busy = []
        for busy_item_data in self.busy:
            busy_item = busy_item_data.isoformat()
            busy.append(busy_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "busy": busy,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        busy = []
        _busy = d.pop("busy")
        for busy_item_data in _busy:
            busy_item = datetime.date.fromisoformat(busy_item_data)

            busy.append(busy_item)

        busy_days = cls(
            busy=busy,
        )

        return busy_days
