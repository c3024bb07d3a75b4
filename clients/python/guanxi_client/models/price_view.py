from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="PriceView")


@_attrs_define
class PriceView:
    """A price, and the parts that it is the sum of. `chargeable_grams` is what is paid for.

    Attributes:
        total (MoneyView): An amount of money in minor units (fen, cents).
        first (MoneyView): An amount of money in minor units (fen, cents).
        extra (MoneyView): An amount of money in minor units (fen, cents).
        remote (MoneyView): An amount of money in minor units (fen, cents).
        rural (MoneyView): An amount of money in minor units (fen, cents).
        fuel (MoneyView): An amount of money in minor units (fen, cents).
        insurance (MoneyView): An amount of money in minor units (fen, cents).
        cash (MoneyView): An amount of money in minor units (fen, cents).
        chargeable_grams (int):
    """

    total: MoneyView
    first: MoneyView
    extra: MoneyView
    remote: MoneyView
    rural: MoneyView
    fuel: MoneyView
    insurance: MoneyView
    cash: MoneyView
    chargeable_grams: int

    def to_dict(self) -> dict[str, Any]:
        total = self.total.to_dict()

        first = self.first.to_dict()

        extra = self.extra.to_dict()

        remote = self.remote.to_dict()

        rural = self.rural.to_dict()

        fuel = self.fuel.to_dict()

        insurance = self.insurance.to_dict()

        cash = self.cash.to_dict()

        chargeable_grams = self.chargeable_grams

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "total": total,
                "first": first,
                "extra": extra,
                "remote": remote,
                "rural": rural,
                "fuel": fuel,
                "insurance": insurance,
                "cash": cash,
                "chargeable_grams": chargeable_grams,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        total = MoneyView.from_dict(d.pop("total"))

        first = MoneyView.from_dict(d.pop("first"))

        extra = MoneyView.from_dict(d.pop("extra"))

        remote = MoneyView.from_dict(d.pop("remote"))

        rural = MoneyView.from_dict(d.pop("rural"))

        fuel = MoneyView.from_dict(d.pop("fuel"))

        insurance = MoneyView.from_dict(d.pop("insurance"))

        cash = MoneyView.from_dict(d.pop("cash"))

        chargeable_grams = d.pop("chargeable_grams")

        price_view = cls(
            total=total,
            first=first,
            extra=extra,
            remote=remote,
            rural=rural,
            fuel=fuel,
            insurance=insurance,
            cash=cash,
            chargeable_grams=chargeable_grams,
        )

        return price_view
