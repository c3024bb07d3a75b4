from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.partner_trade import PartnerTrade, check_partner_trade
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewBrief")


@_attrs_define
class NewBrief:
    """What one needs done for a store, for about how much in its currency, until when.

    Attributes:
        store_id (str):
        title (str):
        trade (PartnerTrade): A kind of work.
        budget (int):
        deadline (datetime.datetime):
        text (str | Unset):  Default: ''.
    """

    store_id: str
    title: str
    trade: PartnerTrade
    budget: int
    deadline: datetime.datetime
    text: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        store_id = self.store_id

        title = self.title

        trade: str = self.trade

        budget = self.budget

        deadline = self.deadline.isoformat()

        text = self.text

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "store_id": store_id,
                "title": title,
                "trade": trade,
                "budget": budget,
                "deadline": deadline,
            }
        )
        if text is not UNSET:
            field_dict["text"] = text

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        store_id = d.pop("store_id")

        title = d.pop("title")

        trade = check_partner_trade(d.pop("trade"))

        budget = d.pop("budget")

        deadline = datetime.datetime.fromisoformat(d.pop("deadline"))

        text = d.pop("text", UNSET)

        new_brief = cls(
            store_id=store_id,
            title=title,
            trade=trade,
            budget=budget,
            deadline=deadline,
            text=text,
        )

        return new_brief
