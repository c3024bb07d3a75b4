from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="DisplayReportRow")


@_attrs_define
class DisplayReportRow:
    """What was counted of a creative on a day; without a creative, of all of them.

    An ad is `served` when a placement is shown with it, and `viewable` when it is told that it was looked at:
    half of it or more was in view for a second in a row, as the Media Rating Council has it. Only then it is
    billed, or `capped` or `written_off`: these three and no others are viewable. `viewable_rate` is of those
    served; null without any.

    `cost_millionths` is what the billed impressions cost, in millionths of a minor unit. What of it was
    debited, in whole minor units, is told of all together; the remainder is carried to the next debit.

        Attributes:
            day (str):
            creative_id (None | str):
            impressions (int):
            cost_millionths (int):
            debited (int):
            capped (int):
            written_off (int):
            served (int):
            viewable (int):
            viewable_rate (float | None):
    """

    day: str
    creative_id: None | str
    impressions: int
    cost_millionths: int
    debited: int
    capped: int
    written_off: int
    served: int
    viewable: int
    viewable_rate: float | None

    def to_dict(self) -> dict[str, Any]:
        day = self.day

        creative_id: None | str
        creative_id = self.creative_id

        impressions = self.impressions

        cost_millionths = self.cost_millionths

        debited = self.debited

        capped = self.capped

        written_off = self.written_off

        served = self.served

        viewable = self.viewable

        viewable_rate: float | None
        viewable_rate = self.viewable_rate

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "day": day,
                "creative_id": creative_id,
                "impressions": impressions,
                "cost_millionths": cost_millionths,
                "debited": debited,
                "capped": capped,
                "written_off": written_off,
                "served": served,
                "viewable": viewable,
                "viewable_rate": viewable_rate,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        day = d.pop("day")

        def _parse_creative_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        creative_id = _parse_creative_id(d.pop("creative_id"))

        impressions = d.pop("impressions")

        cost_millionths = d.pop("cost_millionths")

        debited = d.pop("debited")

        capped = d.pop("capped")

        written_off = d.pop("written_off")

        served = d.pop("served")

        viewable = d.pop("viewable")

        def _parse_viewable_rate(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        viewable_rate = _parse_viewable_rate(d.pop("viewable_rate"))

        display_report_row = cls(
            day=day,
            creative_id=creative_id,
            impressions=impressions,
            cost_millionths=cost_millionths,
            debited=debited,
            capped=capped,
            written_off=written_off,
            served=served,
            viewable=viewable,
            viewable_rate=viewable_rate,
        )

        return display_report_row
