from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.payment_code import PaymentCode, check_payment_code

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="EntryView")


@_attrs_define
class EntryView:
    """One movement of a wallet, negative when money left it, and what was in it then.

    Attributes:
        transfer_id (str):
        amount (MoneyView): An amount of money in minor units (fen, cents).
        balance (MoneyView): An amount of money in minor units (fen, cents).
        code (PaymentCode): Why money moved.
        reference (str):
        memo (str):
        at (datetime.datetime):
    """

    transfer_id: str
    amount: MoneyView
    balance: MoneyView
    code: PaymentCode
    reference: str
    memo: str
    at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        transfer_id = self.transfer_id

        amount = self.amount.to_dict()

        balance = self.balance.to_dict()

        code: str = self.code

        reference = self.reference

        memo = self.memo

        at = self.at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "transfer_id": transfer_id,
                "amount": amount,
                "balance": balance,
                "code": code,
                "reference": reference,
                "memo": memo,
                "at": at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        transfer_id = d.pop("transfer_id")

        amount = MoneyView.from_dict(d.pop("amount"))

        balance = MoneyView.from_dict(d.pop("balance"))

        code = check_payment_code(d.pop("code"))

        reference = d.pop("reference")

        memo = d.pop("memo")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        entry_view = cls(
            transfer_id=transfer_id,
            amount=amount,
            balance=balance,
            code=code,
            reference=reference,
            memo=memo,
            at=at,
        )

        return entry_view
