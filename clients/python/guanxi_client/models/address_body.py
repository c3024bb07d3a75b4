from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="AddressBody")


@_attrs_define
class AddressBody:
    """An address. In China `region` is a county's code of GET /regions and `rural` follows from it.

    Attributes:
        recipient (str):
        phone (str):
        country (str):
        region (str):
        street (str):
        postal_code (None | str | Unset):
        rural (bool | None | Unset):
    """

    recipient: str
    phone: str
    country: str
    region: str
    street: str
    postal_code: None | str | Unset = UNSET
    rural: bool | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        recipient = self.recipient

        phone = self.phone

        country = self.country

        region = self.region

        street = self.street

        postal_code: None | str | Unset
        if isinstance(self.postal_code, Unset):
            postal_code = UNSET
        else:
            postal_code = self.postal_code

        rural: bool | None | Unset
        if isinstance(self.rural, Unset):
            rural = UNSET
        else:
            rural = self.rural

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "recipient": recipient,
                "phone": phone,
                "country": country,
                "region": region,
                "street": street,
            }
        )
        if postal_code is not UNSET:
            field_dict["postal_code"] = postal_code
        if rural is not UNSET:
            field_dict["rural"] = rural

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        recipient = d.pop("recipient")

        phone = d.pop("phone")

        country = d.pop("country")

        region = d.pop("region")

        street = d.pop("street")

        def _parse_postal_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        postal_code = _parse_postal_code(d.pop("postal_code", UNSET))

        def _parse_rural(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        rural = _parse_rural(d.pop("rural", UNSET))

        address_body = cls(
            recipient=recipient,
            phone=phone,
            country=country,
            region=region,
            street=street,
            postal_code=postal_code,
            rural=rural,
        )

        return address_body
