from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.shipping_why_not import ShippingWhyNot, check_shipping_why_not

T = TypeVar("T", bound="NotOffered")


@_attrs_define
class NotOffered:
    """A service that can't take this parcel there, and why.

    Attributes:
        service (str):
        name_zh (str):
        name_en (str):
        reason (ShippingWhyNot): Why a service can't take a parcel to a place.
    """

    service: str
    name_zh: str
    name_en: str
    reason: ShippingWhyNot

    def to_dict(self) -> dict[str, Any]:
        service = self.service

        name_zh = self.name_zh

        name_en = self.name_en

        reason: str = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "service": service,
                "name_zh": name_zh,
                "name_en": name_en,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        service = d.pop("service")

        name_zh = d.pop("name_zh")

        name_en = d.pop("name_en")

        reason = check_shipping_why_not(d.pop("reason"))

        not_offered = cls(
            service=service,
            name_zh=name_zh,
            name_en=name_en,
            reason=reason,
        )

        return not_offered
