from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="AwaitingReview")


@_attrs_define
class AwaitingReview:
    """Goods that one bought and may review until a time.

    Attributes:
        order_id (str):
        line_id (str):
        listing_id (str):
        store_name (str):
        title (str):
        variant_title (str):
        until (datetime.datetime):
    """

    order_id: str
    line_id: str
    listing_id: str
    store_name: str
    title: str
    variant_title: str
    until: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        order_id = self.order_id

        line_id = self.line_id

        listing_id = self.listing_id

        store_name = self.store_name

        title = self.title

        variant_title = self.variant_title

        until = self.until.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "order_id": order_id,
                "line_id": line_id,
                "listing_id": listing_id,
                "store_name": store_name,
                "title": title,
                "variant_title": variant_title,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        order_id = d.pop("order_id")

        line_id = d.pop("line_id")

        listing_id = d.pop("listing_id")

        store_name = d.pop("store_name")

        title = d.pop("title")

        variant_title = d.pop("variant_title")

        until = datetime.datetime.fromisoformat(d.pop("until"))

        awaiting_review = cls(
            order_id=order_id,
            line_id=line_id,
            listing_id=listing_id,
            store_name=store_name,
            title=title,
            variant_title=variant_title,
            until=until,
        )

        return awaiting_review
