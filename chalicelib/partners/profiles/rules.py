"""What a partner is: her trades, packages, pictures, free days, and the record of what she did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from chalicelib.foundation.money import Money
from chalicelib.partners.errors import (
    BeyondCalendar,
    OtherTrade,
    PackageNotFound,
    TooManyPackages,
)

MOST_PACKAGES = 20
MOST_PICTURES = 24
CALENDAR = timedelta(days=366)
"""How far ahead a calendar goes."""


class Trade(StrEnum):
    """A kind of work."""

    PHOTOGRAPHY = "photography"
    MODELLING = "modelling"
    STOREFRONT_DESIGN = "storefront_design"
    STORE_OPERATIONS = "store_operations"
    CUSTOMER_CARE = "customer_care"
    DATA_ANALYSIS = "data_analysis"


@dataclass(frozen=True, slots=True)
class Package:
    """Work at a fixed price."""

    id: str
    title: str
    description: str
    trade: Trade
    price: Money
    days: int
    """Within how many days it is delivered, from the moment when it is paid into escrow."""
    revisions: int
    offered: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A picture of what a partner made."""

    id: str
    key: str
    width: int
    height: int
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a partner says of herself."""

    id: str
    person_id: str
    name: str
    headline: str
    about: str
    trades: tuple[Trade, ...]
    region: str
    """The county in China where she is, by its code; empty: she doesn't say."""
    currency: str
    packages: tuple[Package, ...]
    portfolio: tuple[Piece, ...]
    since: datetime
    version: int = 1

    @property
    def province(self) -> str:
        """The code of her province."""
        return self.region[:2]

    def package(self, package_id: str) -> Package:
        """A package that she offers. Raises PackageNotFound."""
        for one in self.packages:
            if one.id == package_id and one.offered:
                return one
        raise PackageNotFound(field="package_id")

    def lowest_price(self, trade: Trade | None = None) -> Money | None:
        """Her cheapest package, of a trade or of any; None without one."""
        prices = [
            one.price.amount for one in self.packages if one.offered and (trade is None or one.trade is trade)
        ]
        return Money(min(prices), self.currency) if prices else None


@dataclass(frozen=True, slots=True)
class Record:
    """What is counted of a partner's work; also a change of it."""

    merchants: int = 0
    """Who paid her for something."""
    repeats: int = 0
    """Contracts with merchants who had paid her before."""
    delivered: int = 0
    """Milestones that she delivered."""
    on_time: int = 0
    """Of them, those within their days."""
    decided: int = 0
    """Paid milestones that came to an end."""
    accepted: int = 0
    """Of them, those for which she was paid in full."""
    stars: int = 0
    reviews: int = 0


def with_package(profile: Profile, package: Package) -> tuple[Package, ...]:
    """A profile's packages with one put in its place, or added. Raises TooManyPackages, OtherTrade."""
    if package.trade not in profile.trades:
        raise OtherTrade(field="trade")
    if package.id in {one.id for one in profile.packages}:
        return tuple(package if one.id == package.id else one for one in profile.packages)
    if len(profile.packages) >= MOST_PACKAGES:
        raise TooManyPackages
    return (*profile.packages, package)


def next_package_id(packages: Sequence[Package]) -> str:
    """The id of a package that is added; none is ever taken away."""
    return f"p{len(packages) + 1:02}"


def refuse_lost_trades(trades: Sequence[Trade], packages: Sequence[Package]) -> None:
    """What is offered must be of a trade that one has. Raises OtherTrade."""
    if any(one.offered and one.trade not in trades for one in packages):
        raise OtherTrade("A package is offered of a trade that would be gone.", field="trades")


def busy_days(days: Sequence[date], *, today: date) -> frozenset[date]:
    """The days on which a partner is busy, as far as they aren't over. Raises BeyondCalendar.

    A day of yesterday may come from another time zone, and does no harm.
    """
    for place, day in enumerate(days):
        if not today - timedelta(days=1) <= day <= today + CALENDAR:
            raise BeyondCalendar(field=f"busy.{place}")
    return frozenset(days)


def free_days(busy: frozenset[date], *, start: date, days: int) -> list[tuple[date, bool]]:
    """Each of some days, and whether one is free on it."""
    return [(day, day not in busy) for day in (start + timedelta(days=n) for n in range(days))]
