from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="ParcelView")


@_attrs_define
class ParcelView:
    """An order on its way.

    Attributes:
        order_id (str):
        courier (str):
        tracking_number (str):
        shipped_at (datetime.datetime):
        service (None | str):
    """

    order_id: str
    courier: str
    tracking_number: str
    shipped_at: datetime.datetime
    service: None | str

    def to_dict(self) -> dict[str, Any]:
        order_id = self.order_id

        courier = self.courier

        tracking_number = self.tracking_number

        shipped_at = self.shipped_at.isoformat()

        service: None | str
        service = self.service

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "order_id": order_id,
                "courier": courier,
                "tracking_number": tracking_number,
                "shipped_at": shipped_at,
                "service": service,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        order_id = d.pop("order_id")

        courier = d.pop("courier")

        tracking_number = d.pop("tracking_number")

        shipped_at = datetime.datetime.fromisoformat(d.pop("shipped_at"))

        def _parse_service(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        service = _parse_service(d.pop("service"))

        parcel_view = cls(
            order_id=order_id,
            courier=courier,
            tracking_number=tracking_number,
            shipped_at=shipped_at,
            service=service,
        )

        return parcel_view
