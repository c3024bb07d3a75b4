from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewParcel")


@_attrs_define
class NewParcel:
    """Which courier has the goods, and the number to follow them by.

    With a `service` of POST /shipping/quotes and the county that the parcel sets out from, its courier tells
    how it goes on: see GET /orders/{order_id}/tracking. Then the time to confirm runs from delivery.

        Attributes:
            courier (str):
            tracking_number (str):
            service (None | str | Unset):
            origin (None | str | Unset):
    """

    courier: str
    tracking_number: str
    service: None | str | Unset = UNSET
    origin: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        courier = self.courier

        tracking_number = self.tracking_number

        service: None | str | Unset
        if isinstance(self.service, Unset):
            service = UNSET
        else:
            service = self.service

        origin: None | str | Unset
        if isinstance(self.origin, Unset):
            origin = UNSET
        else:
            origin = self.origin

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "courier": courier,
                "tracking_number": tracking_number,
            }
        )
        if service is not UNSET:
            field_dict["service"] = service
        if origin is not UNSET:
            field_dict["origin"] = origin

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        courier = d.pop("courier")

        tracking_number = d.pop("tracking_number")

        def _parse_service(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        service = _parse_service(d.pop("service", UNSET))

        def _parse_origin(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        origin = _parse_origin(d.pop("origin", UNSET))

        new_parcel = cls(
            courier=courier,
            tracking_number=tracking_number,
            service=service,
            origin=origin,
        )

        return new_parcel
