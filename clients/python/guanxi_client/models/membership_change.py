from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.membership_line import MembershipLine
    from ..models.membership_plan import MembershipPlan
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="MembershipChange")


@_attrs_define
class MembershipChange:
    """Another plan, and what it costs to have it from this second on; below zero, it is given back.

    Attributes:
        plan (MembershipPlan): A plan: how many open requests it lets one answer in a calendar month (UTC), and its
            yearly price.
        lines (list[MembershipLine]):
        total (MoneyView): An amount of money in minor units (fen, cents).
    """

    plan: MembershipPlan
    lines: list[MembershipLine]
    total: MoneyView

    def to_dict(self) -> dict[str, Any]:
        plan = self.plan.to_dict()

        lines = []
        for lines_item_data in self.lines:
            lines_item = lines_item_data.to_dict()
            lines.append(lines_item)

        total = self.total.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "plan": plan,
                "lines": lines,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.membership_line import MembershipLine  # noqa: PLC0415
        from ..models.membership_plan import MembershipPlan  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        plan = MembershipPlan.from_dict(d.pop("plan"))

        lines = []
        _lines = d.pop("lines")
        for lines_item_data in _lines:
            lines_item = MembershipLine.from_dict(lines_item_data)

            lines.append(lines_item)

        total = MoneyView.from_dict(d.pop("total"))

        membership_change = cls(
            plan=plan,
            lines=lines,
            total=total,
        )

        return membership_change
