from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.campaign_view_pacing import CampaignViewPacing, check_campaign_view_pacing
from ..models.campaign_view_state import CampaignViewState, check_campaign_view_state

if TYPE_CHECKING:
    from ..models.audience_view import AudienceView
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="CampaignView")


@_attrs_define
class CampaignView:
    """A campaign. `bid_factor` is what part of its keywords' bids is bid, in basis points: all of it, unless
    there is a `target_return`.

        Attributes:
            id (str):
            store_id (str):
            name (str):
            state (CampaignViewState):
            daily_budget (MoneyView): An amount of money in minor units (fen, cents).
            pacing (CampaignViewPacing):
            audience (AudienceView): To whom the ads are shown. What is left empty isn't narrowed down.

                `regions` are beginnings of region codes (`33` is all of Zhejiang); `hours` (0 to 23) and `weekdays`
                (1, Monday, to 7) are the store's.
            negatives (list[str]):
            target_return (int | None):
            bid_factor (int):
            time_zone (str):
            created_at (datetime.datetime):
    """

    id: str
    store_id: str
    name: str
    state: CampaignViewState
    daily_budget: MoneyView
    pacing: CampaignViewPacing
    audience: AudienceView
    negatives: list[str]
    target_return: int | None
    bid_factor: int
    time_zone: str
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        store_id = self.store_id

        name = self.name

        state: str = self.state

        daily_budget = self.daily_budget.to_dict()

        pacing: str = self.pacing

        audience = self.audience.to_dict()

        negatives = self.negatives

        target_return: int | None
        target_return = self.target_return

        bid_factor = self.bid_factor

        time_zone = self.time_zone

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "store_id": store_id,
                "name": name,
                "state": state,
                "daily_budget": daily_budget,
                "pacing": pacing,
                "audience": audience,
                "negatives": negatives,
                "target_return": target_return,
                "bid_factor": bid_factor,
                "time_zone": time_zone,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.audience_view import AudienceView  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        store_id = d.pop("store_id")

        name = d.pop("name")

        state = check_campaign_view_state(d.pop("state"))

        daily_budget = MoneyView.from_dict(d.pop("daily_budget"))

        pacing = check_campaign_view_pacing(d.pop("pacing"))

        audience = AudienceView.from_dict(d.pop("audience"))

        negatives = cast(list[str], d.pop("negatives"))

        def _parse_target_return(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        target_return = _parse_target_return(d.pop("target_return"))

        bid_factor = d.pop("bid_factor")

        time_zone = d.pop("time_zone")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        campaign_view = cls(
            id=id,
            store_id=store_id,
            name=name,
            state=state,
            daily_budget=daily_budget,
            pacing=pacing,
            audience=audience,
            negatives=negatives,
            target_return=target_return,
            bid_factor=bid_factor,
            time_zone=time_zone,
            created_at=created_at,
        )

        return campaign_view
