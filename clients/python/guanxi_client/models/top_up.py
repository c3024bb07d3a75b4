from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="TopUp")


@_attrs_define
class TopUp:
    """Money to put into one's wallet. `method` is a payment method of the gateway.

    Attributes:
        amount (int):
        currency (str):
        method (str):
    """

    amount: int
    currency: str
    method: str

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount

        currency = self.currency

        method = self.method

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "amount": amount,
                "currency": currency,
                "method": method,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        amount = d.pop("amount")

        currency = d.pop("currency")

        method = d.pop("method")

        top_up = cls(
            amount=amount,
            currency=currency,
            method=method,
        )

        return top_up
