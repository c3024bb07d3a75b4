from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.partner_trade import PartnerTrade, check_partner_trade
from ..types import UNSET, Unset

T = TypeVar("T", bound="PackageBody")


@_attrs_define
class PackageBody:
    """Work at a fixed price, in minor units of one's currency, delivered within so many days.

    Attributes:
        title (str):
        trade (PartnerTrade): A kind of work.
        price (int):
        days (int):
        description (str | Unset):  Default: ''.
        revisions (int | Unset):  Default: 2.
        offered (bool | Unset):  Default: True.
    """

    title: str
    trade: PartnerTrade
    price: int
    days: int
    description: str | Unset = ""
    revisions: int | Unset = 2
    offered: bool | Unset = True

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        trade: str = self.trade

        price = self.price

        days = self.days

        description = self.description

        revisions = self.revisions

        offered = self.offered

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "title": title,
                "trade": trade,
                "price": price,
                "days": days,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if revisions is not UNSET:
            field_dict["revisions"] = revisions
        if offered is not UNSET:
            field_dict["offered"] = offered

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        title = d.pop("title")

        trade = check_partner_trade(d.pop("trade"))

        price = d.pop("price")

        days = d.pop("days")

        description = d.pop("description", UNSET)

        revisions = d.pop("revisions", UNSET)

        offered = d.pop("offered", UNSET)

        package_body = cls(
            title=title,
            trade=trade,
            price=price,
            days=days,
            description=description,
            revisions=revisions,
            offered=offered,
        )

        return package_body
