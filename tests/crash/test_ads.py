"""A click's billing dies before and after each call, and each call fails in five ways: it is billed once."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from chalicelib.advertising import handlers
from chalicelib.foundation import aws
from chalicelib.foundation.config import settings
from tests.crash.test_crash_points import Start
from tests.faults import DEATHS, HITCHES, Died, Fault, inject
from tests.unit.advertising import market
from tests.unit.conftest import messages
from tests.unit.payments import books


def clicks_on_their_way() -> dict[str, Any]:
    """Three clicks, of which money is left for two."""
    market.a_campaign(funds=25)
    shown = [market.ads()[0] for _ in range(3)]
    for number, ad in enumerate(shown):
        market.clicked(ad, visitor=f"vis_{number:026}")
    messages("ads")
    return {"Records": messages("ad-billing")}


def state() -> Any:
    books.audit()
    rows = aws.client("dynamodb").scan(TableName=settings().table("advertising"))["Items"]
    counted = sorted(
        (row["sk"]["S"].split("#")[0], *sorted((name, row[name]["N"]) for name in row if "N" in row[name]))
        for row in rows
        if row["pk"]["S"].startswith("sums#") or row["sk"]["S"] in ("budget", "shown")
    )
    outcomes = sorted(row["outcome"]["S"] for row in rows if "outcome" in row)
    money: Counter[str] = Counter()
    for name, amount in books.balances().items():
        money[name.split(":")[0]] += amount
    told = sorted(row["pk"]["S"].split("#")[0] for row in rows if row["pk"]["S"].startswith("told#"))
    return counted, outcomes, money, told


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
def test_billing_ends_as_if_nothing_had_happened(faults: tuple[Fault, ...]) -> None:
    start = Start.of(clicks_on_their_way)
    undisturbed, calls = play(start)
    assert undisturbed[1] == ["billed", "billed", "no_balance"]
    assert undisturbed[2]["ads"] == 5 and undisturbed[2]["revenue"] == 20
    assert undisturbed[3] == ["told"]
    for at in range(len(calls)):
        for fault in faults:
            assert play(start, fault, at)[0] == undisturbed, f"{fault.value}, call {at}: {calls}"
    print(f"\nbilling clicks: {len(calls) * len(faults)} points at {len(calls)} calls")
