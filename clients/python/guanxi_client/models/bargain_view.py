from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="BargainView")


@_attrs_define
class BargainView:
    """What was agreed on besides the price, frozen with the order; shares are in basis points.

    The deposit is a share of the whole, what is forfeited one of the deposit: the merchant keeps that if the
    buyer doesn't pay the balance or calls the order off.

        Attributes:
            agreement (str):
            deposit (int):
            balance_days (int):
            forfeit (int):
            ship_days (int):
            inspect_days (int):
    """

    agreement: str
    deposit: int
    balance_days: int
    forfeit: int
    ship_days: int
    inspect_days: int

    def to_dict(self) -> dict[str, Any]:
        agreement = self.agreement

        deposit = self.deposit

        balance_days = self.balance_days

        forfeit = self.forfeit

        ship_days = self.ship_days

        inspect_days = self.inspect_days

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "agreement": agreement,
                "deposit": deposit,
                "balance_days": balance_days,
                "forfeit": forfeit,
                "ship_days": ship_days,
                "inspect_days": inspect_days,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        agreement = d.pop("agreement")

        deposit = d.pop("deposit")

        balance_days = d.pop("balance_days")

        forfeit = d.pop("forfeit")

        ship_days = d.pop("ship_days")

        inspect_days = d.pop("inspect_days")

        bargain_view = cls(
            agreement=agreement,
            deposit=deposit,
            balance_days=balance_days,
            forfeit=forfeit,
            ship_days=ship_days,
            inspect_days=inspect_days,
        )

        return bargain_view
