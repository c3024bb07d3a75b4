from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="FiguresChange")


@_attrs_define
class FiguresChange:
    """By which part each grew since the period before; null: there was nothing.

    Attributes:
        visits (float | None):
        visitors (float | None):
        looks (float | None):
        carts (float | None):
        paid (float | None):
        sales (float | None):
    """

    visits: float | None
    visitors: float | None
    looks: float | None
    carts: float | None
    paid: float | None
    sales: float | None

    def to_dict(self) -> dict[str, Any]:
        visits: float | None
        visits = self.visits

        visitors: float | None
        visitors = self.visitors

        looks: float | None
        looks = self.looks

        carts: float | None
        carts = self.carts

        paid: float | None
        paid = self.paid

        sales: float | None
        sales = self.sales

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "visits": visits,
                "visitors": visitors,
                "looks": looks,
                "carts": carts,
                "paid": paid,
                "sales": sales,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_visits(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        visits = _parse_visits(d.pop("visits"))

        def _parse_visitors(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        visitors = _parse_visitors(d.pop("visitors"))

        def _parse_looks(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        looks = _parse_looks(d.pop("looks"))

        def _parse_carts(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        carts = _parse_carts(d.pop("carts"))

        def _parse_paid(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        paid = _parse_paid(d.pop("paid"))

        def _parse_sales(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        sales = _parse_sales(d.pop("sales"))

        figures_change = cls(
            visits=visits,
            visitors=visitors,
            looks=looks,
            carts=carts,
            paid=paid,
            sales=sales,
        )

        return figures_change
