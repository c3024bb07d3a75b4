from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.live_minute import LiveMinute


T = TypeVar("T", bound="LiveFigures")


@_attrs_define
class LiveFigures:
    """What was seen in the last hour, by minute; minutes in which nothing was aren't told.

    Attributes:
        minutes (list[LiveMinute]):
    """

    minutes: list[LiveMinute]

    def to_dict(self) -> dict[str, Any]:
        minutes = []
        for minutes_item_data in self.minutes:
            minutes_item = minutes_item_data.to_dict()
            minutes.append(minutes_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "minutes": minutes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.live_minute import LiveMinute  # noqa: PLC0415

        d = dict(src_dict)
        minutes = []
        _minutes = d.pop("minutes")
        for minutes_item_data in _minutes:
            minutes_item = LiveMinute.from_dict(minutes_item_data)

            minutes.append(minutes_item)

        live_figures = cls(
            minutes=minutes,
        )

        return live_figures
