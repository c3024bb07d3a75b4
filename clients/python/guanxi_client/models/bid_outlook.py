from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="BidOutlook")


@_attrs_define
class BidOutlook:
    """What a bid would have brought: clicks and cost are expected ones, money in minor units.

    Attributes:
        bid (int):
        impressions (int):
        clicks (float):
        cost (float):
    """

    bid: int
    impressions: int
    clicks: float
    cost: float

    def to_dict(self) -> dict[str, Any]:
        bid = self.bid

        impressions = self.impressions

        clicks = self.clicks

        cost = self.cost

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "bid": bid,
                "impressions": impressions,
                "clicks": clicks,
                "cost": cost,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        bid = d.pop("bid")

        impressions = d.pop("impressions")

        clicks = d.pop("clicks")

        cost = d.pop("cost")

        bid_outlook = cls(
            bid=bid,
            impressions=impressions,
            clicks=clicks,
            cost=cost,
        )

        return bid_outlook
