from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="OfferToFans")


@_attrs_define
class OfferToFans:
    """What a merchant proposes to all who keep goods in mind, 20 at a time.

    Attributes:
        price (int):
        quantity (int):
        variant_id (str):
        text (str | Unset):  Default: ''.
        hours (int | None | Unset):
        cursor (None | str | Unset):
    """

    price: int
    quantity: int
    variant_id: str
    text: str | Unset = ""
    hours: int | None | Unset = UNSET
    cursor: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        price = self.price

        quantity = self.quantity

        variant_id = self.variant_id

        text = self.text

        hours: int | None | Unset
        if isinstance(self.hours, Unset):
            hours = UNSET
        else:
            hours = self.hours

        cursor: None | str | Unset
        if isinstance(self.cursor, Unset):
            cursor = UNSET
        else:
            cursor = self.cursor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "price": price,
                "quantity": quantity,
                "variant_id": variant_id,
            }
        )
        if text is not UNSET:
            field_dict["text"] = text
        if hours is not UNSET:
            field_dict["hours"] = hours
        if cursor is not UNSET:
            field_dict["cursor"] = cursor

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        price = d.pop("price")

        quantity = d.pop("quantity")

        variant_id = d.pop("variant_id")

        text = d.pop("text", UNSET)

        def _parse_hours(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        hours = _parse_hours(d.pop("hours", UNSET))

        def _parse_cursor(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cursor = _parse_cursor(d.pop("cursor", UNSET))

        offer_to_fans = cls(
            price=price,
            quantity=quantity,
            variant_id=variant_id,
            text=text,
            hours=hours,
            cursor=cursor,
        )

        return offer_to_fans
