from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.storage_plan_code import StoragePlanCode, check_storage_plan_code

if TYPE_CHECKING:
    from ..models.busiest_hour import BusiestHour
    from ..models.forecast_day import ForecastDay
    from ..models.storage_need import StorageNeed


T = TypeVar("T", bound="TrafficForecast")


@_attrs_define
class TrafficForecast:
    """What the next seven days may bring, from today on. Without three whole weeks behind it all is empty.

    Attributes:
        days (list[ForecastDay]):
        busiest (BusiestHour | None):
        need (None | StorageNeed):
        plan (None | StoragePlanCode): The plan for storage that fits: what the founder has, and so much traffic.
    """

    days: list[ForecastDay]
    busiest: BusiestHour | None
    need: None | StorageNeed
    plan: None | StoragePlanCode

    def to_dict(self) -> dict[str, Any]:
        from ..models.busiest_hour import BusiestHour  # noqa: PLC0415
        from ..models.storage_need import StorageNeed  # noqa: PLC0415

        days = []
        for days_item_data in self.days:
            days_item = days_item_data.to_dict()
            days.append(days_item)

        busiest: dict[str, Any] | None
        if isinstance(self.busiest, BusiestHour):
            busiest = self.busiest.to_dict()
        else:
            busiest = self.busiest

        need: dict[str, Any] | None
        if isinstance(self.need, StorageNeed):
            need = self.need.to_dict()
        else:
            need = self.need

        plan: None | str
        if isinstance(self.plan, str):
            plan = self.plan
        else:
            plan = self.plan

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "days": days,
                "busiest": busiest,
                "need": need,
                "plan": plan,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.busiest_hour import BusiestHour  # noqa: PLC0415
        from ..models.forecast_day import ForecastDay  # noqa: PLC0415
        from ..models.storage_need import StorageNeed  # noqa: PLC0415

        d = dict(src_dict)
        days = []
        _days = d.pop("days")
        for days_item_data in _days:
            days_item = ForecastDay.from_dict(days_item_data)

            days.append(days_item)

        def _parse_busiest(data: object) -> BusiestHour | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                busiest_type_0 = BusiestHour.from_dict(data)

                return busiest_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BusiestHour | None, data)

        busiest = _parse_busiest(d.pop("busiest"))

        def _parse_need(data: object) -> None | StorageNeed:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                need_type_0 = StorageNeed.from_dict(data)

                return need_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StorageNeed, data)

        need = _parse_need(d.pop("need"))

        def _parse_plan(data: object) -> None | StoragePlanCode:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                plan_type_0 = check_storage_plan_code(data)

                return plan_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StoragePlanCode, data)

        plan = _parse_plan(d.pop("plan"))

        traffic_forecast = cls(
            days=days,
            busiest=busiest,
            need=need,
            plan=plan,
        )

        return traffic_forecast
