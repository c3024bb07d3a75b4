from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewGroup")


@_attrs_define
class NewGroup:
    """A lower `price` in minor units for `size` buyers, a piece each, until a time within seven days.

    Attributes:
        listing_id (str):
        variant_id (str):
        price (int):
        size (int):
        ends_at (datetime.datetime):
    """

    listing_id: str
    variant_id: str
    price: int
    size: int
    ends_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        listing_id = self.listing_id

        variant_id = self.variant_id

        price = self.price

        size = self.size

        ends_at = self.ends_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "listing_id": listing_id,
                "variant_id": variant_id,
                "price": price,
                "size": size,
                "ends_at": ends_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        listing_id = d.pop("listing_id")

        variant_id = d.pop("variant_id")

        price = d.pop("price")

        size = d.pop("size")

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        new_group = cls(
            listing_id=listing_id,
            variant_id=variant_id,
            price=price,
            size=size,
            ends_at=ends_at,
        )

        return new_group
