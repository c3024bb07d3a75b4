from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="AdReportRow")


@_attrs_define
class AdReportRow:
    """What was counted on a day of something: a listing's id, a keyword, a term; of the campaign as a whole.

    Money is in minor units of the campaign's currency. `invalid` clicks cost nothing, nor do those that came
    when the budget was spent: `written_off` is what they would have cost. `visits` are those too. An order
    counts once, for its buyer's clicks on the store's ads within seven days before it, on the click's day: by
    the `linear` model a part of it for each. `sales` are less what was `refunded`. `carts` are adds to cart,
    counted likewise: a line that somebody signed in put into her cart is one, of however many pieces;
    `cart_rate` is how many there were for each visit.

        Attributes:
            day (str):
            of (str):
            impressions (int):
            clicks (int):
            click_rate (float):
            visits (int):
            cost (int):
            average_price (float | None):
            carts (float):
            cart_rate (float):
            orders (float):
            sales (int):
            refunded (int):
            return_on_ad_spend (float | None):
            invalid (int):
            written_off (int):
    """

    day: str
    of: str
    impressions: int
    clicks: int
    click_rate: float
    visits: int
    cost: int
    average_price: float | None
    carts: float
    cart_rate: float
    orders: float
    sales: int
    refunded: int
    return_on_ad_spend: float | None
    invalid: int
    written_off: int

    def to_dict(self) -> dict[str, Any]:
        day = self.day

        of = self.of

        impressions = self.impressions

        clicks = self.clicks

        click_rate = self.click_rate

        visits = self.visits

        cost = self.cost

        average_price: float | None
        average_price = self.average_price

        carts = self.carts

        cart_rate = self.cart_rate

        orders = self.orders

        sales = self.sales

        refunded = self.refunded

        return_on_ad_spend: float | None
        return_on_ad_spend = self.return_on_ad_spend

        invalid = self.invalid

        written_off = self.written_off

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "day": day,
                "of": of,
                "impressions": impressions,
                "clicks": clicks,
                "click_rate": click_rate,
                "visits": visits,
                "cost": cost,
                "average_price": average_price,
                "carts": carts,
                "cart_rate": cart_rate,
                "orders": orders,
                "sales": sales,
                "refunded": refunded,
                "return_on_ad_spend": return_on_ad_spend,
                "invalid": invalid,
                "written_off": written_off,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        day = d.pop("day")

        of = d.pop("of")

        impressions = d.pop("impressions")

        clicks = d.pop("clicks")

        click_rate = d.pop("click_rate")

        visits = d.pop("visits")

        cost = d.pop("cost")

        def _parse_average_price(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        average_price = _parse_average_price(d.pop("average_price"))

        carts = d.pop("carts")

        cart_rate = d.pop("cart_rate")

        orders = d.pop("orders")

        sales = d.pop("sales")

        refunded = d.pop("refunded")

        def _parse_return_on_ad_spend(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        return_on_ad_spend = _parse_return_on_ad_spend(d.pop("return_on_ad_spend"))

        invalid = d.pop("invalid")

        written_off = d.pop("written_off")

        ad_report_row = cls(
            day=day,
            of=of,
            impressions=impressions,
            clicks=clicks,
            click_rate=click_rate,
            visits=visits,
            cost=cost,
            average_price=average_price,
            carts=carts,
            cart_rate=cart_rate,
            orders=orders,
            sales=sales,
            refunded=refunded,
            return_on_ad_spend=return_on_ad_spend,
            invalid=invalid,
            written_off=written_off,
        )

        return ad_report_row
