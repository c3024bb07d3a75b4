"""What the API of partners takes and answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Any, Self

from pydantic import Field, StringConstraints

from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.schemas import Amount, Currency, MoneyView
from chalicelib.foundation.text import line, prose
from chalicelib.partners.profiles.rules import MOST_PICTURES, Package, Piece, Record, Trade
from chalicelib.partners.profiles.service import Self as Said
from chalicelib.partners.profiles.service import Shown, Terms
from chalicelib.partners.ranking.rules import Wanted, standing

Region = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]
PhotoId = Annotated[str, StringConstraints(pattern=r"^pho_[0-9A-Z]{26}$")]


class PartnerIntroduction(Schema):
    """Who one is and what one does. `region` is a county's code of GET /regions."""

    name: Annotated[str, line(60)]
    headline: Annotated[str, line(120)]
    about: Annotated[str, prose(2000)] = ""
    trades: Annotated[list[Trade], Field(min_length=1, max_length=6)]
    region: Region | None = None
    currency: Currency = "CNY"

    def said(self) -> Said:
        """What the use case takes; a trade named twice is one."""
        trades = tuple(dict.fromkeys(self.trades))
        return Said(self.name, self.headline, self.about, trades, self.region or "", self.currency)


class PackageBody(Schema):
    """Work at a fixed price, in minor units of one's currency, delivered within so many days."""

    title: Annotated[str, line(80)]
    description: Annotated[str, prose(1000)] = ""
    trade: Trade
    price: Amount
    days: Annotated[int, Field(ge=1, le=180)]
    revisions: Annotated[int, Field(ge=0, le=10)] = 2
    offered: bool = True

    def terms(self) -> Terms:
        """What the use case takes."""
        return Terms(**dict(self))


class PortfolioPieceBody(Schema):
    """A photo, announced with the purpose `portfolio`, and what it shows."""

    photo_id: PhotoId
    caption: Annotated[str, line(120, least=0)] = ""


class PortfolioBody(Schema):
    """All that one shows, in its order."""

    pieces: Annotated[list[PortfolioPieceBody], Field(max_length=MOST_PICTURES)]


class BusyDays(Schema):
    """All days on which one is busy, from today on for a year."""

    busy: Annotated[list[dt.date], Field(max_length=366)]


class CalendarQuery(Query):
    """Which days."""

    start: dt.date | None = None
    days: Annotated[int, Field(ge=1, le=92)] = 31


class PartnersQuery(Query):
    """Whom one looks for: at most `budget`, in minor units of `currency`, near a county."""

    trade: Trade
    region: Region | None = None
    budget: Annotated[int, Field(ge=1, le=10**10)] | None = None
    currency: Currency = "CNY"
    limit: Annotated[int, Field(ge=1, le=50)] = 20

    def wanted(self) -> Wanted:
        """What the use case takes."""
        return Wanted(self.trade, self.region or "", self.budget, self.currency)


class WorkPackageView(Schema):
    """A package."""

    id: str
    title: str
    description: str
    trade: Trade
    price: MoneyView
    days: int
    revisions: int
    offered: bool

    @classmethod
    def of(cls, one: Package, /) -> Self:
        """Shape the answer."""
        return cls(
            id=one.id,
            title=one.title,
            description=one.description,
            trade=one.trade,
            price=MoneyView.of(one.price),
            days=one.days,
            revisions=one.revisions,
            offered=one.offered,
        )


class PortfolioPieceView(Schema):
    """A picture of what a partner made; its `path` is below the API's address."""

    id: str
    path: str
    width: int
    height: int
    caption: str

    @classmethod
    def of(cls, one: Piece, /) -> Self:
        """Shape the answer."""
        return cls(
            id=one.id, path=f"/media/{one.id}", width=one.width, height=one.height, caption=one.caption
        )


class RecordView(Schema):
    """What was measured of a partner. `standing` goes from 0 to 10,000, and is what she is ranked by."""

    merchants: int
    repeats: int
    delivered: int
    on_time: int
    decided: int
    accepted: int
    reviews: int
    rating: str | None
    standing: int

    @classmethod
    def of(cls, record: Record, /) -> Self:
        """Shape the answer."""
        tenths = (20 * record.stars + record.reviews) // (2 * record.reviews) if record.reviews else 0
        return cls(
            merchants=record.merchants,
            repeats=record.repeats,
            delivered=record.delivered,
            on_time=record.on_time,
            decided=record.decided,
            accepted=record.accepted,
            reviews=record.reviews,
            rating=f"{tenths // 10}.{tenths % 10}" if record.reviews else None,
            standing=standing(record),
        )


class PartnerView(Schema):
    """A partner."""

    id: str
    name: str
    headline: str
    about: str
    trades: list[Trade]
    region: str | None
    currency: str
    packages: list[WorkPackageView]
    portfolio: list[PortfolioPieceView]
    record: RecordView
    since: dt.datetime

    @classmethod
    def of(cls, shown: Shown, /) -> Self:
        """Shape the answer; to others a package that isn't offered doesn't exist."""
        return cls._of(shown, [one for one in shown.profile.packages if one.offered])

    @classmethod
    def _of(cls, shown: Shown, packages: Sequence[Package]) -> Self:
        one = shown.profile
        return cls(
            id=one.id,
            name=one.name,
            headline=one.headline,
            about=one.about,
            trades=list(one.trades),
            region=one.region or None,
            currency=one.currency,
            packages=[WorkPackageView.of(package) for package in packages],
            portfolio=[PortfolioPieceView.of(piece) for piece in one.portfolio],
            record=RecordView.of(shown.record),
            since=one.since,
        )


class OwnPartnerView(PartnerView):
    """Oneself as a partner, with packages that one doesn't offer at the moment."""

    @classmethod
    def of(cls, shown: Shown, /) -> Self:
        """Shape the answer."""
        return cls._of(shown, shown.profile.packages)


class PartnersView(Schema):
    """Partners, those who fit best first."""

    items: list[PartnerView]

    @classmethod
    def of(cls, found: Sequence[Shown], /) -> Self:
        """Shape the answer."""
        return cls(items=[PartnerView.of(one) for one in found])


class FreeDayView(Schema):
    """A day, and whether the partner is free."""

    day: dt.date
    free: bool


class PartnerCalendarView(Schema):
    """Some days of a partner's."""

    days: list[FreeDayView]

    @classmethod
    def of(cls, found: Sequence[tuple[dt.date, bool]], /) -> Self:
        """Shape the answer."""
        return cls(days=[FreeDayView(day=day, free=free) for day, free in found])


class BusyView(Schema):
    """All days on which one is busy."""

    busy: list[dt.date]

    @classmethod
    def of(cls, busy: Any, /) -> Self:
        """Shape the answer."""
        return cls(busy=sorted(busy))
