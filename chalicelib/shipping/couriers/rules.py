"""What a courier is, what its services take, and where they go."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

HOME = "CN"
"""The country whose regions the couriers' areas are told in."""


class Kind(StrEnum):
    """What sort of service it is."""

    EXPRESS = "express"
    STANDARD = "standard"
    ECONOMY = "economy"
    LOCKER = "locker"
    """From a parcel locker to a parcel locker."""
    FREIGHT = "freight"


class Zone(StrEnum):
    """How far it is, as rate cards have it."""

    CITY = "city"
    PROVINCE = "province"
    NEAR = "near"
    """Another province of the same part of the country."""
    FAR = "far"
    REMOTE = "remote"
    """From or to a province that is far from everywhere."""


class WhyNot(StrEnum):
    """Why a service can't take a parcel to a place."""

    ABROAD = "abroad"
    NOT_SERVED = "not_served"
    """It doesn't go there."""
    COUNTRYSIDE = "countryside"
    """It goes to the county's seat, but not to its countryside."""
    NOT_COLLECTED = "not_collected"
    """It doesn't fetch parcels where this one comes from."""
    TOO_HEAVY = "too_heavy"
    TOO_LARGE = "too_large"
    TOO_VALUABLE = "too_valuable"
    TOO_MUCH_CASH = "too_much_cash"
    """It doesn't take so much money from the recipient, or none at all."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a parcel comes from or goes to. In China `region` is a county's code, or a town's below it."""

    country: str
    region: str
    rural: bool = False

    @property
    def city(self) -> str:
        """The code of the city that the county is in; of a county right below its province, a made one."""
        return self.region[:4]

    @property
    def province(self) -> str:
        """The code of its province."""
        return self.region[:2]

    @property
    def county(self) -> str:
        """The code of its county."""
        return self.region[:6]


@dataclass(frozen=True, slots=True)
class ZonePrice:
    """What a zone costs, in minor units, and within how many business days the courier promises to come."""

    first: int
    step: int
    days: int


@dataclass(frozen=True, slots=True)
class Charge:
    """A part of a value, but never less than so much. In basis points and minor units."""

    basis_points: int
    least: int
    most: int
    """The highest value that is taken; 0: it isn't offered."""


@dataclass(frozen=True, slots=True)
class RateCard:
    """What a service costs. Weights in grams, money in minor units of CNY."""

    first_grams: int
    step_grams: int
    divisor: int
    """Cubic centimetres that count as a kilogram."""
    zones: Mapping[Zone, ZonePrice]
    remote: int
    """More for each piece from or to a remote province."""
    rural: int
    """More for each piece to the countryside."""
    fuel: int
    """In basis points of the carriage."""
    insurance: Charge
    cash: Charge
    """For taking the price from the recipient."""


@dataclass(frozen=True, slots=True)
class Area:
    """Where a service goes, by region codes that stand for all that begins with them; "" is the country.

    Of two that fit the longer one holds, so a county can be left out of its province, and a town of a
    county that is left out can be served. The countryside is told apart.
    """

    serves: frozenset[str]
    leaves_out: frozenset[str]
    rural_serves: frozenset[str]
    rural_leaves_out: frozenset[str]

    def reaches(self, region: str) -> bool:
        """Does it go to this county or town?"""
        return _nearest(region, self.serves) > _nearest(region, self.leaves_out)

    def reaches_countryside(self, region: str) -> bool:
        """Does it go to the countryside of this county or town?"""
        return _nearest(region, self.rural_serves) > _nearest(region, self.rural_leaves_out)


def _nearest(region: str, codes: Collection[str]) -> int:
    """The length of the longest code that a region begins with; -1: there is none."""
    return max((len(code) for code in codes if region.startswith(code)), default=-1)


@dataclass(frozen=True, slots=True)
class Service:
    """One of a courier's services."""

    id: str
    courier: str
    kind: Kind
    zh: str
    en: str
    card: RateCard
    most_grams: int
    """Of one piece, as of its size."""
    most_mm: int
    cut_off: time
    """What is handed over later counts as the next day's, by the stage's clock."""
    area: Area


@dataclass(frozen=True, slots=True)
class Courier:
    """A courier; `statuses` says in our words what each of its own codes means."""

    code: str
    zh: str
    en: str
    services: Sequence[Service]
    statuses: Mapping[str, str]
    polled: bool = False
    """It doesn't tell by itself and must be asked."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One parcel: its weight in grams and its sides in millimetres."""

    grams: int
    length_mm: int
    width_mm: int
    height_mm: int

    @property
    def longest(self) -> int:
        """Its longest side."""
        return max(self.length_mm, self.width_mm, self.height_mm)


@dataclass(frozen=True, slots=True)
class Consignment:
    """What is to be carried, from where and to where. Values in minor units of CNY; 0: none."""

    origin: Place
    destination: Place
    pieces: Sequence[Piece]
    insured: int = 0
    cash: int = 0


def zone(
    origin: Place, destination: Place, regions: Sequence[Collection[str]], remote: Collection[str]
) -> Zone:
    """How far it is between two places. `regions` are the provinces of each part of the country."""
    if origin.city == destination.city:
        return Zone.CITY
    if origin.province == destination.province:
        return Zone.PROVINCE
    if origin.province in remote or destination.province in remote:
        return Zone.REMOTE
    near = any(origin.province in one and destination.province in one for one in regions)
    return Zone.NEAR if near else Zone.FAR


def why_not(service: Service, wanted: Consignment) -> WhyNot | None:
    """Why a service can't carry something; None: it can. Of several reasons the first is told."""
    return _why_not_there(service.area, wanted) or _why_not_that(service, wanted)


def _why_not_there(area: Area, wanted: Consignment) -> WhyNot | None:
    if wanted.destination.country != HOME or wanted.origin.country != HOME:
        return WhyNot.ABROAD
    if not area.reaches(wanted.origin.region):
        return WhyNot.NOT_COLLECTED
    if not area.reaches(wanted.destination.region):
        return WhyNot.NOT_SERVED
    if wanted.destination.rural and not area.reaches_countryside(wanted.destination.region):
        return WhyNot.COUNTRYSIDE
    return None


def _why_not_that(service: Service, wanted: Consignment) -> WhyNot | None:
    limits = (
        (WhyNot.TOO_HEAVY, max(piece.grams for piece in wanted.pieces), service.most_grams),
        (WhyNot.TOO_LARGE, max(piece.longest for piece in wanted.pieces), service.most_mm),
        (WhyNot.TOO_VALUABLE, wanted.insured, service.card.insurance.most),
        (WhyNot.TOO_MUCH_CASH, wanted.cash, service.card.cash.most),
    )
    return next((reason for reason, asked, most in limits if asked > most), None)
