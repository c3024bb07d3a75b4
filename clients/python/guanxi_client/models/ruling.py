from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="Ruling")


@_attrs_define
class Ruling:
    """How an operator decides: so many minor units to the buyer, the rest to the merchant; and why.

    Attributes:
        amount (int):
        text (str):
    """

    amount: int
    text: str

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount

        text = self.text

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "amount": amount,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        amount = d.pop("amount")

        text = d.pop("text")

        ruling = cls(
            amount=amount,
            text=text,
        )

        return ruling
