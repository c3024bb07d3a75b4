from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.booking_view import BookingView
    from ..models.tracking_view import TrackingView


T = TypeVar("T", bound="BookedParcelView")


@_attrs_define
class BookedParcelView:
    """A booked parcel, and where it is.

    Attributes:
        booking (BookingView): A parcel that a courier was asked to carry. Once it is `booked` it has a number and a
            label.
        tracking (None | TrackingView):
    """

    booking: BookingView
    tracking: None | TrackingView

    def to_dict(self) -> dict[str, Any]:
        from ..models.tracking_view import TrackingView  # noqa: PLC0415

        booking = self.booking.to_dict()

        tracking: dict[str, Any] | None
        if isinstance(self.tracking, TrackingView):
            tracking = self.tracking.to_dict()
        else:
            tracking = self.tracking

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "booking": booking,
                "tracking": tracking,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.booking_view import BookingView  # noqa: PLC0415
        from ..models.tracking_view import TrackingView  # noqa: PLC0415

        d = dict(src_dict)
        booking = BookingView.from_dict(d.pop("booking"))

        def _parse_tracking(data: object) -> None | TrackingView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tracking_type_0 = TrackingView.from_dict(data)

                return tracking_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TrackingView, data)

        tracking = _parse_tracking(d.pop("tracking"))

        booked_parcel_view = cls(
            booking=booking,
            tracking=tracking,
        )

        return booked_parcel_view
