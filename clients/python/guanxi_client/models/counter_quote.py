from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="CounterQuote")


@_attrs_define
class CounterQuote:
    """What one proposes: so many pieces at so much each, in minor units; for so many hours.

    `deposit` is the share (in basis points) that is paid when it is ordered, the rest within `balance_days`;
    `forfeit` is the share of that which the supplier keeps if the buyer doesn't go through with it. It is
    sent within `ship_days` of the payment, and the buyer may look at it for `inspect_days` once all has come.

        Attributes:
            price (int):
            quantity (int):
            deposit (int | Unset):  Default: 10000.
            balance_days (int | Unset):  Default: 7.
            forfeit (int | Unset):  Default: 0.
            ship_days (int | Unset):  Default: 7.
            inspect_days (int | Unset):  Default: 10.
            text (str | Unset):  Default: ''.
            hours (int | Unset):  Default: 72.
    """

    price: int
    quantity: int
    deposit: int | Unset = 10000
    balance_days: int | Unset = 7
    forfeit: int | Unset = 0
    ship_days: int | Unset = 7
    inspect_days: int | Unset = 10
    text: str | Unset = ""
    hours: int | Unset = 72

    def to_dict(self) -> dict[str, Any]:
        price = self.price

        quantity = self.quantity

        deposit = self.deposit

        balance_days = self.balance_days

        forfeit = self.forfeit

        ship_days = self.ship_days

        inspect_days = self.inspect_days

        text = self.text

        hours = self.hours

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "price": price,
                "quantity": quantity,
            }
        )
        if deposit is not UNSET:
            field_dict["deposit"] = deposit
        if balance_days is not UNSET:
            field_dict["balance_days"] = balance_days
        if forfeit is not UNSET:
            field_dict["forfeit"] = forfeit
        if ship_days is not UNSET:
            field_dict["ship_days"] = ship_days
        if inspect_days is not UNSET:
            field_dict["inspect_days"] = inspect_days
        if text is not UNSET:
            field_dict["text"] = text
        if hours is not UNSET:
            field_dict["hours"] = hours

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        price = d.pop("price")

        quantity = d.pop("quantity")

        deposit = d.pop("deposit", UNSET)

        balance_days = d.pop("balance_days", UNSET)

        forfeit = d.pop("forfeit", UNSET)

        ship_days = d.pop("ship_days", UNSET)

        inspect_days = d.pop("inspect_days", UNSET)

        text = d.pop("text", UNSET)

        hours = d.pop("hours", UNSET)

        counter_quote = cls(
            price=price,
            quantity=quantity,
            deposit=deposit,
            balance_days=balance_days,
            forfeit=forfeit,
            ship_days=ship_days,
            inspect_days=inspect_days,
            text=text,
            hours=hours,
        )

        return counter_quote
