from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewStore")


@_attrs_define
class NewStore:
    """A store to open. `time_zone` is an IANA name, `currency` an ISO 4217 code.

    Attributes:
        name (str):
        currency (str):
        time_zone (str):
    """

    name: str
    currency: str
    time_zone: str

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        currency = self.currency

        time_zone = self.time_zone

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "currency": currency,
                "time_zone": time_zone,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        currency = d.pop("currency")

        time_zone = d.pop("time_zone")

        new_store = cls(
            name=name,
            currency=currency,
            time_zone=time_zone,
        )

        return new_store
