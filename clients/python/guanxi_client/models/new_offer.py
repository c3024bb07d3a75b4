from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewOffer")


@_attrs_define
class NewOffer:
    """What one proposes for which goods.

    Attributes:
        price (int):
        quantity (int):
        listing_id (str):
        variant_id (str):
        text (str | Unset):  Default: ''.
        hours (int | None | Unset):
    """

    price: int
    quantity: int
    listing_id: str
    variant_id: str
    text: str | Unset = ""
    hours: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        price = self.price

        quantity = self.quantity

        listing_id = self.listing_id

        variant_id = self.variant_id

        text = self.text

        hours: int | None | Unset
        if isinstance(self.hours, Unset):
            hours = UNSET
        else:
            hours = self.hours

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "price": price,
                "quantity": quantity,
                "listing_id": listing_id,
                "variant_id": variant_id,
            }
        )
        if text is not UNSET:
            field_dict["text"] = text
        if hours is not UNSET:
            field_dict["hours"] = hours

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        price = d.pop("price")

        quantity = d.pop("quantity")

        listing_id = d.pop("listing_id")

        variant_id = d.pop("variant_id")

        text = d.pop("text", UNSET)

        def _parse_hours(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        hours = _parse_hours(d.pop("hours", UNSET))

        new_offer = cls(
            price=price,
            quantity=quantity,
            listing_id=listing_id,
            variant_id=variant_id,
            text=text,
            hours=hours,
        )

        return new_offer
