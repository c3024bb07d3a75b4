from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="FiguresHour")


@_attrs_define
class FiguresHour:
    """What was seen and ordered in an hour of the day, in the store's time zone.

    Attributes:
        hour (int):
        seen (int):
        orders (int):
    """

    hour: int
    seen: int
    orders: int

    def to_dict(self) -> dict[str, Any]:
        hour = self.hour

        seen = self.seen

        orders = self.orders

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "hour": hour,
                "seen": seen,
                "orders": orders,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        hour = d.pop("hour")

        seen = d.pop("seen")

        orders = d.pop("orders")

        figures_hour = cls(
            hour=hour,
            seen=seen,
            orders=orders,
        )

        return figures_hour
