from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.payment_withdrawal_state import (
    PaymentWithdrawalState,
    check_payment_withdrawal_state,
)

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="WithdrawalView")


@_attrs_define
class WithdrawalView:
    """A withdrawal: requested, then paid or failed (and the money back in the wallet).

    Attributes:
        id (str):
        amount (MoneyView): An amount of money in minor units (fen, cents).
        destination (str):
        state (PaymentWithdrawalState): How far a withdrawal is.
        reason (None | str):
        created_at (datetime.datetime):
    """

    id: str
    amount: MoneyView
    destination: str
    state: PaymentWithdrawalState
    reason: None | str
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        amount = self.amount.to_dict()

        destination = self.destination

        state: str = self.state

        reason: None | str
        reason = self.reason

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "amount": amount,
                "destination": destination,
                "state": state,
                "reason": reason,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        amount = MoneyView.from_dict(d.pop("amount"))

        destination = d.pop("destination")

        state = check_payment_withdrawal_state(d.pop("state"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        withdrawal_view = cls(
            id=id,
            amount=amount,
            destination=destination,
            state=state,
            reason=reason,
            created_at=created_at,
        )

        return withdrawal_view
