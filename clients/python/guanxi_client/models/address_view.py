from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="AddressView")


@_attrs_define
class AddressView:
    """An address as it is kept.

    Attributes:
        id (str):
        recipient (str):
        phone (str):
        country (str):
        region (str):
        province (str):
        city (str):
        county (str):
        region_name (str):
        street (str):
        postal_code (None | str):
        rural (bool):
    """

    id: str
    recipient: str
    phone: str
    country: str
    region: str
    province: str
    city: str
    county: str
    region_name: str
    street: str
    postal_code: None | str
    rural: bool

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        recipient = self.recipient

        phone = self.phone

        country = self.country

        region = self.region

        province = self.province

        city = self.city

        county = self.county

        region_name = self.region_name

        street = self.street

        postal_code: None | str
        postal_code = self.postal_code

        rural = self.rural

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "recipient": recipient,
                "phone": phone,
                "country": country,
                "region": region,
                "province": province,
                "city": city,
                "county": county,
                "region_name": region_name,
                "street": street,
                "postal_code": postal_code,
                "rural": rural,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        recipient = d.pop("recipient")

        phone = d.pop("phone")

        country = d.pop("country")

        region = d.pop("region")

        province = d.pop("province")

        city = d.pop("city")

        county = d.pop("county")

        region_name = d.pop("region_name")

        street = d.pop("street")

        def _parse_postal_code(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        postal_code = _parse_postal_code(d.pop("postal_code"))

        rural = d.pop("rural")

        address_view = cls(
            id=id,
            recipient=recipient,
            phone=phone,
            country=country,
            region=region,
            province=province,
            city=city,
            county=county,
            region_name=region_name,
            street=street,
            postal_code=postal_code,
            rural=rural,
        )

        return address_view
