from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.shipping_status import ShippingStatus, check_shipping_status

T = TypeVar("T", bound="NewsView")


@_attrs_define
class NewsView:
    """Something that a courier told of a parcel. `code` is the courier's own word for the status.

    Attributes:
        status (ShippingStatus): Where a parcel is. The words are AfterShip's, and what it calls exceptions told apart:
            https://www.aftership.com/docs/tracking/enum/delivery-statuses.
        code (str):
        at (datetime.datetime):
        place (str):
    """

    status: ShippingStatus
    code: str
    at: datetime.datetime
    place: str

    def to_dict(self) -> dict[str, Any]:
        status: str = self.status

        code = self.code

        at = self.at.isoformat()

        place = self.place

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "status": status,
                "code": code,
                "at": at,
                "place": place,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        status = check_shipping_status(d.pop("status"))

        code = d.pop("code")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        place = d.pop("place")

        news_view = cls(
            status=status,
            code=code,
            at=at,
            place=place,
        )

        return news_view
