from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.demand_view import DemandView
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="RestockView")


@_attrs_define
class RestockView:
    """When to order goods again that one sells on, and how many.

    `demand` and all that follows from it is null while too few days are known. `quantity` is in whole cases
    and not below the supplier's minimum; 0: nothing was sold, so none is needed.

        Attributes:
            listing_id (str):
            stock (int):
            source_listing_id (str):
            source_variant_id (str):
            source_store_id (str):
            source_title (str):
            source_stock (int):
            lead_days (int): What the supplier needs, and the way.
            least_quantity (int):
            case_pack (int):
            days_wanted (int): As many whole days must be known.
            demand (DemandView | None):
            reorder_point (int | None):
            order_on (datetime.date | None):
            quantity (int | None):
            cases (int | None):
            price (MoneyView | None):
            total (MoneyView | None):
    """

    listing_id: str
    stock: int
    source_listing_id: str
    source_variant_id: str
    source_store_id: str
    source_title: str
    source_stock: int
    lead_days: int
    least_quantity: int
    case_pack: int
    days_wanted: int
    demand: DemandView | None
    reorder_point: int | None
    order_on: datetime.date | None
    quantity: int | None
    cases: int | None
    price: MoneyView | None
    total: MoneyView | None

    def to_dict(self) -> dict[str, Any]:
        from ..models.demand_view import DemandView  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415

        listing_id = self.listing_id

        stock = self.stock

        source_listing_id = self.source_listing_id

        source_variant_id = self.source_variant_id

        source_store_id = self.source_store_id

        source_title = self.source_title

        source_stock = self.source_stock

        lead_days = self.lead_days

        least_quantity = self.least_quantity

        case_pack = self.case_pack

        days_wanted = self.days_wanted

        demand: dict[str, Any] | None
        if isinstance(self.demand, DemandView):
            demand = self.demand.to_dict()
        else:
            demand = self.demand

        reorder_point: int | None
        reorder_point = self.reorder_point

        order_on: None | str
        if isinstance(self.order_on, datetime.date):
            order_on = self.order_on.isoformat()
        else:
            order_on = self.order_on

        quantity: int | None
        quantity = self.quantity

        cases: int | None
        cases = self.cases

        price: dict[str, Any] | None
        if isinstance(self.price, MoneyView):
            price = self.price.to_dict()
        else:
            price = self.price

        total: dict[str, Any] | None
        if isinstance(self.total, MoneyView):
            total = self.total.to_dict()
        else:
            total = self.total

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "listing_id": listing_id,
                "stock": stock,
                "source_listing_id": source_listing_id,
                "source_variant_id": source_variant_id,
                "source_store_id": source_store_id,
                "source_title": source_title,
                "source_stock": source_stock,
                "lead_days": lead_days,
                "least_quantity": least_quantity,
                "case_pack": case_pack,
                "days_wanted": days_wanted,
                "demand": demand,
                "reorder_point": reorder_point,
                "order_on": order_on,
                "quantity": quantity,
                "cases": cases,
                "price": price,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.demand_view import DemandView  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        listing_id = d.pop("listing_id")

        stock = d.pop("stock")

        source_listing_id = d.pop("source_listing_id")

        source_variant_id = d.pop("source_variant_id")

        source_store_id = d.pop("source_store_id")

        source_title = d.pop("source_title")

        source_stock = d.pop("source_stock")

        lead_days = d.pop("lead_days")

        least_quantity = d.pop("least_quantity")

        case_pack = d.pop("case_pack")

        days_wanted = d.pop("days_wanted")

        def _parse_demand(data: object) -> DemandView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                demand_type_0 = DemandView.from_dict(data)

                return demand_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DemandView | None, data)

        demand = _parse_demand(d.pop("demand"))

        def _parse_reorder_point(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        reorder_point = _parse_reorder_point(d.pop("reorder_point"))

        def _parse_order_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                order_on_type_0 = datetime.date.fromisoformat(data)

                return order_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        order_on = _parse_order_on(d.pop("order_on"))

        def _parse_quantity(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        quantity = _parse_quantity(d.pop("quantity"))

        def _parse_cases(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        cases = _parse_cases(d.pop("cases"))

        def _parse_price(data: object) -> MoneyView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                price_type_0 = MoneyView.from_dict(data)

                return price_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyView | None, data)

        price = _parse_price(d.pop("price"))

        def _parse_total(data: object) -> MoneyView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                total_type_0 = MoneyView.from_dict(data)

                return total_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyView | None, data)

        total = _parse_total(d.pop("total"))

        restock_view = cls(
            listing_id=listing_id,
            stock=stock,
            source_listing_id=source_listing_id,
            source_variant_id=source_variant_id,
            source_store_id=source_store_id,
            source_title=source_title,
            source_stock=source_stock,
            lead_days=lead_days,
            least_quantity=least_quantity,
            case_pack=case_pack,
            days_wanted=days_wanted,
            demand=demand,
            reorder_point=reorder_point,
            order_on=order_on,
            quantity=quantity,
            cases=cases,
            price=price,
            total=total,
        )

        return restock_view
