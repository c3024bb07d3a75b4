from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.shipping_claim_reason import (
    ShippingClaimReason,
    check_shipping_claim_reason,
)
from ..models.shipping_claim_state import ShippingClaimState, check_shipping_claim_state

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="ClaimView")


@_attrs_define
class ClaimView:
    """What is claimed of a courier for a parcel, and what it says to that.

    Attributes:
        parcel_id (str):
        reason (ShippingClaimReason): What a courier did.
        state (ShippingClaimState): Where a claim is.
        opened_at (datetime.datetime):
        answered_at (datetime.datetime | None):
        amount (MoneyView | None):
        answer (str):
    """

    parcel_id: str
    reason: ShippingClaimReason
    state: ShippingClaimState
    opened_at: datetime.datetime
    answered_at: datetime.datetime | None
    amount: MoneyView | None
    answer: str

    def to_dict(self) -> dict[str, Any]:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        parcel_id = self.parcel_id

        reason: str = self.reason

        state: str = self.state

        opened_at = self.opened_at.isoformat()

        answered_at: None | str
        if isinstance(self.answered_at, datetime.datetime):
            answered_at = self.answered_at.isoformat()
        else:
            answered_at = self.answered_at

        amount: dict[str, Any] | None
        if isinstance(self.amount, MoneyView):
            amount = self.amount.to_dict()
        else:
            amount = self.amount

        answer = self.answer

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "parcel_id": parcel_id,
                "reason": reason,
                "state": state,
                "opened_at": opened_at,
                "answered_at": answered_at,
                "amount": amount,
                "answer": answer,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        parcel_id = d.pop("parcel_id")

        reason = check_shipping_claim_reason(d.pop("reason"))

        state = check_shipping_claim_state(d.pop("state"))

        opened_at = datetime.datetime.fromisoformat(d.pop("opened_at"))

        def _parse_answered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answered_at_type_0 = datetime.datetime.fromisoformat(data)

                return answered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        answered_at = _parse_answered_at(d.pop("answered_at"))

        def _parse_amount(data: object) -> MoneyView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                amount_type_0 = MoneyView.from_dict(data)

                return amount_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyView | None, data)

        amount = _parse_amount(d.pop("amount"))

        answer = d.pop("answer")

        claim_view = cls(
            parcel_id=parcel_id,
            reason=reason,
            state=state,
            opened_at=opened_at,
            answered_at=answered_at,
            amount=amount,
            answer=answer,
        )

        return claim_view
