from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ForecastDay")


@_attrs_define
class ForecastDay:
    """What a day is expected to bring, in things that are seen; and what it may bring at most.

    Attributes:
        day (datetime.date):
        expected (int):
        most (int):
    """

    day: datetime.date
    expected: int
    most: int

    def to_dict(self) -> dict[str, Any]:
        day = self.day.isoformat()

        expected = self.expected

        most = self.most

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "day": day,
                "expected": expected,
                "most": most,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        day = datetime.date.fromisoformat(d.pop("day"))

        expected = d.pop("expected")

        most = d.pop("most")

        forecast_day = cls(
            day=day,
            expected=expected,
            most=most,
        )

        return forecast_day
