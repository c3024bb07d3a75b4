from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewLine")


@_attrs_define
class NewLine:
    """Goods for the cart. `note` tells the merchant something, such as an engraving.

    Attributes:
        listing_id (str):
        variant_id (str):
        quantity (int):
        note (str | Unset):  Default: ''.
    """

    listing_id: str
    variant_id: str
    quantity: int
    note: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        listing_id = self.listing_id

        variant_id = self.variant_id

        quantity = self.quantity

        note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "listing_id": listing_id,
                "variant_id": variant_id,
                "quantity": quantity,
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

        note = d.pop("note", UNSET)

        new_line = cls(
            listing_id=listing_id,
            variant_id=variant_id,
            quantity=quantity,
            note=note,
        )

        return new_line
