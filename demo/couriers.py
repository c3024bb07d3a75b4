"""Couriers as a process of its own: each parcel goes its way, by seeded chance, and each step of it is told
to the stage by a signed notice, as a real courier would.

It reads parcels from its standard input, one a line as JSON: `{"service": …, "number": …, "region": …}`, and
writes a line for each notice that was taken. Their way lies in the past and ends now, since nobody wants to
wait for days; with `--shuffle` the notices come in another order, and some twice. The stage's courier secret
is in the environment as COURIER_SECRET.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import httpx

from chalicelib.shipping.couriers import service as couriers
from chalicelib.shipping.couriers.rules import Service, Zone
from chalicelib.shipping.tracking import service as tracking
from chalicelib.shipping.tracking.rules import Status

SPREAD = 0.35
"""Of the logarithm of a parcel's hours around its lane's middle."""
LOST, FAILED, BROKEN = 0.004, 0.04, 0.003
"""How often a parcel is lost, nobody opens at first, and something breaks."""
RECEIVED_BY = "本人签收"
PHOTOS = "https://photos.couriers.example.com"
_PATIENCE = 5


@dataclass(frozen=True, slots=True)
class Parcel:
    """What the courier is given: with which service, under which number, and to which county."""

    service: str
    number: str
    region: str


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happens to a parcel, so many hours after it was fetched."""

    status: Status
    hours: float
    place: str


def middle_hours(service: Service, region: str, seed: int) -> float:
    """What half of the parcels on a lane don't exceed: of its promise, what this lane makes of it."""
    dice = random.Random(f"{seed}:{service.id}:{region}")  # noqa: S311 - it is to be the same each time
    return service.card.zones[Zone.FAR].days * 24 * dice.uniform(0.6, 1.4)


def way(parcel: Parcel, seed: int, *, lost: float = LOST) -> list[Step]:
    """What happens to a parcel: the same for the same number and seed. `lost`: how often one is."""
    service = couriers.service_of(parcel.service)
    assert service, f"there is no service {parcel.service}"
    dice = random.Random(f"{seed}:{parcel.number}")  # noqa: S311 - it is to be the same each time
    hours = math.exp(dice.gauss(math.log(middle_hours(service, parcel.region, seed)), SPREAD))
    steps = [Step(Status.IN_TRANSIT, 0, "揽收网点"), Step(Status.IN_TRANSIT, hours * 0.4, "转运中心")]
    if dice.random() < lost:
        return [*steps, Step(Status.LOST, hours * 2, "转运中心")]
    if dice.random() < BROKEN:
        steps.append(Step(Status.DAMAGED, hours * 0.6, "转运中心"))
    steps.append(Step(Status.OUT_FOR_DELIVERY, hours - min(6.0, hours / 4), "派送网点"))
    if dice.random() < FAILED:
        return [
            *steps,
            Step(Status.ATTEMPT_FAIL, hours, "派送网点"),
            Step(Status.DELIVERED, hours + 22, "派送网点"),
        ]
    return [*steps, Step(Status.DELIVERED, hours, "派送网点")]


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice as it is sent."""

    courier: str
    status: Status
    body: bytes


def notices(parcel: Parcel, steps: Sequence[Step], *, ending: datetime) -> list[Notice]:
    """A parcel's way as notices, in the courier's own words."""
    courier = couriers.registry().couriers[parcel.service.partition(".")[0]]
    words = {status: code for code, status in reversed(list(courier.statuses.items()))}
    begun = ending - timedelta(hours=steps[-1].hours)
    told = []
    for number, step in enumerate(steps, 1):
        facts = {
            "news_id": f"{parcel.number}-{number}",
            "tracking_number": parcel.number,
            "code": words[step.status],
            "at": (begun + timedelta(hours=step.hours)).isoformat(),
            "place": step.place,
        }
        if step.status is Status.DELIVERED:
            facts |= {"received_by": RECEIVED_BY, "photo_url": f"{PHOTOS}/{parcel.number}.jpg"}
        told.append(Notice(courier.code, step.status, json.dumps(facts).encode()))
    return told


def send(api: httpx.Client, notice: Notice, secret: str) -> None:
    """Send a notice until it is taken: a stage that doesn't know the parcel yet is told again."""
    for attempt in range(_PATIENCE):
        stamp = str(int(time.time()))
        signed = tracking.signature(notice.body, stamp, tracking.key_of(notice.courier, secret))
        headers = {tracking.TIMESTAMP: stamp, tracking.SIGNATURE: signed}
        reply = api.post(f"/shipping/notices/{notice.courier}", content=notice.body, headers=headers)
        if reply.is_success:
            return
        time.sleep(0.2 * 2**attempt)
    reply.raise_for_status()


def mixed(told: list[Notice], parcel: Parcel, seed: int) -> list[Notice]:
    """In another order, and the first one twice."""
    dice = random.Random(f"{seed}:{parcel.number}:order")  # noqa: S311 - it is to be the same each time
    return dice.sample([*told, told[0]], len(told) + 1)


def _given() -> Iterator[Parcel]:
    for line in sys.stdin:
        if line.strip():
            yield Parcel(**json.loads(line))


def main(arguments: Sequence[str] | None = None) -> int:
    """Move the parcels that are given; answers the exit code."""
    parser = argparse.ArgumentParser(prog="python -m demo.couriers", description="Move parcels.")
    parser.add_argument("--api", required=True, help="the stage's API")
    parser.add_argument("--seed", type=int, default=1, help="another number, other luck (1)")
    parser.add_argument("--never-lose", action="store_true", help="every parcel comes in the end")
    parser.add_argument("--shuffle", action="store_true", help="tell in another order, and some twice")
    wish = parser.parse_args(arguments)
    secret = os.environ["COURIER_SECRET"]
    with httpx.Client(base_url=wish.api, timeout=60) as api:
        for parcel in _given():
            steps = way(parcel, wish.seed, lost=0 if wish.never_lose else LOST)
            told = notices(parcel, steps, ending=datetime.now(UTC))
            for notice in mixed(told, parcel, wish.seed) if wish.shuffle else told:
                send(api, notice, secret)
                print(f"{parcel.number} {notice.status}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
