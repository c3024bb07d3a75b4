from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.partner_brief_state import PartnerBriefState, check_partner_brief_state
from ..models.partner_trade import PartnerTrade, check_partner_trade

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="BriefView")


@_attrs_define
class BriefView:
    """A brief.

    Attributes:
        id (str):
        store_id (str):
        store_name (str):
        title (str):
        text (str):
        trade (PartnerTrade): A kind of work.
        budget (MoneyView): An amount of money in minor units (fen, cents).
        deadline (datetime.datetime):
        state (PartnerBriefState): Whether a brief takes proposals.
        proposals (int):
        contract_id (None | str):
        made_at (datetime.datetime):
    """

    id: str
    store_id: str
    store_name: str
    title: str
    text: str
    trade: PartnerTrade
    budget: MoneyView
    deadline: datetime.datetime
    state: PartnerBriefState
    proposals: int
    contract_id: None | str
    made_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        store_id = self.store_id

        store_name = self.store_name

        title = self.title

        text = self.text

        trade: str = self.trade

        budget = self.budget.to_dict()

        deadline = self.deadline.isoformat()

        state: str = self.state

        proposals = self.proposals

        contract_id: None | str
        contract_id = self.contract_id

        made_at = self.made_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "store_id": store_id,
                "store_name": store_name,
                "title": title,
                "text": text,
                "trade": trade,
                "budget": budget,
                "deadline": deadline,
                "state": state,
                "proposals": proposals,
                "contract_id": contract_id,
                "made_at": made_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        store_id = d.pop("store_id")

        store_name = d.pop("store_name")

        title = d.pop("title")

        text = d.pop("text")

        trade = check_partner_trade(d.pop("trade"))

        budget = MoneyView.from_dict(d.pop("budget"))

        deadline = datetime.datetime.fromisoformat(d.pop("deadline"))

        state = check_partner_brief_state(d.pop("state"))

        proposals = d.pop("proposals")

        def _parse_contract_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        contract_id = _parse_contract_id(d.pop("contract_id"))

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        brief_view = cls(
            id=id,
            store_id=store_id,
            store_name=store_name,
            title=title,
            text=text,
            trade=trade,
            budget=budget,
            deadline=deadline,
            state=state,
            proposals=proposals,
            contract_id=contract_id,
            made_at=made_at,
        )

        return brief_view
