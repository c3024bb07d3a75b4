from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.milestone_view import MilestoneView


T = TypeVar("T", bound="WorkContractView")


@_attrs_define
class WorkContractView:
    """A contract with its milestones.

    Attributes:
        id (str):
        title (str):
        merchant_id (str):
        partner_id (str):
        partner_name (str):
        provider_id (str):
        store_id (str):
        milestones (list[MilestoneView]):
        made_at (datetime.datetime):
        over_at (datetime.datetime | None):
    """

    id: str
    title: str
    merchant_id: str
    partner_id: str
    partner_name: str
    provider_id: str
    store_id: str
    milestones: list[MilestoneView]
    made_at: datetime.datetime
    over_at: datetime.datetime | None

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        title = self.title

        merchant_id = self.merchant_id

        partner_id = self.partner_id

        partner_name = self.partner_name

        provider_id = self.provider_id

        store_id = self.store_id

        milestones = []
        for milestones_item_data in self.milestones:
            milestones_item = milestones_item_data.to_dict()
            milestones.append(milestones_item)

        made_at = self.made_at.isoformat()

        over_at: None | str
        if isinstance(self.over_at, datetime.datetime):
            over_at = self.over_at.isoformat()
        else:
            over_at = self.over_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "title": title,
                "merchant_id": merchant_id,
                "partner_id": partner_id,
                "partner_name": partner_name,
                "provider_id": provider_id,
                "store_id": store_id,
                "milestones": milestones,
                "made_at": made_at,
                "over_at": over_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.milestone_view import MilestoneView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        title = d.pop("title")

        merchant_id = d.pop("merchant_id")

        partner_id = d.pop("partner_id")

        partner_name = d.pop("partner_name")

        provider_id = d.pop("provider_id")

        store_id = d.pop("store_id")

        milestones = []
        _milestones = d.pop("milestones")
        for milestones_item_data in _milestones:
            milestones_item = MilestoneView.from_dict(milestones_item_data)

            milestones.append(milestones_item)

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        def _parse_over_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                over_at_type_0 = datetime.datetime.fromisoformat(data)

                return over_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        over_at = _parse_over_at(d.pop("over_at"))

        work_contract_view = cls(
            id=id,
            title=title,
            merchant_id=merchant_id,
            partner_id=partner_id,
            partner_name=partner_name,
            provider_id=provider_id,
            store_id=store_id,
            milestones=milestones,
            made_at=made_at,
            over_at=over_at,
        )

        return work_contract_view
