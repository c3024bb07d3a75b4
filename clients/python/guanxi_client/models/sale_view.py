from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="SaleView")


@_attrs_define
class SaleView:
    """A lower price for some time: it holds from `starts_at` until just before `ends_at`.

    Attributes:
        price (MoneyView): An amount of money in minor units (fen, cents).
        starts_at (datetime.datetime):
        ends_at (datetime.datetime):
    """

    price: MoneyView
    starts_at: datetime.datetime
    ends_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        price = self.price.to_dict()

        starts_at = self.starts_at.isoformat()

        ends_at = self.ends_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "price": price,
                "starts_at": starts_at,
                "ends_at": ends_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        price = MoneyView.from_dict(d.pop("price"))

        starts_at = datetime.datetime.fromisoformat(d.pop("starts_at"))

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        sale_view = cls(
            price=price,
            starts_at=starts_at,
            ends_at=ends_at,
        )

        return sale_view
