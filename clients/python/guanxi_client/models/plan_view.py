from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.payment_every import PaymentEvery, check_payment_every

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="PlanView")


@_attrs_define
class PlanView:
    """A payout plan, and when it next pays.

    Attributes:
        destination (str):
        every (PaymentEvery): How often.
        minimum (MoneyView): An amount of money in minor units (fen, cents).
        reserve (MoneyView): An amount of money in minor units (fen, cents).
        next_at (datetime.datetime):
    """

    destination: str
    every: PaymentEvery
    minimum: MoneyView
    reserve: MoneyView
    next_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        destination = self.destination

        every: str = self.every

        minimum = self.minimum.to_dict()

        reserve = self.reserve.to_dict()

        next_at = self.next_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "destination": destination,
                "every": every,
                "minimum": minimum,
                "reserve": reserve,
                "next_at": next_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        destination = d.pop("destination")

        every = check_payment_every(d.pop("every"))

        minimum = MoneyView.from_dict(d.pop("minimum"))

        reserve = MoneyView.from_dict(d.pop("reserve"))

        next_at = datetime.datetime.fromisoformat(d.pop("next_at"))

        plan_view = cls(
            destination=destination,
            every=every,
            minimum=minimum,
            reserve=reserve,
            next_at=next_at,
        )

        return plan_view
