from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ClickCredit")


@_attrs_define
class ClickCredit:
    """Why a billed click was none, and the day to which it belongs.

    Attributes:
        day (str):
        reason (str):
    """

    day: str
    reason: str

    def to_dict(self) -> dict[str, Any]:
        day = self.day

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "day": day,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        day = d.pop("day")

        reason = d.pop("reason")

        click_credit = cls(
            day=day,
            reason=reason,
        )

        return click_credit
