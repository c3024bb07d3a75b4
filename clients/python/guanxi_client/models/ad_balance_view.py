from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="AdBalanceView")


@_attrs_define
class AdBalanceView:
    """What one has set aside for ads.

    Attributes:
        balance (MoneyView): An amount of money in minor units (fen, cents).
    """

    balance: MoneyView

    def to_dict(self) -> dict[str, Any]:
        balance = self.balance.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "balance": balance,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        balance = MoneyView.from_dict(d.pop("balance"))

        ad_balance_view = cls(
            balance=balance,
        )

        return ad_balance_view
