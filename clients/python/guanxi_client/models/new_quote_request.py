from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewQuoteRequest")


@_attrs_define
class NewQuoteRequest:
    """What one wants to buy. With `listing_id` the supplier of those goods is asked, else all suppliers.

    `target_price` is what a piece should cost, in minor units. Nothing of it can be changed later.

        Attributes:
            title (str):
            category (str):
            quantity (int):
            currency (str):
            region (str):
            text (str | Unset):  Default: ''.
            target_price (int | None | Unset):
            days (int | Unset):  Default: 7.
            listing_id (None | str | Unset):
    """

    title: str
    category: str
    quantity: int
    currency: str
    region: str
    text: str | Unset = ""
    target_price: int | None | Unset = UNSET
    days: int | Unset = 7
    listing_id: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        category = self.category

        quantity = self.quantity

        currency = self.currency

        region = self.region

        text = self.text

        target_price: int | None | Unset
        if isinstance(self.target_price, Unset):
            target_price = UNSET
        else:
            target_price = self.target_price

        days = self.days

        listing_id: None | str | Unset
        if isinstance(self.listing_id, Unset):
            listing_id = UNSET
        else:
            listing_id = self.listing_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "title": title,
                "category": category,
                "quantity": quantity,
                "currency": currency,
                "region": region,
            }
        )
        if text is not UNSET:
            field_dict["text"] = text
        if target_price is not UNSET:
            field_dict["target_price"] = target_price
        if days is not UNSET:
            field_dict["days"] = days
        if listing_id is not UNSET:
            field_dict["listing_id"] = listing_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        title = d.pop("title")

        category = d.pop("category")

        quantity = d.pop("quantity")

        currency = d.pop("currency")

        region = d.pop("region")

        text = d.pop("text", UNSET)

        def _parse_target_price(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        target_price = _parse_target_price(d.pop("target_price", UNSET))

        days = d.pop("days", UNSET)

        def _parse_listing_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        listing_id = _parse_listing_id(d.pop("listing_id", UNSET))

        new_quote_request = cls(
            title=title,
            category=category,
            quantity=quantity,
            currency=currency,
            region=region,
            text=text,
            target_price=target_price,
            days=days,
            listing_id=listing_id,
        )

        return new_quote_request
