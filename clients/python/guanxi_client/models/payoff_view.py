from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_view import MoneyView
    from ..models.owed_view import OwedView


T = TypeVar("T", bound="PayoffView")


@_attrs_define
class PayoffView:
    """What it takes to be rid of a loan on a day.

    Attributes:
        day (datetime.date):
        owed (OwedView): Amounts by what they are for, in minor units.
        total (MoneyView): An amount of money in minor units (fen, cents).
    """

    day: datetime.date
    owed: OwedView
    total: MoneyView

    def to_dict(self) -> dict[str, Any]:
        day = self.day.isoformat()

        owed = self.owed.to_dict()

        total = self.total.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "day": day,
                "owed": owed,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415
        from ..models.owed_view import OwedView  # noqa: PLC0415

        d = dict(src_dict)
        day = datetime.date.fromisoformat(d.pop("day"))

        owed = OwedView.from_dict(d.pop("owed"))

        total = MoneyView.from_dict(d.pop("total"))

        payoff_view = cls(
            day=day,
            owed=owed,
            total=total,
        )

        return payoff_view
