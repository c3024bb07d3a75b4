from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="BusiestHour")


@_attrs_define
class BusiestHour:
    """The hour of which most is expected, in the store's time zone, and how much may come: no more than
    `most` in 19 of 20 busy hours.

        Attributes:
            day (datetime.date):
            hour (int):
            expected (int):
            most (int):
    """

    day: datetime.date
    hour: int
    expected: int
    most: int

    def to_dict(self) -> dict[str, Any]:
        day = self.day.isoformat()

        hour = self.hour

        expected = self.expected

        most = self.most

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "day": day,
                "hour": hour,
                "expected": expected,
                "most": most,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        day = datetime.date.fromisoformat(d.pop("day"))

        hour = d.pop("hour")

        expected = d.pop("expected")

        most = d.pop("most")

        busiest_hour = cls(
            day=day,
            hour=hour,
            expected=expected,
            most=most,
        )

        return busiest_hour
