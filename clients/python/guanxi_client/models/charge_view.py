from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.payment_charge_state import PaymentChargeState, check_payment_charge_state

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="ChargeView")


@_attrs_define
class ChargeView:
    """A charge: pending until the gateway has told, then succeeded or failed.

    With a `client_secret` the payer's own device must go on with the gateway (3-D Secure). `returned` is
    what has gone back to the card, or is on its way there.

        Attributes:
            id (str):
            amount (MoneyView): An amount of money in minor units (fen, cents).
            state (PaymentChargeState): How far a charge is.
            reason (None | str):
            returned (MoneyView): An amount of money in minor units (fen, cents).
            client_secret (None | str):
            created_at (datetime.datetime):
    """

    id: str
    amount: MoneyView
    state: PaymentChargeState
    reason: None | str
    returned: MoneyView
    client_secret: None | str
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        amount = self.amount.to_dict()

        state: str = self.state

        reason: None | str
        reason = self.reason

        returned = self.returned.to_dict()

        client_secret: None | str
        client_secret = self.client_secret

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "amount": amount,
                "state": state,
                "reason": reason,
                "returned": returned,
                "client_secret": client_secret,
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

        state = check_payment_charge_state(d.pop("state"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        returned = MoneyView.from_dict(d.pop("returned"))

        def _parse_client_secret(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        client_secret = _parse_client_secret(d.pop("client_secret"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        charge_view = cls(
            id=id,
            amount=amount,
            state=state,
            reason=reason,
            returned=returned,
            client_secret=client_secret,
            created_at=created_at,
        )

        return charge_view
