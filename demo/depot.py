"""The couriers' depot: a process that is asked over HTTP to carry parcels, and moves those that are fetched.

A parcel that is fetched goes its way (`demo.couriers`), and each step of it is told to the stage by a signed
notice, some twice and in another order. It forgets everything when it ends; a parcel's number follows from
the stage's id of it, so a booking that is asked for again is the same even then.

    COURIER_SECRET=… python -m demo.depot --api … --port …
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx

from chalicelib.shipping.carriers.sandbox import number_of
from demo.couriers import LOST, Notice, Parcel, mixed, notices, send, way

HOST = "127.0.0.1"
PAUSE = 0.2
"""Seconds between notices."""


class Refused(Exception):
    """A courier doesn't do it; the text says why."""


@dataclass(slots=True)
class Kept:
    """A parcel in the depot."""

    parcel: Parcel
    fetched: bool = False
    cancelled: bool = False
    told: list[Notice] = field(default_factory=list)


class Depot:
    """All parcels that couriers were asked to carry."""

    def __init__(self, api: str, secret: str, *, seed: int, lost: float) -> None:
        self._api, self._secret, self._seed, self._lost = api, secret, seed, lost
        self._kept: dict[str, Kept] = {}
        self._lock = threading.Lock()

    def answer(self, method: str, path: str, told: Any) -> Any:
        """What is answered to a request. Raises Refused, LookupError."""
        courier, _, *rest = path.strip("/").split("/")
        match (method, *rest):
            case ("POST",):
                return self.book(courier, told)
            case ("POST", number, "cancel"):
                return self.cancel(number)
            case ("POST", number, "pickup"):
                return self.fetch(number)
            case ("GET", number, "scans"):
                return {"items": [json.loads(one.body) for one in self._of(number).told]}
        raise LookupError(path)

    def book(self, courier: str, told: Any) -> Any:
        """Take a parcel; one that was taken is the same."""
        number = number_of(courier, told["reference"])
        with self._lock:
            self._kept.setdefault(number, Kept(Parcel(told["service"], number, told["region"])))
        return {"number": number}

    def cancel(self, number: str) -> Any:
        """Don't carry it after all, unless it is fetched. Raises Refused."""
        with self._lock:
            kept = self._of(number)
            if kept.fetched:
                raise Refused("It is fetched already.")
            kept.cancelled = True
        return {}

    def fetch(self, number: str) -> Any:
        """Fetch it, once, and let it go its way. Raises Refused."""
        with self._lock:
            kept = self._of(number)
            if kept.cancelled:
                raise Refused("It was called off.")
            first, kept.fetched = not kept.fetched, True
        if first:
            threading.Thread(target=self._carry, args=(kept,), daemon=True).start()
        return {"name": f"PU{number[2:]}"}

    def _of(self, number: str) -> Kept:
        if (kept := self._kept.get(number)) is None:
            raise Refused("There is no such parcel here.")
        return kept

    def _carry(self, kept: Kept) -> None:
        steps = way(kept.parcel, self._seed, lost=self._lost)
        kept.told = notices(kept.parcel, steps, ending=datetime.now(UTC))
        with httpx.Client(base_url=self._api, timeout=60) as api:
            for notice in mixed(kept.told, kept.parcel, self._seed):
                time.sleep(PAUSE)
                try:
                    send(api, notice, self._secret)
                except httpx.HTTPError as error:
                    print(f"{kept.parcel.number} {notice.status}: {error}", file=sys.stderr, flush=True)


def server(depot: Depot, port: int) -> ThreadingHTTPServer:
    """The depot's door."""

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._serve("GET", None)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self._serve("POST", json.loads(body or b"{}"))

        def _serve(self, method: str, told: Any) -> None:
            try:
                self._reply(HTTPStatus.OK, depot.answer(method, self.path, told))
            except Refused as refusal:
                self._reply(HTTPStatus.CONFLICT, {"reason": str(refusal)})
            except (LookupError, ValueError):
                self._reply(HTTPStatus.NOT_FOUND, {})

        def _reply(self, status: HTTPStatus, told: Any) -> None:
            body = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """It says nothing of what goes well."""

    return ThreadingHTTPServer((HOST, port), Door)


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until ended; answers the exit code."""
    parser = argparse.ArgumentParser(prog="python -m demo.depot", description="Carry parcels.")
    parser.add_argument("--api", required=True, help="the stage's API")
    parser.add_argument("--port", type=int, required=True, help="where it listens")
    parser.add_argument("--seed", type=int, default=1, help="another number, other luck (1)")
    parser.add_argument("--never-lose", action="store_true", help="every parcel comes in the end")
    wish = parser.parse_args(arguments)
    lost = 0 if wish.never_lose else LOST
    depot = Depot(wish.api, os.environ["COURIER_SECRET"], seed=wish.seed, lost=lost)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    server(depot, wish.port).serve_forever()
    return 0


def _end_with_parent() -> None:
    """Whoever started this holds the other end of its input; when she is gone, it ends."""
    while sys.stdin.buffer.read(1):
        pass
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
