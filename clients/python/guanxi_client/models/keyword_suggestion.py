from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="KeywordSuggestion")


@_attrs_define
class KeywordSuggestion:
    """A search that sold and should be an exact keyword, with the bid that would have been first in three of
    four of its auctions; with `least_bid` the ad would have been shown in half of them. Neither is more than
    what a click brought. Money is in minor units of the campaign's currency; orders count in parts for each
    click that led to them.

        Attributes:
            text (str):
            found_by (str):
            impressions (int):
            clicks (int):
            cost (int):
            orders (float):
            sales (int):
            bid (int):
            least_bid (int):
    """

    text: str
    found_by: str
    impressions: int
    clicks: int
    cost: int
    orders: float
    sales: int
    bid: int
    least_bid: int

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        found_by = self.found_by

        impressions = self.impressions

        clicks = self.clicks

        cost = self.cost

        orders = self.orders

        sales = self.sales

        bid = self.bid

        least_bid = self.least_bid

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "text": text,
                "found_by": found_by,
                "impressions": impressions,
                "clicks": clicks,
                "cost": cost,
                "orders": orders,
                "sales": sales,
                "bid": bid,
                "least_bid": least_bid,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text")

        found_by = d.pop("found_by")

        impressions = d.pop("impressions")

        clicks = d.pop("clicks")

        cost = d.pop("cost")

        orders = d.pop("orders")

        sales = d.pop("sales")

        bid = d.pop("bid")

        least_bid = d.pop("least_bid")

        keyword_suggestion = cls(
            text=text,
            found_by=found_by,
            impressions=impressions,
            clicks=clicks,
            cost=cost,
            orders=orders,
            sales=sales,
            bid=bid,
            least_bid=least_bid,
        )

        return keyword_suggestion
