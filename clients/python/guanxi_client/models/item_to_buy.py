from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ItemToBuy")


@_attrs_define
class ItemToBuy:
    """Goods to buy at once. `price` is the price of one piece that the buyer saw, in minor units.

    Attributes:
        listing_id (str):
        variant_id (str):
        quantity (int):
        price (int):
        note (str | Unset):  Default: ''.
    """

    listing_id: str
    variant_id: str
    quantity: int
    price: int
    note: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        listing_id = self.listing_id

        variant_id = self.variant_id

        quantity = self.quantity

        price = self.price

        note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "listing_id": listing_id,
                "variant_id": variant_id,
                "quantity": quantity,
                "price": price,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        listing_id = d.pop("listing_id")

        variant_id = d.pop("variant_id")

        quantity = d.pop("quantity")

        price = d.pop("price")

        note = d.pop("note", UNSET)

        item_to_buy = cls(
            listing_id=listing_id,
            variant_id=variant_id,
            quantity=quantity,
            price=price,
            note=note,
        )

        return item_to_buy
