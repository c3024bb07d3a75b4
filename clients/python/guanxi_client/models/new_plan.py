from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.payment_every import PaymentEvery, check_payment_every
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewPlan")


@_attrs_define
class NewPlan:
    """Which bank account gets what is in the wallet, how often, from how much on, and what stays in it.

    Attributes:
        destination (str):
        currency (str | Unset):  Default: 'CNY'.
        every (PaymentEvery | Unset): How often.
        minimum (int | Unset):  Default: 100.
        reserve (int | Unset):  Default: 0.
        pin (None | str | Unset): One's payment PIN, if one has set it.
    """

    destination: str
    currency: str | Unset = "CNY"
    every: PaymentEvery | Unset = UNSET
    minimum: int | Unset = 100
    reserve: int | Unset = 0
    pin: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        destination = self.destination

        currency = self.currency

        every: str | Unset = UNSET
        if not isinstance(self.every, Unset):
            every = self.every

        minimum = self.minimum

        reserve = self.reserve

        pin: None | str | Unset
        if isinstance(self.pin, Unset):
            pin = UNSET
        else:
            pin = self.pin

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "destination": destination,
            }
        )
        if currency is not UNSET:
            field_dict["currency"] = currency
        if every is not UNSET:
            field_dict["every"] = every
        if minimum is not UNSET:
            field_dict["minimum"] = minimum
        if reserve is not UNSET:
            field_dict["reserve"] = reserve
        if pin is not UNSET:
            field_dict["pin"] = pin

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        destination = d.pop("destination")

        currency = d.pop("currency", UNSET)

        _every = d.pop("every", UNSET)
        every: PaymentEvery | Unset
        if isinstance(_every, Unset):
            every = UNSET
        else:
            every = check_payment_every(_every)

        minimum = d.pop("minimum", UNSET)

        reserve = d.pop("reserve", UNSET)

        def _parse_pin(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        pin = _parse_pin(d.pop("pin", UNSET))

        new_plan = cls(
            destination=destination,
            currency=currency,
            every=every,
            minimum=minimum,
            reserve=reserve,
            pin=pin,
        )

        return new_plan
