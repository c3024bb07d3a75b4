"""Comparing couriers for a parcel by what they ask and what they have really done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from chalicelib.accounts import service as accounts
from chalicelib.foundation.config import settings
from chalicelib.orders import service as orders
from chalicelib.shipping.couriers import service as couriers
from chalicelib.shipping.couriers.rules import HOME, Consignment, Piece, Place, Service, WhyNot
from chalicelib.shipping.quotes import rules
from chalicelib.shipping.quotes.rules import By, Comparison, Quote, Weights
from chalicelib.shipping.rates import rules as rates
from chalicelib.shipping.records import rules as recording
from chalicelib.shipping.records import service as records
from chalicelib.shipping.records.rules import Lane, Record

_NOBODY = {
    "zh": "没有快递能送到这里；每家的原因见 refusals。",
    "en": "No courier delivers this there; each one's reason is in `refusals`.",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """How to compare: by what, when the parcel is ready, and by which day it is wanted."""

    by: By
    weights: Weights
    ready_at: datetime
    wanted_by: date | None = None


def compare(wanted: Consignment, wish: Wish) -> Comparison:
    """Every service that can carry something, the best first. 1 read, of 7 items for each that can.

    Raises BadRegion.
    """
    for field, place in (("origin", wanted.origin), ("destination", wanted.destination)):
        _checked(place, field=field)
    can, cannot = couriers.offers(wanted)
    found = records.on([Lane(service.id, wanted.origin, wanted.destination) for service in can])
    quotes = [quote(service, wanted, record, wish) for service, record in zip(can, found, strict=True)]
    return ranked(quotes, cannot, wish)


def ranked(quotes: Sequence[Quote], refusals: Sequence[tuple[Service, WhyNot]], wish: Wish) -> Comparison:
    """Quotes with the best first, and why it is."""
    best_first = rules.ranked(quotes, wish.by, wish.weights)
    why = rules.why_first(best_first, wish.by, wish.weights, _NOBODY)
    return Comparison(wish.by, wish.weights, best_first, refusals, why)


def for_order(order_id: str, *, caller: str, origin: str, pieces: Sequence[Piece], wish: Wish) -> Comparison:
    """The services for an order, to where it goes. 2 reads, for staff 3.

    Raises OrderNotFound, NotPermitted, BadRegion.
    """
    to = orders.show(order_id, caller=caller).destination
    destination = Place(to.country, to.region, to.rural)
    return compare(Consignment(Place(HOME, origin), destination, pieces), wish)


def _checked(place: Place, *, field: str) -> None:
    if place.country == HOME:
        accounts.county(place.county, field=f"{field}.region")


def quote(service: Service, wanted: Consignment, record: Record, wish: Wish) -> Quote:
    """What a service asks for something and has done on its lane. No read."""
    zone = couriers.zone(wanted)
    courier = couriers.registry().couriers[service.courier]
    promised = service.card.zones[zone].days
    day = rules.handed_over(wish.ready_at, service, settings().time_zone)
    times = recording.times(record)
    return Quote(
        service=service,
        courier_zh=courier.zh,
        courier_en=courier.en,
        zone=zone,
        price=rates.price(service.card, wanted, zone),
        promised_days=promised,
        handed_over=day,
        window=rules.window(day, times, promised),
        on_time=recording.rate(record, "on_time", "measured"),
        makes_it=_makes_it(record, day, wish.wanted_by),
        loss=recording.rate(record, "lost", "concluded"),
        damage=recording.rate(record, "damaged", "concluded"),
        times=times,
        pickup_minutes=recording.pickup_minutes(record),
        claim_minutes=recording.claim_minutes(record),
    )


def _makes_it(record: Record, day: date, wanted_by: date | None) -> recording.Rate | None:
    """How often it comes by a day; one that is before it sets out it never meets, whatever the record."""
    if wanted_by is None:
        return None
    if wanted_by < day:
        return recording.Rate(0, 0, 0, 0, None)
    return recording.rate(record, recording.within(recording.business_days(day, wanted_by)), "measured")
