from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.partner_proposal_state import (
    PartnerProposalState,
    check_partner_proposal_state,
)

if TYPE_CHECKING:
    from ..models.money_view import MoneyView
    from ..models.part_body import PartBody


T = TypeVar("T", bound="ProposalView")


@_attrs_define
class ProposalView:
    """A proposal.

    Attributes:
        id (str):
        brief_id (str):
        title (str):
        partner_id (str):
        partner_name (str):
        text (str):
        milestones (list[PartBody]):
        total (MoneyView): An amount of money in minor units (fen, cents).
        state (PartnerProposalState): What became of a proposal.
        contract_id (None | str):
        version (int):
        made_at (datetime.datetime):
    """

    id: str
    brief_id: str
    title: str
    partner_id: str
    partner_name: str
    text: str
    milestones: list[PartBody]
    total: MoneyView
    state: PartnerProposalState
    contract_id: None | str
    version: int
    made_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        brief_id = self.brief_id

        title = self.title

        partner_id = self.partner_id

        partner_name = self.partner_name

        text = self.text

        milestones = []
        for milestones_item_data in self.milestones:
            milestones_item = milestones_item_data.to_dict()
            milestones.append(milestones_item)

        total = self.total.to_dict()

        state: str = self.state

        contract_id: None | str
        contract_id = self.contract_id

        version = self.version

        made_at = self.made_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "brief_id": brief_id,
                "title": title,
                "partner_id": partner_id,
                "partner_name": partner_name,
                "text": text,
                "milestones": milestones,
                "total": total,
                "state": state,
                "contract_id": contract_id,
                "version": version,
                "made_at": made_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415
        from ..models.part_body import PartBody  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        brief_id = d.pop("brief_id")

        title = d.pop("title")

        partner_id = d.pop("partner_id")

        partner_name = d.pop("partner_name")

        text = d.pop("text")

        milestones = []
        _milestones = d.pop("milestones")
        for milestones_item_data in _milestones:
            milestones_item = PartBody.from_dict(milestones_item_data)

            milestones.append(milestones_item)

        total = MoneyView.from_dict(d.pop("total"))

        state = check_partner_proposal_state(d.pop("state"))

        def _parse_contract_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        contract_id = _parse_contract_id(d.pop("contract_id"))

        version = d.pop("version")

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        proposal_view = cls(
            id=id,
            brief_id=brief_id,
            title=title,
            partner_id=partner_id,
            partner_name=partner_name,
            text=text,
            milestones=milestones,
            total=total,
            state=state,
            contract_id=contract_id,
            version=version,
            made_at=made_at,
        )

        return proposal_view
