from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ResoldLine")


@_attrs_define
class ResoldLine:
    """A line of an order, and the draft that it is sold on by; `stocked`: its pieces are in stock.

    Attributes:
        line_id (str):
        listing_id (str):
        store_id (str):
        quantity (int):
        stocked (bool):
    """

    line_id: str
    listing_id: str
    store_id: str
    quantity: int
    stocked: bool

    def to_dict(self) -> dict[str, Any]:
        line_id = self.line_id

        listing_id = self.listing_id

        store_id = self.store_id

        quantity = self.quantity

        stocked = self.stocked

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "line_id": line_id,
                "listing_id": listing_id,
                "store_id": store_id,
                "quantity": quantity,
                "stocked": stocked,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        line_id = d.pop("line_id")

        listing_id = d.pop("listing_id")

        store_id = d.pop("store_id")

        quantity = d.pop("quantity")

        stocked = d.pop("stocked")

        resold_line = cls(
            line_id=line_id,
            listing_id=listing_id,
            store_id=store_id,
            quantity=quantity,
            stocked=stocked,
        )

        return resold_line
