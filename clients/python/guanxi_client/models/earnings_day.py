from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="EarningsDay")


@_attrs_define
class EarningsDay:
    """What the orders of a day (in UTC) brought: pending, paid and taken back add up to what was promised.

    Attributes:
        day (str):
        promoter_id (str):
        orders (int):
        pending (MoneyView): An amount of money in minor units (fen, cents).
        paid (MoneyView): An amount of money in minor units (fen, cents).
        taken_back (MoneyView): An amount of money in minor units (fen, cents).
    """

    day: str
    promoter_id: str
    orders: int
    pending: MoneyView
    paid: MoneyView
    taken_back: MoneyView

    def to_dict(self) -> dict[str, Any]:
        day = self.day

        promoter_id = self.promoter_id

        orders = self.orders

        pending = self.pending.to_dict()

        paid = self.paid.to_dict()

        taken_back = self.taken_back.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "day": day,
                "promoter_id": promoter_id,
                "orders": orders,
                "pending": pending,
                "paid": paid,
                "taken_back": taken_back,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        day = d.pop("day")

        promoter_id = d.pop("promoter_id")

        orders = d.pop("orders")

        pending = MoneyView.from_dict(d.pop("pending"))

        paid = MoneyView.from_dict(d.pop("paid"))

        taken_back = MoneyView.from_dict(d.pop("taken_back"))

        earnings_day = cls(
            day=day,
            promoter_id=promoter_id,
            orders=orders,
            pending=pending,
            paid=paid,
            taken_back=taken_back,
        )

        return earnings_day
