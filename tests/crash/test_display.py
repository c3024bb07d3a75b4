"""The billing of impressions dies before and after each call, and each call fails: they are billed once."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.advertising import handlers
from chalicelib.foundation import aws
from chalicelib.foundation.config import settings
from tests.crash.test_crash_points import Start
from tests.faults import DEATHS, HITCHES, Died, Fault, inject
from tests.unit.advertising import test_display as display
from tests.unit.conftest import messages
from tests.unit.payments import books


def looks_on_their_way() -> dict[str, Any]:
    """Three looks, of which the budget pays two and a half."""
    display.a_creative(cpm=50_000, budget=100, funds=100)
    display.a_creative(display.WANG, cpm=40_000)
    tokens = [display.seen()[0]["token"] for _ in range(3)]
    display.looked(*tokens)
    display.looked(tokens[0])
    return {"Records": messages("ad-billing")}


def state() -> Any:
    books.audit()
    rows = aws.client("dynamodb").scan(TableName=settings().table("advertising"))["Items"]
    counted = sorted(
        (
            row["sk"]["S"].partition("#")[2][:3],
            *sorted((name, row[name]["N"]) for name in row if "N" in row[name]),
        )
        for row in rows
        if row["pk"]["S"].startswith("display#") or row["sk"]["S"] in ("budget", "carry")
    )
    return counted, sorted(row["outcome"]["S"] for row in rows if "outcome" in row)


def play(start: Start, fault: Fault | None = None, at: int | None = None) -> tuple[Any, list[str]]:
    batch = start.again()
    with inject(fault, at) as watch:
        try:
            handlers.bill_clicks(batch)
        except Died:
            assert fault in DEATHS
    for _ in range(2):
        assert handlers.bill_clicks(batch) == {"batchItemFailures": []}
    return state(), watch.seen


@pytest.mark.parametrize("faults", [DEATHS, HITCHES], ids=["deaths", "hitches"])
def test_billing_impressions_ends_as_if_nothing_had_happened(faults: tuple[Fault, ...]) -> None:
    start = Start.of(looks_on_their_way)
    undisturbed, calls = play(start)
    assert undisturbed[1] == ["billed", "billed", "written_off"]
    for at in range(len(calls)):
        for fault in faults:
            assert play(start, fault, at)[0] == undisturbed, f"{fault.value}, call {at}: {calls}"
    print(f"\nbilling impressions: {len(calls) * len(faults)} points at {len(calls)} calls")
