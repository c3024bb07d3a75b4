from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ContactView")


@_attrs_define
class ContactView:
    """Who sends or gets a parcel.

    Attributes:
        name (str):
        phone (str):
        country (str):
        region (str):
        region_name (str):
        street (str):
        postal_code (str):
        rural (bool):
    """

    name: str
    phone: str
    country: str
    region: str
    region_name: str
    street: str
    postal_code: str
    rural: bool

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        phone = self.phone

        country = self.country

        region = self.region

        region_name = self.region_name

        street = self.street

        postal_code = self.postal_code

        rural = self.rural

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "phone": phone,
                "country": country,
                "region": region,
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
        name = d.pop("name")

        phone = d.pop("phone")

        country = d.pop("country")

        region = d.pop("region")

        region_name = d.pop("region_name")

        street = d.pop("street")

        postal_code = d.pop("postal_code")

        rural = d.pop("rural")

        contact_view = cls(
            name=name,
            phone=phone,
            country=country,
            region=region,
            region_name=region_name,
            street=street,
            postal_code=postal_code,
            rural=rural,
        )

        return contact_view
