from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="CreditMonthView")


@_attrs_define
class CreditMonthView:
    """What came of a month's orders: those that were over in it.

    Attributes:
        month (str):
        orders (int):
        completed (int):
        parcels (int):
        sent_in_time (int):
        refunds (int):
        disputes_lost (int):
        sales (MoneyView): An amount of money in minor units (fen, cents).
        refunded (MoneyView): An amount of money in minor units (fen, cents).
    """

    month: str
    orders: int
    completed: int
    parcels: int
    sent_in_time: int
    refunds: int
    disputes_lost: int
    sales: MoneyView
    refunded: MoneyView

    def to_dict(self) -> dict[str, Any]:
        month = self.month

        orders = self.orders

        completed = self.completed

        parcels = self.parcels

        sent_in_time = self.sent_in_time

        refunds = self.refunds

        disputes_lost = self.disputes_lost

        sales = self.sales.to_dict()

        refunded = self.refunded.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "month": month,
                "orders": orders,
                "completed": completed,
                "parcels": parcels,
                "sent_in_time": sent_in_time,
                "refunds": refunds,
                "disputes_lost": disputes_lost,
                "sales": sales,
                "refunded": refunded,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        month = d.pop("month")

        orders = d.pop("orders")

        completed = d.pop("completed")

        parcels = d.pop("parcels")

        sent_in_time = d.pop("sent_in_time")

        refunds = d.pop("refunds")

        disputes_lost = d.pop("disputes_lost")

        sales = MoneyView.from_dict(d.pop("sales"))

        refunded = MoneyView.from_dict(d.pop("refunded"))

        credit_month_view = cls(
            month=month,
            orders=orders,
            completed=completed,
            parcels=parcels,
            sent_in_time=sent_in_time,
            refunds=refunds,
            disputes_lost=disputes_lost,
            sales=sales,
            refunded=refunded,
        )

        return credit_month_view
