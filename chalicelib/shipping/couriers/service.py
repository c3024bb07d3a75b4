"""What can be asked of the registry of couriers: a file beside this one, read once a process. No call."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from functools import cache
from pathlib import Path
from typing import Any

from chalicelib.shipping.couriers import rules
from chalicelib.shipping.couriers.rules import (
    Area,
    Charge,
    Consignment,
    Courier,
    Kind,
    RateCard,
    Service,
    WhyNot,
    Zone,
    ZonePrice,
)

_FILE = Path(__file__).with_name("registry.json")


@dataclass(frozen=True, slots=True)
class Registry:
    """All couriers, and how the country is divided for their rate cards."""

    regions: Sequence[frozenset[str]]
    remote: frozenset[str]
    couriers: Mapping[str, Courier]

    @property
    def services(self) -> Sequence[Service]:
        """The services of all couriers."""
        return [service for courier in self.couriers.values() for service in courier.services]


@cache
def registry() -> Registry:
    """All that is known of couriers."""
    told = json.loads(_FILE.read_text(encoding="utf-8"))
    couriers = [_courier(row) for row in told["couriers"]]
    return Registry(
        regions=[frozenset(codes) for codes in told["regions"].values()],
        remote=frozenset(told["remote"]),
        couriers={one.code: one for one in couriers},
    )


def _courier(row: Mapping[str, Any]) -> Courier:
    services = tuple(_service(row["code"], one) for one in row["services"])
    return Courier(row["code"], row["zh"], row["en"], services, row["statuses"], row.get("polled", False))


def _service(courier: str, row: Mapping[str, Any]) -> Service:
    return Service(
        id=row["id"],
        courier=courier,
        kind=Kind(row["kind"]),
        zh=row["zh"],
        en=row["en"],
        card=_card(row["card"]),
        most_grams=row["most_grams"],
        most_mm=row["most_mm"],
        cut_off=time.fromisoformat(row["cut_off"]),
        area=Area(**{name: frozenset(codes) for name, codes in row["area"].items()}),
    )


def _card(row: Mapping[str, Any]) -> RateCard:
    return RateCard(
        **{
            **row,
            "zones": {Zone(name): ZonePrice(**price) for name, price in row["zones"].items()},
            "insurance": Charge(**row["insurance"]),
            "cash": Charge(**row["cash"]),
        }
    )


def service_of(service_id: str) -> Service | None:
    """A service by its id."""
    return next((one for one in registry().services if one.id == service_id), None)


def zone(wanted: Consignment) -> Zone:
    """How far something is to be carried, as rate cards have it."""
    known = registry()
    return rules.zone(wanted.origin, wanted.destination, known.regions, known.remote)


def offers(wanted: Consignment) -> tuple[list[Service], list[tuple[Service, WhyNot]]]:
    """The services that can carry something, and of the others why they can't."""
    can: list[Service] = []
    cannot: list[tuple[Service, WhyNot]] = []
    for service in registry().services:
        if reason := rules.why_not(service, wanted):
            cannot.append((service, reason))
        else:
            can.append(service)
    return can, cannot
