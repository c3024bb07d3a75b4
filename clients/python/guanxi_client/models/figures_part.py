from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="FiguresPart")


@_attrs_define
class FiguresPart:
    """What came over a channel, or from a region: a country, in China a province by its code (`CN33`).

    Attributes:
        name (str):
        visits (int):
        orders (int):
        sales (int):
        refunded (int):
    """

    name: str
    visits: int
    orders: int
    sales: int
    refunded: int

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        visits = self.visits

        orders = self.orders

        sales = self.sales

        refunded = self.refunded

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "visits": visits,
                "orders": orders,
                "sales": sales,
                "refunded": refunded,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        visits = d.pop("visits")

        orders = d.pop("orders")

        sales = d.pop("sales")

        refunded = d.pop("refunded")

        figures_part = cls(
            name=name,
            visits=visits,
            orders=orders,
            sales=sales,
            refunded=refunded,
        )

        return figures_part
