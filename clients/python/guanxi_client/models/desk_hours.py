from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="DeskHours")


@_attrs_define
class DeskHours:
    """From when to when somebody answers on which days (Monday is 1), in the store's time zone.

    From 22:00 to 02:00 is a night; from and to the same time is the whole day.

        Attributes:
            opens (str):
            closes (str):
            days (list[int]):
    """

    opens: str
    closes: str
    days: list[int]

    def to_dict(self) -> dict[str, Any]:
        opens = self.opens

        closes = self.closes

        days = self.days

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "opens": opens,
                "closes": closes,
                "days": days,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        opens = d.pop("opens")

        closes = d.pop("closes")

        days = cast(list[int], d.pop("days"))

        desk_hours = cls(
            opens=opens,
            closes=closes,
            days=days,
        )

        return desk_hours
