from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="TaxTotalView")


@_attrs_define
class TaxTotalView:
    """The tax of all lines of one rate, in basis points: of how much, and how much went back with refunds.

    Attributes:
        rate (int):
        included (bool):
        base (MoneyView): An amount of money in minor units (fen, cents).
        amount (MoneyView): An amount of money in minor units (fen, cents).
        refunded (MoneyView): An amount of money in minor units (fen, cents).
    """

    rate: int
    included: bool
    base: MoneyView
    amount: MoneyView
    refunded: MoneyView

    def to_dict(self) -> dict[str, Any]:
        rate = self.rate

        included = self.included

        base = self.base.to_dict()

        amount = self.amount.to_dict()

        refunded = self.refunded.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "rate": rate,
                "included": included,
                "base": base,
                "amount": amount,
                "refunded": refunded,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        rate = d.pop("rate")

        included = d.pop("included")

        base = MoneyView.from_dict(d.pop("base"))

        amount = MoneyView.from_dict(d.pop("amount"))

        refunded = MoneyView.from_dict(d.pop("refunded"))

        tax_total_view = cls(
            rate=rate,
            included=included,
            base=base,
            amount=amount,
            refunded=refunded,
        )

        return tax_total_view
