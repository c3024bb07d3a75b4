"""What the API of restocking takes and answers."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import Field

from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.schemas import MoneyView
from chalicelib.insights.restocking.rules import FEWEST_DAYS, Demand
from chalicelib.insights.restocking.service import Plan, Restock


class RestockQuery(Query):
    """How many days an order is on its way, and for how many days it shall last."""

    transit_days: Annotated[int, Field(ge=0, le=60)] = 4
    cover_days: Annotated[int, Field(ge=1, le=90)] = 14

    def plan(self) -> Plan:
        """For how long the order is reckoned."""
        return Plan(self.transit_days, self.cover_days)


class DemandView(Schema):
    """What was sold: in so many whole days, a day in the mean, and how much a day differs from it (σ)."""

    days: int
    sold: int
    daily_mean: float
    daily_deviation: float

    @classmethod
    def of(cls, demand: Demand, /) -> Self:
        """Shape the answer."""
        return cls(
            days=demand.days,
            sold=demand.sold,
            daily_mean=round(demand.mean, 2),
            daily_deviation=round(demand.deviation, 2),
        )


class RestockView(Schema):
    """When to order goods again that one sells on, and how many.

    `demand` and all that follows from it is null while too few days are known. `quantity` is in whole cases
    and not below the supplier's minimum; 0: nothing was sold, so none is needed.
    """

    listing_id: str
    stock: int
    source_listing_id: str
    source_variant_id: str
    source_store_id: str
    source_title: str
    source_stock: int
    lead_days: int
    """What the supplier needs, and the way."""
    least_quantity: int
    case_pack: int
    days_wanted: int
    """As many whole days must be known."""
    demand: DemandView | None
    reorder_point: int | None
    order_on: date | None
    quantity: int | None
    cases: int | None
    price: MoneyView | None
    total: MoneyView | None

    @classmethod
    def of(cls, one: Restock, /) -> Self:
        """Shape the answer."""
        lot, advice, price = one.offered.lot, one.advice, one.price
        return cls(
            listing_id=one.listing.id,
            stock=one.stock,
            source_listing_id=one.offered.id,
            source_variant_id=one.source.variant_id,
            source_store_id=one.offered.store_id,
            source_title=one.offered.title,
            source_stock=one.offered.variant(one.source.variant_id).stock,
            lead_days=one.lead_days,
            least_quantity=lot.least,
            case_pack=lot.case,
            days_wanted=FEWEST_DAYS,
            demand=DemandView.of(one.demand) if one.demand else None,
            reorder_point=advice.reorder_point if advice else None,
            order_on=one.order_on,
            quantity=advice.quantity if advice else None,
            cases=advice.quantity // lot.case if advice else None,
            price=MoneyView.of(price) if price else None,
            total=MoneyView.of(price * advice.quantity) if price and advice else None,
        )
