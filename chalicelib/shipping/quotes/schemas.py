"""What comparing couriers takes and answers."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import AwareDatetime, Field, StringConstraints, model_validator

from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.schemas import MoneyView
from chalicelib.shipping.couriers.rules import HOME, Consignment, Kind, Piece, Place, Service, WhyNot, Zone
from chalicelib.shipping.quotes.rules import By, Comparison, Quote, Weights
from chalicelib.shipping.rates.rules import Price
from chalicelib.shipping.records.rules import Level, Rate, Times

County = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]
Region = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}([0-9]{3})?$")]
"""A county's code of GET /regions, or a town's, whose first six digits are its county's."""
Grams = Annotated[int, Field(ge=1, le=2_000_000)]
Millimetres = Annotated[int, Field(ge=1, le=10_000)]
Value = Annotated[int, Field(ge=0, le=10**9)]
Weight = Annotated[int, Field(ge=0, le=100)]


class PlaceBody(Schema):
    """A place. `region` is a county's or a town's code in China; elsewhere the country is enough."""

    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = HOME
    region: Region | None = None
    rural: bool = False

    def place(self) -> Place:
        """As the rules know it."""
        return Place(self.country, self.region or "", self.rural)


class PieceBody(Schema):
    """One parcel of a consignment, with its outer sides."""

    grams: Grams
    length_mm: Millimetres = 200
    width_mm: Millimetres = 150
    height_mm: Millimetres = 100

    def piece(self) -> Piece:
        """As the rules know it."""
        return Piece(self.grams, self.length_mm, self.width_mm, self.height_mm)


class BlendBody(Schema):
    """What a blend is made of, in parts of their sum."""

    price: Weight
    speed: Weight
    reliability: Weight

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not self.price + self.speed + self.reliability:
            raise ValueError("give at least one of the three some weight")
        return self


class Asking(Schema):
    """A parcel to be carried. `insured` and `cash_on_delivery` are in minor units of CNY."""

    origin: PlaceBody
    destination: PlaceBody
    pieces: Annotated[list[PieceBody], Field(min_length=1, max_length=20)]
    insured: Value = 0
    cash_on_delivery: Value = 0
    rank_by: By = By.BLEND
    blend: BlendBody | None = None
    ready_at: AwareDatetime | None = None
    """When the courier may have it; absent: now."""
    wanted_by: date | None = None

    def consignment(self) -> Consignment:
        """As the rules know it."""
        return Consignment(
            origin=self.origin.place(),
            destination=self.destination.place(),
            pieces=[piece.piece() for piece in self.pieces],
            insured=self.insured,
            cash=self.cash_on_delivery,
        )

    def weights(self) -> Weights:
        """The stated ones, or the usual."""
        return Weights(**self.blend.model_dump()) if self.blend else Weights()


class OrderQuotesQuery(Query):
    """What an order weighs, packed, and where it is sent from."""

    origin: County
    grams: Grams
    length_mm: Millimetres = 200
    width_mm: Millimetres = 150
    height_mm: Millimetres = 100
    rank_by: By = By.BLEND
    wanted_by: date | None = None

    def piece(self) -> Piece:
        """As the rules know it."""
        return Piece(self.grams, self.length_mm, self.width_mm, self.height_mm)


class PriceView(Schema):
    """A price, and the parts that it is the sum of. `chargeable_grams` is what is paid for."""

    total: MoneyView
    first: MoneyView
    extra: MoneyView
    remote: MoneyView
    rural: MoneyView
    fuel: MoneyView
    insurance: MoneyView
    cash: MoneyView
    chargeable_grams: int

    @classmethod
    def of(cls, price: Price, /) -> Self:
        """Shape the answer."""
        names = ("total", "first", "extra", "remote", "rural", "fuel", "insurance", "cash")
        parts = {name: MoneyView.of(getattr(price, name)) for name in names}
        return cls.model_validate(parts | {"chargeable_grams": price.grams})


class MeasuredRate(Schema):
    """A rate in basis points, and its 95 % credible interval.

    `seen` parcels stand behind it at the narrowest level with any; what wider levels know is in it as well.
    """

    expected: int
    low: int
    high: int
    seen: int
    level: Level | None

    @classmethod
    def of(cls, rate: Rate, /) -> Self:
        """Shape the answer."""
        return cls(expected=rate.expected, low=rate.low, high=rate.high, seen=rate.of, level=rate.level)


class PercentilesView(Schema):
    """Transit times that so many of a hundred parcels didn't exceed."""

    p50: int
    p75: int
    p85: int
    p90: int
    p95: int
    p99: int


class TransitView(Schema):
    """From first possession to first delivery attempt, in business days and in hours (to within 5 %)."""

    business_days: PercentilesView
    hours: PercentilesView
    seen: int
    level: Level

    @classmethod
    def of(cls, times: Times, /) -> Self:
        """Shape the answer."""
        return cls(
            business_days=PercentilesView(**{f"p{one}": days for one, days in times.days.items()}),
            hours=PercentilesView(**{f"p{one}": hours for one, hours in times.hours.items()}),
            seen=times.of,
            level=times.level,
        )


class CourierQuoteView(Schema):
    """A service, what it asks, when it should come, and what it has really done on this lane."""

    service: str
    kind: Kind
    courier: str
    name_zh: str
    name_en: str
    zone: Zone
    price: PriceView
    promised_days: int
    handed_over: date
    arrives_from: date
    arrives_by: date
    arrival_is_measured: bool
    on_time: MeasuredRate
    makes_it: MeasuredRate | None
    loss: MeasuredRate
    damage: MeasuredRate
    transit: TransitView | None
    pickup_minutes: int | None
    claim_minutes: int | None
    """How long the courier takes to answer when it lost or broke something."""

    @classmethod
    def of(cls, quote: Quote, /) -> Self:
        """Shape the answer."""
        service, window = quote.service, quote.window
        return cls(
            service=service.id,
            kind=service.kind,
            courier=service.courier,
            name_zh=f"{quote.courier_zh}·{service.zh}",
            name_en=service.en,
            zone=quote.zone,
            price=PriceView.of(quote.price),
            promised_days=quote.promised_days,
            handed_over=quote.handed_over,
            arrives_from=window.earliest,
            arrives_by=window.latest,
            arrival_is_measured=window.measured,
            on_time=MeasuredRate.of(quote.on_time),
            makes_it=MeasuredRate.of(quote.makes_it) if quote.makes_it else None,
            loss=MeasuredRate.of(quote.loss),
            damage=MeasuredRate.of(quote.damage),
            transit=TransitView.of(quote.times) if quote.times else None,
            pickup_minutes=quote.pickup_minutes,
            claim_minutes=quote.claim_minutes,
        )


class NotOffered(Schema):
    """A service that can't take this parcel there, and why."""

    service: str
    name_zh: str
    name_en: str
    reason: WhyNot

    @classmethod
    def of(cls, service: Service, reason: WhyNot, /) -> Self:
        """Shape the answer."""
        return cls(service=service.id, name_zh=service.zh, name_en=service.en, reason=reason)


class Sentences(Schema):
    """Something said in both languages."""

    zh: str
    en: str


class ComparisonView(Schema):
    """Every service that can take the parcel, the best first; the others with their reasons."""

    ranked_by: By
    blend: BlendBody
    why_first: Sentences
    items: list[CourierQuoteView]
    refusals: list[NotOffered]

    @classmethod
    def of(cls, found: Comparison, /) -> Self:
        """Shape the answer."""
        weights = found.weights
        return cls(
            ranked_by=found.by,
            blend=BlendBody(price=weights.price, speed=weights.speed, reliability=weights.reliability),
            why_first=Sentences(**found.why),
            items=[CourierQuoteView.of(quote) for quote in found.quotes],
            refusals=[NotOffered.of(*refusal) for refusal in found.refusals],
        )
