from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.campaign_change_pacing_type_0 import (
    CampaignChangePacingType0,
    check_campaign_change_pacing_type_0,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.audience_view import AudienceView


T = TypeVar("T", bound="CampaignChange")


@_attrs_define
class CampaignChange:
    """What to change of a campaign. What is left out stays as it is, the budget too.

    `daily_budget` is in minor units of the store's currency; a `target_return` of 0 takes the target away.

        Attributes:
            name (None | str | Unset):
            daily_budget (int | None | Unset):
            pacing (CampaignChangePacingType0 | None | Unset):
            audience (AudienceView | None | Unset):
            negatives (list[str] | None | Unset):
            target_return (int | None | Unset):
    """

    name: None | str | Unset = UNSET
    daily_budget: int | None | Unset = UNSET
    pacing: CampaignChangePacingType0 | None | Unset = UNSET
    audience: AudienceView | None | Unset = UNSET
    negatives: list[str] | None | Unset = UNSET
    target_return: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.audience_view import AudienceView  # noqa: PLC0415

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        daily_budget: int | None | Unset
        if isinstance(self.daily_budget, Unset):
            daily_budget = UNSET
        else:
            daily_budget = self.daily_budget

        pacing: None | str | Unset
        if isinstance(self.pacing, Unset):
            pacing = UNSET
        elif isinstance(self.pacing, str):
            pacing = self.pacing
        else:
            pacing = self.pacing

        audience: dict[str, Any] | None | Unset
        if isinstance(self.audience, Unset):
            audience = UNSET
        elif isinstance(self.audience, AudienceView):
            audience = self.audience.to_dict()
        else:
            audience = self.audience

        negatives: list[str] | None | Unset
        if isinstance(self.negatives, Unset):
            negatives = UNSET
        elif isinstance(self.negatives, list):
            negatives = self.negatives

        else:
            negatives = self.negatives

        target_return: int | None | Unset
        if isinstance(self.target_return, Unset):
            target_return = UNSET
        else:
            target_return = self.target_return

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if daily_budget is not UNSET:
            field_dict["daily_budget"] = daily_budget
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

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_daily_budget(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        daily_budget = _parse_daily_budget(d.pop("daily_budget", UNSET))

        def _parse_pacing(data: object) -> CampaignChangePacingType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                pacing_type_0 = check_campaign_change_pacing_type_0(data)

                return pacing_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CampaignChangePacingType0 | None | Unset, data)

        pacing = _parse_pacing(d.pop("pacing", UNSET))

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

        def _parse_negatives(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                negatives_type_0 = cast(list[str], data)

                return negatives_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        negatives = _parse_negatives(d.pop("negatives", UNSET))

        def _parse_target_return(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        target_return = _parse_target_return(d.pop("target_return", UNSET))

        campaign_change = cls(
            name=name,
            daily_budget=daily_budget,
            pacing=pacing,
            audience=audience,
            negatives=negatives,
            target_return=target_return,
        )

        return campaign_change
