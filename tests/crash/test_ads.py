"""What hears of clicks, carts and orders dies before and after each call, and each call fails in five ways:
a click is billed once, and all is counted once.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.advertising import handlers
from chalicelib.foundation import aws, clock
from chalicelib.foundation.config import settings
from chalicelib.orders import service as orders
from tests.crash.test_crash_points import Start
from tests.faults import DEATHS, HITCHES, Died, Fault, inject
from tests.unit import world
from tests.unit.advertising import market
from tests.unit.advertising.test_attribution import follow
from tests.unit.conftest import messages
from tests.unit.payments import books
from tests.unit.world import LI, MEI, ZHAO, made


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
        (
            row["sk"]["S"].split("#")[0],
            *sorted((name, n) for name in row if (n := row[name].get("N", "0")) != "0"),
        )
        for row in rows
        if row["pk"]["S"].startswith(("sums#", "sent#")) or row["sk"]["S"] in ("budget", "shown")
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


def a_cart_and_parcels_on_their_way() -> tuple[dict[str, Any], dict[str, Any]]:
    """A line in a cart after two clicks, one of which isn't billed yet; an order sent, another called off."""
    store = world.a_store()
    titles = ("Tortoise hair clip", "Hair pin")
    clip, pin = (world.a_listing(store=store, title=title, stock=9) for title in titles)
    market.a_campaign(listing=clip)
    market.a_campaign(listing=pin, keyword="hair pin", funds=0)
    sent, _ = (world.a_paid_order(ZHAO, listing=clip) for _ in range(2))
    follow(market.ads("tortoise hair clip")[0], LI)
    market.billed()
    follow(market.ads("hair pin")[0], LI)
    world.in_cart(LI, clip)
    made(MEI.post(f"/orders/{sent['id']}/parcel", {"courier": "YTO", "tracking_number": "YT1234"}))
    assert orders.act_due(clock.now() + timedelta(days=8)) == 1
    return {"Records": messages("ads")}, {"Records": messages("ad-billing")}


def heard(start: Start, fault: Fault | None = None, at: int | None = None) -> tuple[Any, list[str]]:
    told, clicks = start.again()
    with inject(fault, at) as watch:
        try:
            handlers.keep_ads(told)
            handlers.bill_clicks(clicks)
        except Died:
            assert fault in DEATHS
    for _ in range(2):
        assert handlers.bill_clicks(clicks) == {"batchItemFailures": []}
        assert handlers.keep_ads(told) == {"batchItemFailures": []}
    return state(), watch.seen


@pytest.mark.parametrize("faults", [DEATHS, HITCHES], ids=["deaths", "hitches"])
def test_carts_and_parcels_are_counted_as_if_nothing_had_happened(faults: tuple[Fault, ...]) -> None:
    start = Start.of(a_cart_and_parcels_on_their_way)
    undisturbed, calls = heard(start)
    assert ("sent", ("in_time", "1"), ("orders", "2")) in undisturbed[0]
    carts = [sum(int(n) for name, n in row[1:] if name == "carts") for row in undisturbed[0]]
    assert sum(carts) == 4, "one, by campaign, listing, keyword and term"
    for at in range(len(calls)):
        for fault in faults:
            assert heard(start, fault, at)[0] == undisturbed, f"{fault.value}, call {at}: {calls}"
    print(f"\ncarts and parcels: {len(calls) * len(faults)} points at {len(calls)} calls")
