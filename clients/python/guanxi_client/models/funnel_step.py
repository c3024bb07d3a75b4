from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.insight_step import InsightStep, check_insight_step

T = TypeVar("T", bound="FunnelStep")


@_attrs_define
class FunnelStep:
    """How often something was done, and by how many different people: estimated within some 2 %, and a person
    on two devices is two. At the step `paid` they are the buyers.

        Attributes:
            step (InsightStep): The way from a look to a sale.
            times (int):
            people (int):
    """

    step: InsightStep
    times: int
    people: int

    def to_dict(self) -> dict[str, Any]:
        step: str = self.step

        times = self.times

        people = self.people

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "step": step,
                "times": times,
                "people": people,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        step = check_insight_step(d.pop("step"))

        times = d.pop("times")

        people = d.pop("people")

        funnel_step = cls(
            step=step,
            times=times,
            people=people,
        )

        return funnel_step
