"""Couriers as a process of its own (`demo/depot.py`), asked over HTTP: what a stage on a laptop has.

It answers 200, 409 with a reason for what it doesn't take, and anything else when it can't right now.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from functools import cache
from http import HTTPStatus
from typing import Any

import urllib3

from chalicelib.shipping.carriers.rules import Job, Scan
from chalicelib.shipping.errors import CourierRefused, CourierUnavailable

_PATIENCE = urllib3.Timeout(connect=2, read=5)


@cache
def _pool() -> urllib3.PoolManager:
    return urllib3.PoolManager(timeout=_PATIENCE, retries=False)


class Simulator:
    """One of the couriers of that process."""

    def __init__(self, url: str, courier: str) -> None:
        self._url = f"{url}/{courier}/parcels"

    def book(self, job: Job) -> str:
        """Have a parcel carried: the process makes its number of our id."""
        told = asdict(job) | {"region": job.recipient.region}
        return str(self._ask("POST", "", told)["number"])

    def call_off(self, reference: str, number: str) -> None:
        """Have it not carried after all."""
        self._ask("POST", f"/{number}/cancel", {"reference": reference})

    def fetch(self, reference: str, number: str, *, since: datetime, until: datetime) -> str:
        """Have it fetched: from then on it moves."""
        window = {"since": since.isoformat(), "until": until.isoformat()}
        return str(self._ask("POST", f"/{number}/pickup", {"reference": reference, **window})["name"])

    def scans(self, number: str) -> Sequence[Scan]:
        """All that happened to a parcel."""
        found = self._ask("GET", f"/{number}/scans", None)["items"]
        return [
            Scan(one["news_id"], one["code"], datetime.fromisoformat(one["at"]), one["place"])
            for one in found
        ]

    def _ask(self, method: str, path: str, told: Any) -> Any:
        body = None if told is None else json.dumps(told).encode()
        try:
            answer = _pool().request(method, self._url + path, body=body)
        except urllib3.exceptions.HTTPError as error:
            raise CourierUnavailable from error
        if answer.status == HTTPStatus.CONFLICT:
            raise CourierRefused(str(json.loads(answer.data)["reason"]))
        if answer.status != HTTPStatus.OK:
            raise CourierUnavailable
        return json.loads(answer.data)
