from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.partner_trade import PartnerTrade, check_partner_trade

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="WorkPackageView")


@_attrs_define
class WorkPackageView:
    """A package.

    Attributes:
        id (str):
        title (str):
        description (str):
        trade (PartnerTrade): A kind of work.
        price (MoneyView): An amount of money in minor units (fen, cents).
        days (int):
        revisions (int):
        offered (bool):
    """

    id: str
    title: str
    description: str
    trade: PartnerTrade
    price: MoneyView
    days: int
    revisions: int
    offered: bool

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        title = self.title

        description = self.description

        trade: str = self.trade

        price = self.price.to_dict()

        days = self.days

        revisions = self.revisions

        offered = self.offered

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "title": title,
                "description": description,
                "trade": trade,
                "price": price,
                "days": days,
                "revisions": revisions,
                "offered": offered,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        title = d.pop("title")

        description = d.pop("description")

        trade = check_partner_trade(d.pop("trade"))

        price = MoneyView.from_dict(d.pop("price"))

        days = d.pop("days")

        revisions = d.pop("revisions")

        offered = d.pop("offered")

        work_package_view = cls(
            id=id,
            title=title,
            description=description,
            trade=trade,
            price=price,
            days=days,
            revisions=revisions,
            offered=offered,
        )

        return work_package_view
