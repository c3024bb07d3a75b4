from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.figures_change import FiguresChange
    from ..models.figures_hour import FiguresHour
    from ..models.figures_part import FiguresPart
    from ..models.period_figures import PeriodFigures


T = TypeVar("T", bound="StoreFigures")


@_attrs_define
class StoreFigures:
    """A store's figures of a period, and of the one before.

    Attributes:
        currency (str):
        time_zone (str):
        now (PeriodFigures): What was counted from the first day to the last. Money is in minor units of the store's
            currency.

            Orders count on the day on which they were placed. `paid` are all that were, `orders` those that weren't
            called off or wholly refunded since; `sales` is what these cost, `refunded` what of it was given back.
            `repeat_rate` is of all buyers so far those that bought more than once.
        before (PeriodFigures): What was counted from the first day to the last. Money is in minor units of the store's
            currency.

            Orders count on the day on which they were placed. `paid` are all that were, `orders` those that weren't
            called off or wholly refunded since; `sales` is what these cost, `refunded` what of it was given back.
            `repeat_rate` is of all buyers so far those that bought more than once.
        change (FiguresChange): By which part each grew since the period before; null: there was nothing.
        repeat_rate (float | None):
        robots (int): What machines looked at: it is in no other figure.
        channels (list[FiguresPart]):
        regions (list[FiguresPart]):
        hours (list[FiguresHour]):
    """

    currency: str
    time_zone: str
    now: PeriodFigures
    before: PeriodFigures
    change: FiguresChange
    repeat_rate: float | None
    robots: int
    channels: list[FiguresPart]
    regions: list[FiguresPart]
    hours: list[FiguresHour]

    def to_dict(self) -> dict[str, Any]:
        currency = self.currency

        time_zone = self.time_zone

        now = self.now.to_dict()

        before = self.before.to_dict()

        change = self.change.to_dict()

        repeat_rate: float | None
        repeat_rate = self.repeat_rate

        robots = self.robots

        channels = []
        for channels_item_data in self.channels:
            channels_item = channels_item_data.to_dict()
            channels.append(channels_item)

        regions = []
        for regions_item_data in self.regions:
            regions_item = regions_item_data.to_dict()
            regions.append(regions_item)

        hours = []
        for hours_item_data in self.hours:
            hours_item = hours_item_data.to_dict()
            hours.append(hours_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "currency": currency,
                "time_zone": time_zone,
                "now": now,
                "before": before,
                "change": change,
                "repeat_rate": repeat_rate,
                "robots": robots,
                "channels": channels,
                "regions": regions,
                "hours": hours,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.figures_change import FiguresChange  # noqa: PLC0415
        from ..models.figures_hour import FiguresHour  # noqa: PLC0415
        from ..models.figures_part import FiguresPart  # noqa: PLC0415
        from ..models.period_figures import PeriodFigures  # noqa: PLC0415

        d = dict(src_dict)
        currency = d.pop("currency")

        time_zone = d.pop("time_zone")

        now = PeriodFigures.from_dict(d.pop("now"))

        before = PeriodFigures.from_dict(d.pop("before"))

        change = FiguresChange.from_dict(d.pop("change"))

        def _parse_repeat_rate(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        repeat_rate = _parse_repeat_rate(d.pop("repeat_rate"))

        robots = d.pop("robots")

        channels = []
        _channels = d.pop("channels")
        for channels_item_data in _channels:
            channels_item = FiguresPart.from_dict(channels_item_data)

            channels.append(channels_item)

        regions = []
        _regions = d.pop("regions")
        for regions_item_data in _regions:
            regions_item = FiguresPart.from_dict(regions_item_data)

            regions.append(regions_item)

        hours = []
        _hours = d.pop("hours")
        for hours_item_data in _hours:
            hours_item = FiguresHour.from_dict(hours_item_data)

            hours.append(hours_item)

        store_figures = cls(
            currency=currency,
            time_zone=time_zone,
            now=now,
            before=before,
            change=change,
            repeat_rate=repeat_rate,
            robots=robots,
            channels=channels,
            regions=regions,
            hours=hours,
        )

        return store_figures
