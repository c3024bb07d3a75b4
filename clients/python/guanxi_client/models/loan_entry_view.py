from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="LoanEntryView")


@_attrs_define
class LoanEntryView:
    """What was booked, and what was owed after it: both negative where more is owed.

    Attributes:
        at (datetime.datetime):
        code (str):
        amount (MoneyView): An amount of money in minor units (fen, cents).
        balance (MoneyView): An amount of money in minor units (fen, cents).
    """

    at: datetime.datetime
    code: str
    amount: MoneyView
    balance: MoneyView

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        code = self.code

        amount = self.amount.to_dict()

        balance = self.balance.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "at": at,
                "code": code,
                "amount": amount,
                "balance": balance,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        code = d.pop("code")

        amount = MoneyView.from_dict(d.pop("amount"))

        balance = MoneyView.from_dict(d.pop("balance"))

        loan_entry_view = cls(
            at=at,
            code=code,
            amount=amount,
            balance=balance,
        )

        return loan_entry_view
