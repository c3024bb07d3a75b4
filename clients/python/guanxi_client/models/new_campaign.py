from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_campaign_pacing import NewCampaignPacing, check_new_campaign_pacing
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.audience_view import AudienceView


T = TypeVar("T", bound="NewCampaign")


@_attrs_define
class NewCampaign:
    """A campaign: what a day may cost at most, in minor units of the store's currency, and whom it is for.

    `even` spreads a day's budget along the visitors of a usual day, `fast` spends it as they come. A search
    that has one of the `negatives` never shows its ads. With a `target_return` (what sales shall be to cost,
    in basis points: 40000 is fourfold) bids are found day by day by what clicks bring; a keyword's own bid
    is then the most that is bid for it.

        Attributes:
            name (str):
            daily_budget (int):
            pacing (NewCampaignPacing | Unset):  Default: 'even'.
            audience (AudienceView | None | Unset):
            negatives (list[str] | Unset):
            target_return (int | Unset):  Default: 0.
    """

    name: str
    daily_budget: int
    pacing: NewCampaignPacing | Unset = "even"
    audience: AudienceView | None | Unset = UNSET
    negatives: list[str] | Unset = UNSET
    target_return: int | Unset = 0

    def to_dict(self) -> dict[str, Any]:
        from ..models.audience_view import AudienceView  # noqa: PLC0415

        name = self.name

        daily_budget = self.daily_budget

        pacing: str | Unset = UNSET
        if not isinstance(self.pacing, Unset):
            pacing = self.pacing

        audience: dict[str, Any] | None | Unset
        if isinstance(self.audience, Unset):
            audience = UNSET
        elif isinstance(self.audience, AudienceView):
            audience = self.audience.to_dict()
        else:
            audience = self.audience

        negatives: list[str] | Unset = UNSET
        if not isinstance(self.negatives, Unset):
            negatives = self.negatives

        target_return = self.target_return

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "daily_budget": daily_budget,
            }
        )
        if pacing is not UNSET:
            field_dict["pacing"] = pacing
        if audience is not UNSET:
            field_dict["audience"] = audience
        if negatives is not UNSET:
            field_dict["negatives"] = negatives
        if target_return is not UNSET:
            field_dict["target_return"] = target_return

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.audience_view import AudienceView  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        daily_budget = d.pop("daily_budget")

        _pacing = d.pop("pacing", UNSET)
        pacing: NewCampaignPacing | Unset
        if isinstance(_pacing, Unset):
            pacing = UNSET
        else:
            pacing = check_new_campaign_pacing(_pacing)

        def _parse_audience(data: object) -> AudienceView | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                audience_type_0 = AudienceView.from_dict(data)

                return audience_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AudienceView | None | Unset, data)

        audience = _parse_audience(d.pop("audience", UNSET))

        negatives = cast(list[str], d.pop("negatives", UNSET))

        target_return = d.pop("target_return", UNSET)

        new_campaign = cls(
            name=name,
            daily_budget=daily_budget,
            pacing=pacing,
            audience=audience,
            negatives=negatives,
            target_return=target_return,
        )

        return new_campaign
