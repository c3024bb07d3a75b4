from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="CounterOffer")


@_attrs_define
class CounterOffer:
    """What one proposes: so many pieces at so much each, in minor units; for 48 hours unless it is said.

    Attributes:
        price (int):
        quantity (int):
        text (str | Unset):  Default: ''.
        hours (int | None | Unset):
    """

    price: int
    quantity: int
    text: str | Unset = ""
    hours: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        price = self.price

        quantity = self.quantity

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

        text = d.pop("text", UNSET)

        def _parse_hours(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        hours = _parse_hours(d.pop("hours", UNSET))

        counter_offer = cls(
            price=price,
            quantity=quantity,
            text=text,
            hours=hours,
        )

        return counter_offer
