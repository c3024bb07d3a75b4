from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewWithdrawal")


@_attrs_define
class NewWithdrawal:
    """Money to send from one's wallet to a bank account.

    Attributes:
        amount (int):
        currency (str):
        destination (str):
    """

    amount: int
    currency: str
    destination: str

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount

        currency = self.currency

        destination = self.destination

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "amount": amount,
                "currency": currency,
                "destination": destination,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        amount = d.pop("amount")

        currency = d.pop("currency")

        destination = d.pop("destination")

        new_withdrawal = cls(
            amount=amount,
            currency=currency,
            destination=destination,
        )

        return new_withdrawal
