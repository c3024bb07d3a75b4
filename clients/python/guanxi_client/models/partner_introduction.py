from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.partner_trade import PartnerTrade, check_partner_trade
from ..types import UNSET, Unset

T = TypeVar("T", bound="PartnerIntroduction")


@_attrs_define
class PartnerIntroduction:
    """Who one is and what one does. `region` is a county's code of GET /regions.

    Attributes:
        name (str):
        headline (str):
        trades (list[PartnerTrade]):
        about (str | Unset):  Default: ''.
        region (None | str | Unset):
        currency (str | Unset):  Default: 'CNY'.
    """

    name: str
    headline: str
    trades: list[PartnerTrade]
    about: str | Unset = ""
    region: None | str | Unset = UNSET
    currency: str | Unset = "CNY"

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        headline = self.headline

        trades = []
        for trades_item_data in self.trades:
            trades_item: str = trades_item_data
            trades.append(trades_item)

        about = self.about

        region: None | str | Unset
        if isinstance(self.region, Unset):
            region = UNSET
        else:
            region = self.region

        currency = self.currency

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "headline": headline,
                "trades": trades,
            }
        )
        if about is not UNSET:
            field_dict["about"] = about
        if region is not UNSET:
            field_dict["region"] = region
        if currency is not UNSET:
            field_dict["currency"] = currency

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        headline = d.pop("headline")

        trades = []
        _trades = d.pop("trades")
        for trades_item_data in _trades:
            trades_item = check_partner_trade(trades_item_data)

            trades.append(trades_item)

        about = d.pop("about", UNSET)

        def _parse_region(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        region = _parse_region(d.pop("region", UNSET))

        currency = d.pop("currency", UNSET)

        partner_introduction = cls(
            name=name,
            headline=headline,
            trades=trades,
            about=about,
            region=region,
            currency=currency,
        )

        return partner_introduction
