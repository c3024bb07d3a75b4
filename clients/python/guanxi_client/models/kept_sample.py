from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="KeptSample")


@_attrs_define
class KeptSample:
    """A sample that is kept for one until a time. POST /checkouts with its id as `offer_id` orders it.

    Attributes:
        id (str):
        listing_id (str):
        variant_id (str):
        price (MoneyView): An amount of money in minor units (fen, cents).
        reserved_until (datetime.datetime):
    """

    id: str
    listing_id: str
    variant_id: str
    price: MoneyView
    reserved_until: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        listing_id = self.listing_id

        variant_id = self.variant_id

        price = self.price.to_dict()

        reserved_until = self.reserved_until.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "listing_id": listing_id,
                "variant_id": variant_id,
                "price": price,
                "reserved_until": reserved_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        listing_id = d.pop("listing_id")

        variant_id = d.pop("variant_id")

        price = MoneyView.from_dict(d.pop("price"))

        reserved_until = datetime.datetime.fromisoformat(d.pop("reserved_until"))

        kept_sample = cls(
            id=id,
            listing_id=listing_id,
            variant_id=variant_id,
            price=price,
            reserved_until=reserved_until,
        )

        return kept_sample
