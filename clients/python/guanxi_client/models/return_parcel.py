from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ReturnParcel")


@_attrs_define
class ReturnParcel:
    """With which courier the goods go back, and their number.

    Attributes:
        courier (str):
        tracking_number (str):
    """

    courier: str
    tracking_number: str

    def to_dict(self) -> dict[str, Any]:
        courier = self.courier

        tracking_number = self.tracking_number

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "courier": courier,
                "tracking_number": tracking_number,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        courier = d.pop("courier")

        tracking_number = d.pop("tracking_number")

        return_parcel = cls(
            courier=courier,
            tracking_number=tracking_number,
        )

        return return_parcel
