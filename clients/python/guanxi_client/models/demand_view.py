from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="DemandView")


@_attrs_define
class DemandView:
    """What was sold: in so many whole days, a day in the mean, and how much a day differs from it (σ).

    Attributes:
        days (int):
        sold (int):
        daily_mean (float):
        daily_deviation (float):
    """

    days: int
    sold: int
    daily_mean: float
    daily_deviation: float

    def to_dict(self) -> dict[str, Any]:
        days = self.days

        sold = self.sold

        daily_mean = self.daily_mean

        daily_deviation = self.daily_deviation

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "days": days,
                "sold": sold,
                "daily_mean": daily_mean,
                "daily_deviation": daily_deviation,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        days = d.pop("days")

        sold = d.pop("sold")

        daily_mean = d.pop("daily_mean")

        daily_deviation = d.pop("daily_deviation")

        demand_view = cls(
            days=days,
            sold=sold,
            daily_mean=daily_mean,
            daily_deviation=daily_deviation,
        )

        return demand_view
