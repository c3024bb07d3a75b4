from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewMessage")


@_attrs_define
class NewMessage:
    """What one wants to say: a text, or one thing with or without a text.

    `client_id` is what one's device calls the message: sent again, it is the same message. Photos are
    announced with the purpose `message`.

        Attributes:
            client_id (str):
            text (str | Unset):  Default: ''.
            photo_id (None | str | Unset):
            listing_id (None | str | Unset):
            order_id (None | str | Unset):
    """

    client_id: str
    text: str | Unset = ""
    photo_id: None | str | Unset = UNSET
    listing_id: None | str | Unset = UNSET
    order_id: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        client_id = self.client_id

        text = self.text

        photo_id: None | str | Unset
        if isinstance(self.photo_id, Unset):
            photo_id = UNSET
        else:
            photo_id = self.photo_id

        listing_id: None | str | Unset
        if isinstance(self.listing_id, Unset):
            listing_id = UNSET
        else:
            listing_id = self.listing_id

        order_id: None | str | Unset
        if isinstance(self.order_id, Unset):
            order_id = UNSET
        else:
            order_id = self.order_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "client_id": client_id,
            }
        )
        if text is not UNSET:
            field_dict["text"] = text
        if photo_id is not UNSET:
            field_dict["photo_id"] = photo_id
        if listing_id is not UNSET:
            field_dict["listing_id"] = listing_id
        if order_id is not UNSET:
            field_dict["order_id"] = order_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        client_id = d.pop("client_id")

        text = d.pop("text", UNSET)

        def _parse_photo_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        photo_id = _parse_photo_id(d.pop("photo_id", UNSET))

        def _parse_listing_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        listing_id = _parse_listing_id(d.pop("listing_id", UNSET))

        def _parse_order_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        order_id = _parse_order_id(d.pop("order_id", UNSET))

        new_message = cls(
            client_id=client_id,
            text=text,
            photo_id=photo_id,
            listing_id=listing_id,
            order_id=order_id,
        )

        return new_message
