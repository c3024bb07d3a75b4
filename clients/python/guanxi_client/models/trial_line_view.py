from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.payment_kind import PaymentKind, check_payment_kind
from ..models.payment_type import PaymentType, check_payment_type

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="TrialLineView")


@_attrs_define
class TrialLineView:
    """What the accounts of one kind held together, credits less debits.

    Attributes:
        kind (PaymentKind): What an account is for.
        type_ (PaymentType): Which side of the books an account stands on. A balance is its credits less its debits.
        balance (MoneyView): An amount of money in minor units (fen, cents).
    """

    kind: PaymentKind
    type_: PaymentType
    balance: MoneyView

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        type_: str = self.type_

        balance = self.balance.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "type": type_,
                "balance": balance,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        kind = check_payment_kind(d.pop("kind"))

        type_ = check_payment_type(d.pop("type"))

        balance = MoneyView.from_dict(d.pop("balance"))

        trial_line_view = cls(
            kind=kind,
            type_=type_,
            balance=balance,
        )

        return trial_line_view
