from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.funnel_step import FunnelStep


T = TypeVar("T", bound="PeriodFigures")


@_attrs_define
class PeriodFigures:
    """What was counted from the first day to the last. Money is in minor units of the store's currency.

    Orders count on the day on which they were placed. `paid` are all that were, `orders` those that weren't
    called off or wholly refunded since; `sales` is what these cost, `refunded` what of it was given back.
    `repeat_rate` is of all buyers so far those that bought more than once.

        Attributes:
            first (datetime.date):
            last (datetime.date):
            visits (int):
            visitors (int):
            views (int):
            looks (int):
            searches (int):
            carts (int):
            checkouts (int):
            paid (int):
            orders (int):
            sales (int):
            refunded (int):
            average_order (float | None):
            conversion_rate (float | None):
            funnel (list[FunnelStep]):
    """

    first: datetime.date
    last: datetime.date
    visits: int
    visitors: int
    views: int
    looks: int
    searches: int
    carts: int
    checkouts: int
    paid: int
    orders: int
    sales: int
    refunded: int
    average_order: float | None
    conversion_rate: float | None
    funnel: list[FunnelStep]

    def to_dict(self) -> dict[str, Any]:
        first = self.first.isoformat()

        last = self.last.isoformat()

        visits = self.visits

        visitors = self.visitors

        views = self.views

        looks = self.looks

        searches = self.searches

        carts = self.carts

        checkouts = self.checkouts

        paid = self.paid

        orders = self.orders

        sales = self.sales

        refunded = self.refunded

        average_order: float | None
        average_order = self.average_order

        conversion_rate: float | None
        conversion_rate = self.conversion_rate

        funnel = []
        for funnel_item_data in self.funnel:
            funnel_item = funnel_item_data.to_dict()
            funnel.append(funnel_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "first": first,
                "last": last,
                "visits": visits,
                "visitors": visitors,
                "views": views,
                "looks": looks,
                "searches": searches,
                "carts": carts,
                "checkouts": checkouts,
                "paid": paid,
                "orders": orders,
                "sales": sales,
                "refunded": refunded,
                "average_order": average_order,
                "conversion_rate": conversion_rate,
                "funnel": funnel,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.funnel_step import FunnelStep  # noqa: PLC0415

        d = dict(src_dict)
        first = datetime.date.fromisoformat(d.pop("first"))

        last = datetime.date.fromisoformat(d.pop("last"))

        visits = d.pop("visits")

        visitors = d.pop("visitors")

        views = d.pop("views")

        looks = d.pop("looks")

        searches = d.pop("searches")

        carts = d.pop("carts")

        checkouts = d.pop("checkouts")

        paid = d.pop("paid")

        orders = d.pop("orders")

        sales = d.pop("sales")

        refunded = d.pop("refunded")

        def _parse_average_order(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        average_order = _parse_average_order(d.pop("average_order"))

        def _parse_conversion_rate(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        conversion_rate = _parse_conversion_rate(d.pop("conversion_rate"))

        funnel = []
        _funnel = d.pop("funnel")
        for funnel_item_data in _funnel:
            funnel_item = FunnelStep.from_dict(funnel_item_data)

            funnel.append(funnel_item)

        period_figures = cls(
            first=first,
            last=last,
            visits=visits,
            visitors=visitors,
            views=views,
            looks=looks,
            searches=searches,
            carts=carts,
            checkouts=checkouts,
            paid=paid,
            orders=orders,
            sales=sales,
            refunded=refunded,
            average_order=average_order,
            conversion_rate=conversion_rate,
            funnel=funnel,
        )

        return period_figures
