from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewWithdrawal")


@_attrs_define
class NewWithdrawal:
    """Money to send from one's wallet to a bank account, or back to the card of one's charge (`chg_…`).

    Attributes:
        amount (int):
        currency (str):
        destination (str):
        pin (None | str | Unset): One's payment PIN, if one has set it.
    """

    amount: int
    currency: str
    destination: str
    pin: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount

        currency = self.currency

        destination = self.destination

        pin: None | str | Unset
        if isinstance(self.pin, Unset):
            pin = UNSET
        else:
            pin = self.pin

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "amount": amount,
                "currency": currency,
                "destination": destination,
            }
        )
        if pin is not UNSET:
            field_dict["pin"] = pin

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        amount = d.pop("amount")

        currency = d.pop("currency")

        destination = d.pop("destination")

        def _parse_pin(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        pin = _parse_pin(d.pop("pin", UNSET))

        new_withdrawal = cls(
            amount=amount,
            currency=currency,
            destination=destination,
            pin=pin,
        )

        return new_withdrawal
