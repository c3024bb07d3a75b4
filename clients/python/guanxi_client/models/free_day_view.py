from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="FreeDayView")


@_attrs_define
class FreeDayView:
    """A day, and whether the partner is free.

    Attributes:
        day (datetime.date):
        free (bool):
    """

    day: datetime.date
    free: bool

    def to_dict(self) -> dict[str, Any]:
        day = self.day.isoformat()

        free = self.free

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "day": day,
                "free": free,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        day = datetime.date.fromisoformat(d.pop("day"))

        free = d.pop("free")

        free_day_view = cls(
            day=day,
            free=free,
        )

        return free_day_view
