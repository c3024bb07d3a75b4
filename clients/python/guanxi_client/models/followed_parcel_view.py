from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.shipping_status import ShippingStatus, check_shipping_status

if TYPE_CHECKING:
    from ..models.booking_view import BookingView


T = TypeVar("T", bound="FollowedParcelView")


@_attrs_define
class FollowedParcelView:
    """A parcel of an order; `status` None: its courier doesn't carry it.

    Attributes:
        booking (BookingView): A parcel that a courier was asked to carry. Once it is `booked` it has a number and a
            label.
        status (None | ShippingStatus):
        delivered_at (datetime.datetime | None):
    """

    booking: BookingView
    status: None | ShippingStatus
    delivered_at: datetime.datetime | None

    def to_dict(self) -> dict[str, Any]:
        booking = self.booking.to_dict()

        status: None | str
        if isinstance(self.status, str):
            status = self.status
        else:
            status = self.status

        delivered_at: None | str
        if isinstance(self.delivered_at, datetime.datetime):
            delivered_at = self.delivered_at.isoformat()
        else:
            delivered_at = self.delivered_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "booking": booking,
                "status": status,
                "delivered_at": delivered_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.booking_view import BookingView  # noqa: PLC0415

        d = dict(src_dict)
        booking = BookingView.from_dict(d.pop("booking"))

        def _parse_status(data: object) -> None | ShippingStatus:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_type_0 = check_shipping_status(data)

                return status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ShippingStatus, data)

        status = _parse_status(d.pop("status"))

        def _parse_delivered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                delivered_at_type_0 = datetime.datetime.fromisoformat(data)

                return delivered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        delivered_at = _parse_delivered_at(d.pop("delivered_at"))

        followed_parcel_view = cls(
            booking=booking,
            status=status,
            delivered_at=delivered_at,
        )

        return followed_parcel_view
