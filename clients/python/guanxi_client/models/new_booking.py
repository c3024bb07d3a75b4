from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.shipping_paid_from import ShippingPaidFrom, check_shipping_paid_from
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.packed_order import PackedOrder
    from ..models.sender_body import SenderBody


T = TypeVar("T", bound="NewBooking")


@_attrs_define
class NewBooking:
    """A parcel to be carried: what of which orders is in it, from whom, and how.

    Orders of one store to one address may travel together, and an order may need several parcels. Without a
    `sender` it is sent from where the store's last one was.

        Attributes:
            service (str):
            grams (int):
            orders (list[PackedOrder]):
            length_mm (int | Unset):  Default: 200.
            width_mm (int | Unset):  Default: 150.
            height_mm (int | Unset):  Default: 100.
            insured (int | Unset):  Default: 0.
            paid_from (ShippingPaidFrom | Unset): How whoever sends a parcel pays the courier.
            pin (None | str | Unset):
            sender (None | SenderBody | Unset):
    """

    service: str
    grams: int
    orders: list[PackedOrder]
    length_mm: int | Unset = 200
    width_mm: int | Unset = 150
    height_mm: int | Unset = 100
    insured: int | Unset = 0
    paid_from: ShippingPaidFrom | Unset = UNSET
    pin: None | str | Unset = UNSET
    sender: None | SenderBody | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.sender_body import SenderBody  # noqa: PLC0415

        service = self.service

        grams = self.grams

        orders = []
        for orders_item_data in self.orders:
            orders_item = orders_item_data.to_dict()
            orders.append(orders_item)

        length_mm = self.length_mm

        width_mm = self.width_mm

        height_mm = self.height_mm

        insured = self.insured

        paid_from: str | Unset = UNSET
        if not isinstance(self.paid_from, Unset):
            paid_from = self.paid_from

        pin: None | str | Unset
        if isinstance(self.pin, Unset):
            pin = UNSET
        else:
            pin = self.pin

        sender: dict[str, Any] | None | Unset
        if isinstance(self.sender, Unset):
            sender = UNSET
        elif isinstance(self.sender, SenderBody):
            sender = self.sender.to_dict()
        else:
            sender = self.sender

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "service": service,
                "grams": grams,
                "orders": orders,
            }
        )
        if length_mm is not UNSET:
            field_dict["length_mm"] = length_mm
        if width_mm is not UNSET:
            field_dict["width_mm"] = width_mm
        if height_mm is not UNSET:
            field_dict["height_mm"] = height_mm
        if insured is not UNSET:
            field_dict["insured"] = insured
        if paid_from is not UNSET:
            field_dict["paid_from"] = paid_from
        if pin is not UNSET:
            field_dict["pin"] = pin
        if sender is not UNSET:
            field_dict["sender"] = sender

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.packed_order import PackedOrder  # noqa: PLC0415
        from ..models.sender_body import SenderBody  # noqa: PLC0415

        d = dict(src_dict)
        service = d.pop("service")

        grams = d.pop("grams")

        orders = []
        _orders = d.pop("orders")
        for orders_item_data in _orders:
            orders_item = PackedOrder.from_dict(orders_item_data)

            orders.append(orders_item)

        length_mm = d.pop("length_mm", UNSET)

        width_mm = d.pop("width_mm", UNSET)

        height_mm = d.pop("height_mm", UNSET)

        insured = d.pop("insured", UNSET)

        _paid_from = d.pop("paid_from", UNSET)
        paid_from: ShippingPaidFrom | Unset
        if isinstance(_paid_from, Unset):
            paid_from = UNSET
        else:
            paid_from = check_shipping_paid_from(_paid_from)

        def _parse_pin(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        pin = _parse_pin(d.pop("pin", UNSET))

        def _parse_sender(data: object) -> None | SenderBody | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                sender_type_0 = SenderBody.from_dict(data)

                return sender_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SenderBody | Unset, data)

        sender = _parse_sender(d.pop("sender", UNSET))

        new_booking = cls(
            service=service,
            grams=grams,
            orders=orders,
            length_mm=length_mm,
            width_mm=width_mm,
            height_mm=height_mm,
            insured=insured,
            paid_from=paid_from,
            pin=pin,
            sender=sender,
        )

        return new_booking
