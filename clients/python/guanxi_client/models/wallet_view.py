from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="WalletView")


@_attrs_define
class WalletView:
    """How much there is in a wallet, and how much of it isn't set aside for something.

    Attributes:
        balance (MoneyView): An amount of money in minor units (fen, cents).
        available (MoneyView): An amount of money in minor units (fen, cents).
    """

    balance: MoneyView
    available: MoneyView

    def to_dict(self) -> dict[str, Any]:
        balance = self.balance.to_dict()

        available = self.available.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "balance": balance,
                "available": available,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        balance = MoneyView.from_dict(d.pop("balance"))

        available = MoneyView.from_dict(d.pop("available"))

        wallet_view = cls(
            balance=balance,
            available=available,
        )

        return wallet_view
