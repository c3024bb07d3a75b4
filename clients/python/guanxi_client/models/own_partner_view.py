from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.partner_trade import PartnerTrade, check_partner_trade

if TYPE_CHECKING:
    from ..models.portfolio_piece_view import PortfolioPieceView
    from ..models.record_view import RecordView
    from ..models.work_package_view import WorkPackageView


T = TypeVar("T", bound="OwnPartnerView")


@_attrs_define
class OwnPartnerView:
    """Oneself as a partner, with packages that one doesn't offer at the moment.

    Attributes:
        id (str):
        name (str):
        headline (str):
        about (str):
        trades (list[PartnerTrade]):
        region (None | str):
        currency (str):
        packages (list[WorkPackageView]):
        portfolio (list[PortfolioPieceView]):
        record (RecordView): What was measured of a partner. `standing` goes from 0 to 10,000, and is what she is ranked
            by.
        since (datetime.datetime):
    """

    id: str
    name: str
    headline: str
    about: str
    trades: list[PartnerTrade]
    region: None | str
    currency: str
    packages: list[WorkPackageView]
    portfolio: list[PortfolioPieceView]
    record: RecordView
    since: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        headline = self.headline

        about = self.about

        trades = []
        for trades_item_data in self.trades:
            trades_item: str = trades_item_data
            trades.append(trades_item)

        region: None | str
        region = self.region

        currency = self.currency

        packages = []
        for packages_item_data in self.packages:
            packages_item = packages_item_data.to_dict()
            packages.append(packages_item)

        portfolio = []
        for portfolio_item_data in self.portfolio:
            portfolio_item = portfolio_item_data.to_dict()
            portfolio.append(portfolio_item)

        record = self.record.to_dict()

        since = self.since.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "name": name,
                "headline": headline,
                "about": about,
                "trades": trades,
                "region": region,
                "currency": currency,
                "packages": packages,
                "portfolio": portfolio,
                "record": record,
                "since": since,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.portfolio_piece_view import PortfolioPieceView  # noqa: PLC0415
        from ..models.record_view import RecordView  # noqa: PLC0415
        from ..models.work_package_view import WorkPackageView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        headline = d.pop("headline")

        about = d.pop("about")

        trades = []
        _trades = d.pop("trades")
        for trades_item_data in _trades:
            trades_item = check_partner_trade(trades_item_data)

            trades.append(trades_item)

        def _parse_region(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        region = _parse_region(d.pop("region"))

        currency = d.pop("currency")

        packages = []
        _packages = d.pop("packages")
        for packages_item_data in _packages:
            packages_item = WorkPackageView.from_dict(packages_item_data)

            packages.append(packages_item)

        portfolio = []
        _portfolio = d.pop("portfolio")
        for portfolio_item_data in _portfolio:
            portfolio_item = PortfolioPieceView.from_dict(portfolio_item_data)

            portfolio.append(portfolio_item)

        record = RecordView.from_dict(d.pop("record"))

        since = datetime.datetime.fromisoformat(d.pop("since"))

        own_partner_view = cls(
            id=id,
            name=name,
            headline=headline,
            about=about,
            trades=trades,
            region=region,
            currency=currency,
            packages=packages,
            portfolio=portfolio,
            record=record,
            since=since,
        )

        return own_partner_view
