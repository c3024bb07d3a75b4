from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="CohortRow")


@_attrs_define
class CohortRow:
    """Who bought first in a month: how many, how many of them more than once, and how many so many months
    later (`after[0]` is the month itself).

        Attributes:
            month (str):
            buyers (int):
            repeat (int):
            after (list[int]):
    """

    month: str
    buyers: int
    repeat: int
    after: list[int]

    def to_dict(self) -> dict[str, Any]:
        month = self.month

        buyers = self.buyers

        repeat = self.repeat

        after = self.after

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "month": month,
                "buyers": buyers,
                "repeat": repeat,
                "after": after,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        month = d.pop("month")

        buyers = d.pop("buyers")

        repeat = d.pop("repeat")

        after = cast(list[int], d.pop("after"))

        cohort_row = cls(
            month=month,
            buyers=buyers,
            repeat=repeat,
            after=after,
        )

        return cohort_row
