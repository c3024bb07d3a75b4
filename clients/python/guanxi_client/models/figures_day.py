from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="FiguresDay")


@_attrs_define
class FiguresDay:
    """What was counted on a day.

    Attributes:
        day (str):
        visits (int):
        looks (int):
        paid (int):
        orders (int):
        sales (int):
    """

    day: str
    visits: int
    looks: int
    paid: int
    orders: int
    sales: int

    def to_dict(self) -> dict[str, Any]:
        day = self.day

        visits = self.visits

        looks = self.looks

        paid = self.paid

        orders = self.orders

        sales = self.sales

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "day": day,
                "visits": visits,
                "looks": looks,
                "paid": paid,
                "orders": orders,
                "sales": sales,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        day = d.pop("day")

        visits = d.pop("visits")

        looks = d.pop("looks")

        paid = d.pop("paid")

        orders = d.pop("orders")

        sales = d.pop("sales")

        figures_day = cls(
            day=day,
            visits=visits,
            looks=looks,
            paid=paid,
            orders=orders,
            sales=sales,
        )

        return figures_day
