from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="LineTaxView")


@_attrs_define
class LineTaxView:
    """The tax of a line: its rate in basis points, and whether the price holds it or it comes on top.

    Attributes:
        rate (int):
        included (bool):
        amount (MoneyView): An amount of money in minor units (fen, cents).
    """

    rate: int
    included: bool
    amount: MoneyView

    def to_dict(self) -> dict[str, Any]:
        rate = self.rate

        included = self.included

        amount = self.amount.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "rate": rate,
                "included": included,
                "amount": amount,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        rate = d.pop("rate")

        included = d.pop("included")

        amount = MoneyView.from_dict(d.pop("amount"))

        line_tax_view = cls(
            rate=rate,
            included=included,
            amount=amount,
        )

        return line_tax_view
