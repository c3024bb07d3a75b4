"""`make bench-chat`: how long a message takes from phone to phone, beside what the engine itself takes.

It plays against a whole stage, with real WebSockets: the one at API=…, the one that `make run` has up, or one
of its own. SMALL=1 is a quick look that writes nothing.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import quantiles
from typing import Any, Self
from uuid import uuid4

from bench.ledger_report import with_section
from bench.report import table
from demo.devices import Device
from demo.people import Person
from infra import engine
from infra.cloud import Cloud
from infra.errors import InfraError
from infra.packaging import ROOT
from infra.progress import step
from story import stage
from story.tale import Trouble

PAGE = ROOT / "docs" / "benchmarks.md"
HEADING = "## How long a message takes\n"
TIMES, SMALL = 80, 20
"""A person may say 300 things in five minutes, and each time three are said."""
PATIENCE = 20.0

_TOLD = """\
{heading}
`make bench-chat` measures this and writes this section: {times} messages, one after another, between two
phones with WebSockets on a whole stage of the local engine, after ten that aren't counted. The floor is what
the engine takes for the same with nothing of ours in it but the least: to bring a ready frame to a phone, and
to have the Lambda answer a `ping`, for which it reads whose the phone is. What is above the floor is ours.
Ratios are to the floor of the same way; absolute times tell of the machine and its emulator only.

{table}
{said}
"""


@dataclass(frozen=True, slots=True)
class Timed:
    """What was timed, in seconds, and the name of what it is compared with."""

    name: str
    seconds: Sequence[float]
    floor: str | None = None

    def at(self, percent: int) -> float:
        """A percentile."""
        return quantiles(self.seconds, n=100, method="inclusive")[percent - 1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; answers the exit code."""
    parser = argparse.ArgumentParser(prog="make bench-chat", description="Measure how long a message takes.")
    parser.add_argument("--small", action="store_true", help="a quick look that writes nothing")
    parser.add_argument("--api", help="the stage's API; else the one that is up, else an own one's")
    parser.add_argument("--port", type=int, default=4566, help="where `make run`'s engine listens (4566)")
    wish = parser.parse_args(arguments)
    times = SMALL if wish.small else TIMES
    try:
        with stage.found(wish.api, wish.port) as api_url, step(f"Timing {times} of each"):
            timed = _measure(api_url, times)
    except (Trouble, InfraError) as error:
        print(f"\n  {error}", file=sys.stderr)
        return 1
    text = section(timed, times)
    print("\n" + text)
    if not wish.small:
        PAGE.write_text(with_section(PAGE.read_text(), text, heading=HEADING))
        print(f"  {PAGE.relative_to(ROOT)} is written.")
    return 0


def _measure(api_url: str, times: int) -> list[Timed]:
    mei, li = (_somebody(api_url, name) for name in ("mei", "li"))
    store, listing = _shop(mei)
    talk = li.post("/conversations", {"listing_id": listing["id"]})["id"]
    hers = Device(mei, talk, store["id"]).connect()
    his = Device(li, talk).connect()
    try:
        ways: list[tuple[str, Callable[[], float], str | None]] = [
            (POSTED, _posting(api_url, his), None),
            (PONG, lambda: _answered(his), None),
            (REST, lambda: _got(li), None),
            (ACKED, lambda: _acknowledged(his), PONG),
            (HEARD, lambda: _heard(his, hers), PONG),
            (SENT, lambda: _sent_over_rest(li, talk, hers), REST),
        ]
        for _, once, _ in ways:
            for _ in range(10):
                once()
        # All take turns, so that whatever else the machine does slows all of them.
        taken = [[once() for _, once, _ in ways] for _ in range(times)]
    finally:
        his.close()
        hers.close()
    return [Timed(name, [row[n] for row in taken], floor) for n, (name, _, floor) in enumerate(ways)]


POSTED, PONG, REST = "Floor: PostToConnection → phone", "Floor: ping → pong", "Floor: GET /regions"
ACKED, HEARD = "Send → acknowledged", "Send → the other one's phone"
SENT = "Send over REST → the other one's phone"


def _somebody(api_url: str, name: str) -> Person:
    return Person.at(api_url, f"{name}-{uuid4().hex[:8]}@example.com", name).sign_up()


def _shop(mei: Person) -> tuple[Any, Any]:
    store = mei.post("/stores", {"name": "梅的小铺", "currency": "CNY", "time_zone": "Asia/Shanghai"})
    mei.post(f"/stores/{store['id']}/publish")
    goods = {
        "store_id": store["id"],
        "title": "发夹",
        "category": "hair",
        "variants": [{"sku": "ONE", "price": 3_990, "stock": 5}],
        "publish": True,
    }
    return store, mei.post("/listings", goods)


class _Clock:
    """How long what is done inside takes."""

    def __enter__(self) -> Self:
        self._began = time.perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds = time.perf_counter() - self._began


def _wait(device: Device, holds: Callable[[], bool]) -> None:
    if not device.until(holds, seconds=PATIENCE):
        raise Trouble(f"A frame didn't come within {PATIENCE:.0f} s.")


def _posting(api_url: str, device: Device) -> Callable[[], float]:
    """Bring a ready frame to a phone, without a Lambda: as the sender does, from here."""
    host = api_url.partition("/_aws/")[0]
    cloud = Cloud(region=engine.REGION, endpoint=host, access_key="test", secret_key="test")  # noqa: S106
    url = device.person.post("/conversations/ticket", {})["url"].partition("?")[0]
    client = cloud.session.client("apigatewaymanagementapi", endpoint_url=url.replace("ws", "http", 1))
    connection = _connection_of(cloud, device)

    def once() -> float:
        device.told.clear()
        with _Clock() as clock:
            client.post_to_connection(ConnectionId=connection, Data=b'{"kind": "bench"}')
            _wait(device, lambda: _was_told(device, "bench"))
        return clock.seconds

    return once


def _connection_of(cloud: Cloud, device: Device) -> str:
    """What API Gateway calls the phone's connection, by what the stage has noted of it."""
    client = cloud.client("dynamodb")
    tables = [one for one in client.list_tables()["TableNames"] if one.endswith("-conversations")]
    me = device.person.get("/me")["id"]
    key = {"pk": {"S": f"audience#{me}"}, "sk": {"S": "audience"}}
    for name in tables:
        if found := client.get_item(TableName=name, Key=key).get("Item"):
            mark: str = max(found["devices"]["SS"])
            return mark.split(" ")[1]
    raise Trouble("The stage has noted no connection of the phone.")


def _got(person: Person) -> float:
    with _Clock() as clock:
        person.get("/regions")
    return clock.seconds


def _answered(device: Device) -> float:
    device.told.clear()
    with _Clock() as clock:
        device.do("ping")
        _wait(device, lambda: _was_told(device, "pong"))
    return clock.seconds


def _was_told(device: Device, kind: str) -> bool:
    return any(one.get("kind") == kind for one in device.told)


def _acknowledged(device: Device) -> float:
    with _Clock() as clock:
        device.say("在吗？")
        _wait(device, lambda: not device.unsure)
    return clock.seconds


def _heard(sender: Device, receiver: Device) -> float:
    """Until the other one's phone has it; then waits for what else is on its way."""
    known = len(receiver.messages)
    with _Clock() as clock:
        sender.say("在吗？")
        _wait(receiver, lambda: len(receiver.messages) > known)
    _wait(sender, lambda: not sender.unsure)
    return clock.seconds


def _sent_over_rest(sender: Person, talk: str, receiver: Device) -> float:
    known = len(receiver.messages)
    wish = {"client_id": uuid4().hex, "text": "在吗？"}
    with _Clock() as clock:
        sender.post(f"/conversations/{talk}/messages", wish)
        _wait(receiver, lambda: len(receiver.messages) > known)
    return clock.seconds


def section(timed: Sequence[Timed], times: int) -> str:
    """The section of docs/benchmarks.md."""
    floors = {one.name: one for one in timed}
    rows = []
    for one in timed:
        floor = floors.get(one.floor or "")
        ratios = [f"{one.at(p) / floor.at(p):.1f}" if floor else "1" for p in (50, 95)]
        rows.append([one.name, f"{one.at(50) * 1000:.0f}", f"{one.at(95) * 1000:.0f}", *ratios])
    header = ["", "p50 ms", "p95 ms", "p50 / floor", "p95 / floor"]
    ours = floors[HEARD].at(50) - floors[PONG].at(50)
    said = f"Of {HEARD.lower()}, {ours * 1000:.0f} ms at p50 are above the floor of the same way."
    return _TOLD.format(heading=HEADING, times=times, table=table(header, rows), said=said)


if __name__ == "__main__":
    sys.exit(main())
