from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.shipping_booking_state import (
    ShippingBookingState,
    check_shipping_booking_state,
)
from ..models.shipping_direction import ShippingDirection, check_shipping_direction
from ..models.shipping_paid_from import ShippingPaidFrom, check_shipping_paid_from

if TYPE_CHECKING:
    from ..models.contact_view import ContactView
    from ..models.content_view import ContentView
    from ..models.money_view import MoneyView
    from ..models.pickup_view import PickupView


T = TypeVar("T", bound="BookingView")


@_attrs_define
class BookingView:
    """A parcel that a courier was asked to carry. Once it is `booked` it has a number and a label.

    Attributes:
        id (str):
        direction (ShippingDirection): Which way it goes.
        state (ShippingBookingState): How far a booking is. Where the parcel itself is, tracking says.
        reason (None | str):
        service (str):
        tracking_number (None | str):
        price (MoneyView): An amount of money in minor units (fen, cents).
        paid_from (ShippingPaidFrom): How whoever sends a parcel pays the courier.
        sender (ContactView): Who sends or gets a parcel.
        recipient (ContactView): Who sends or gets a parcel.
        contents (list[ContentView]):
        grams (int):
        pickup (None | PickupView):
        created_at (datetime.datetime):
    """

    id: str
    direction: ShippingDirection
    state: ShippingBookingState
    reason: None | str
    service: str
    tracking_number: None | str
    price: MoneyView
    paid_from: ShippingPaidFrom
    sender: ContactView
    recipient: ContactView
    contents: list[ContentView]
    grams: int
    pickup: None | PickupView
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        from ..models.pickup_view import PickupView  # noqa: PLC0415

        id = self.id

        direction: str = self.direction

        state: str = self.state

        reason: None | str
        reason = self.reason

        service = self.service

        tracking_number: None | str
        tracking_number = self.tracking_number

        price = self.price.to_dict()

        paid_from: str = self.paid_from

        sender = self.sender.to_dict()

        recipient = self.recipient.to_dict()

        contents = []
        for contents_item_data in self.contents:
            contents_item = contents_item_data.to_dict()
            contents.append(contents_item)

        grams = self.grams

        pickup: dict[str, Any] | None
        if isinstance(self.pickup, PickupView):
            pickup = self.pickup.to_dict()
        else:
            pickup = self.pickup

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "direction": direction,
                "state": state,
                "reason": reason,
                "service": service,
                "tracking_number": tracking_number,
                "price": price,
                "paid_from": paid_from,
                "sender": sender,
                "recipient": recipient,
                "contents": contents,
                "grams": grams,
                "pickup": pickup,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.contact_view import ContactView  # noqa: PLC0415
        from ..models.content_view import ContentView  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415
        from ..models.pickup_view import PickupView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        direction = check_shipping_direction(d.pop("direction"))

        state = check_shipping_booking_state(d.pop("state"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        service = d.pop("service")

        def _parse_tracking_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tracking_number = _parse_tracking_number(d.pop("tracking_number"))

        price = MoneyView.from_dict(d.pop("price"))

        paid_from = check_shipping_paid_from(d.pop("paid_from"))

        sender = ContactView.from_dict(d.pop("sender"))

        recipient = ContactView.from_dict(d.pop("recipient"))

        contents = []
        _contents = d.pop("contents")
        for contents_item_data in _contents:
            contents_item = ContentView.from_dict(contents_item_data)

            contents.append(contents_item)

        grams = d.pop("grams")

        def _parse_pickup(data: object) -> None | PickupView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                pickup_type_0 = PickupView.from_dict(data)

                return pickup_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PickupView, data)

        pickup = _parse_pickup(d.pop("pickup"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        booking_view = cls(
            id=id,
            direction=direction,
            state=state,
            reason=reason,
            service=service,
            tracking_number=tracking_number,
            price=price,
            paid_from=paid_from,
            sender=sender,
            recipient=recipient,
            contents=contents,
            grams=grams,
            pickup=pickup,
            created_at=created_at,
        )

        return booking_view
