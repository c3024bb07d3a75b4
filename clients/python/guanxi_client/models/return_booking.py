from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.shipping_paid_from import ShippingPaidFrom, check_shipping_paid_from
from ..types import UNSET, Unset

T = TypeVar("T", bound="ReturnBooking")


@_attrs_define
class ReturnBooking:
    """How a return is to be carried. `insured` is in minor units of CNY.

    Attributes:
        service (str):
        grams (int):
        length_mm (int | Unset):  Default: 200.
        width_mm (int | Unset):  Default: 150.
        height_mm (int | Unset):  Default: 100.
        insured (int | Unset):  Default: 0.
        paid_from (ShippingPaidFrom | Unset): How whoever sends a parcel pays the courier.
        pin (None | str | Unset):
    """

    service: str
    grams: int
    length_mm: int | Unset = 200
    width_mm: int | Unset = 150
    height_mm: int | Unset = 100
    insured: int | Unset = 0
    paid_from: ShippingPaidFrom | Unset = UNSET
    pin: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        service = self.service

        grams = self.grams

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

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "service": service,
                "grams": grams,
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

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        service = d.pop("service")

        grams = d.pop("grams")

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

        return_booking = cls(
            service=service,
            grams=grams,
            length_mm=length_mm,
            width_mm=width_mm,
            height_mm=height_mm,
            insured=insured,
            paid_from=paid_from,
            pin=pin,
        )

        return return_booking
