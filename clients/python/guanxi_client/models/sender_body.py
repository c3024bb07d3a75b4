from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="SenderBody")


@_attrs_define
class SenderBody:
    """Who sends, and from where: a county's or a town's code in China.

    Attributes:
        name (str):
        phone (str):
        region (str):
        street (str):
    """

    name: str
    phone: str
    region: str
    street: str

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        phone = self.phone

        region = self.region

        street = self.street

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "phone": phone,
                "region": region,
                "street": street,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        phone = d.pop("phone")

        region = d.pop("region")

        street = d.pop("street")

        sender_body = cls(
            name=name,
            phone=phone,
            region=region,
            street=street,
        )

        return sender_body
