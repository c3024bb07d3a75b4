"""At every AWS call of trade on credit, disputed work and suppliers' plans: as in `test_crash_points`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.lending import handlers as lending
from chalicelib.wholesale.memberships import service as memberships
from tests.crash.test_crash_points import (
    DELIVERED,
    Start,
    UseCase,
    hired,
    play,
    play_clock,
    settle,
    state,
)
from tests.faults import DEATHS, HITCHES, Died, Fault, inject
from tests.unit import world
from tests.unit.conftest import messages
from tests.unit.lending import loans
from tests.unit.partners import hiring
from tests.unit.wholesale import test_net_terms as net_terms
from tests.unit.wholesale import trade
from tests.unit.wholesale.trade import FACTORY, SHOP

ORDER, WALLET = "into the order's escrow", "into the wallet, as the order was called off"


def offered() -> tuple[str, dict[str, str]]:
    """The path by which a loan for an order's balance is accepted, and its contract."""
    loan = world.made(net_terms.asking(net_terms.lending()))["loan"]
    return f"/loans/{loan['id']}/accept", {"contract": loan["contract"]}


def on_its_way(*, called_off: bool = False) -> dict[str, Any]:
    """What the queue brings when a loan for an order's balance was accepted."""
    order = net_terms.lending()
    net_terms.accepted(world.made(net_terms.asking(order))["loan"])
    if called_off:
        world.made(FACTORY.post(f"/orders/{order['id']}/cancel"))
    return {"Records": messages("disbursements")}


def inspected() -> str:
    """A purchase order that was paid by a loan, and came."""
    order = net_terms.lending()
    net_terms.accepted(world.made(net_terms.asking(order))["loan"])
    loans.paid_out()
    parcel = {"courier": "YTO", "tracking_number": "YT123456"}
    world.made(FACTORY.post(f"/orders/{order['id']}/parcel", parcel))
    return f"/orders/{order['id']}"


def refused() -> str:
    """A refund of such an order that its supplier refused."""
    order = inspected()
    wish = {"kind": "refund_only", "reason": "not_as_described", "amount": 20_000}
    refund = world.made(SHOP.post(f"{order}/refunds", wish))["id"]
    world.made(FACTORY.post(f"{order}/refunds/{refund}/reject", {}))
    return f"{order}/refunds/{refund}"


USE_CASES = [
    UseCase("accepting net terms", offered, lambda wish: SHOP.post(*wish, key="k")),
    UseCase(
        "confirming what was bought on net terms",
        inspected,
        lambda order: SHOP.post(f"{order}/confirm", key="k"),
    ),
    UseCase(
        "disputing what was bought on net terms",
        refused,
        lambda refund: SHOP.post(f"{refund}/dispute", key="k"),
    ),
    UseCase(
        "disputing work",
        lambda: hired(DELIVERED),
        lambda path: world.MEI.post(f"{path}/dispute", {"text": "Blurred"}, key="k"),
    ),
    UseCase(
        "giving up work",
        lambda: hired(DELIVERED),
        lambda path: hiring.YUN.post(f"{path}/give-back", {"text": "Sorry"}, key="k"),
    ),
]


def year_to_renew(*, money: int) -> Any:
    """A supplier whose plan's year ends within the days to come, and what she has for the next one."""
    with clock.stopped_at(clock.now() - timedelta(days=360)):
        store = trade.a_member()
    if money:
        world.money_for(FACTORY, money)
    return store


def year_unpaid() -> str:
    """The path by which a supplier pays for a year that couldn't be paid by itself."""
    with clock.stopped_at(clock.now() - timedelta(days=366)):
        store = trade.a_member()
    memberships.renew_due(clock.now())
    world.money_for(FACTORY, 2 * trade.PRICES["plus"])
    return f"/stores/{store['id']}/membership/pay"


def supplier_with_money() -> str:
    """The path by which a supplier takes a plan, and the money."""
    world.money_for(FACTORY, 3 * trade.PRICES["premium"])
    return f"/stores/{trade.a_supplier()['id']}/membership"


def member_with_money() -> str:
    """The path by which a supplier who has a plan takes another one, and the money."""
    world.money_for(FACTORY, 2 * trade.PRICES["premium"])
    return f"/stores/{trade.a_member()['id']}/membership"


def open_request() -> tuple[str, dict[str, Any]]:
    """How a supplier answers a request to all, of which her plan lets her answer so many."""
    listing, request = trade.wares(), trade.a_request()
    goods = {"store_id": listing["store_id"], "listing_id": listing["id"], "variant_id": "v01"}
    return f"/quote-requests/{request['id']}/quotes", goods | {"price": 550, "quantity": 100}


USE_CASES += [
    UseCase(
        "taking a supplier's plan",
        supplier_with_money,
        lambda path: FACTORY.post(path, {"tier": "plus"}, key="k"),
    ),
    UseCase(
        "taking a larger supplier's plan",
        member_with_money,
        lambda path: FACTORY.post(path, {"tier": "premium"}, key="k"),
    ),
    UseCase(
        "ending a supplier's plan",
        member_with_money,
        lambda path: FACTORY.post(path, {"tier": "free"}, key="k"),
    ),
    UseCase("paying for a supplier's year", year_unpaid, lambda path: FACTORY.post(path, key="k")),
    UseCase("answering an open request", open_request, lambda wish: FACTORY.post(*wish, key="k")),
]
YEARS: dict[str, Callable[[], Any]] = {
    "renewing a supplier's plan": lambda: year_to_renew(money=3 * trade.PRICES["plus"]),
    "letting a supplier's plan wait for its money": lambda: year_to_renew(money=0),
}
DISBURSED: dict[str, Callable[[], Any]] = {
    ORDER: on_its_way,
    WALLET: lambda: on_its_way(called_off=True),
}


def play_disbursed(start: Start, fault: Fault | None = None, at: int | None = None) -> tuple[Any, list[str]]:
    """The disbursement, disturbed on the way; then the message comes again, and again."""
    batch = start.again()
    with inject(fault, at) as watch:
        try:
            lending.disburse_loans(batch)
        except Died:
            assert fault in DEATHS
    for _ in range(2):
        assert lending.disburse_loans(batch) == {"batchItemFailures": []}
    settle()
    return state(), watch.seen


@pytest.mark.parametrize("case", USE_CASES, ids=str)
@pytest.mark.parametrize("faults", [DEATHS, HITCHES], ids=["deaths", "hitches"])
def test_a_press_ends_as_if_nothing_had_happened(case: UseCase, faults: tuple[Fault, ...]) -> None:
    start = Start.of(case.before)
    undisturbed, calls = play(case, start)
    for at in range(len(calls)):
        for fault in faults:
            disturbed, seen = play(case, start, fault, at)
            assert disturbed == undisturbed, f"{fault.value}, call {at}: {seen}"
    print(f"\n{case}: {len(calls) * len(faults)} points at {len(calls)} calls: {', '.join(calls)}")


@pytest.mark.parametrize("where", DISBURSED)
@pytest.mark.parametrize("faults", [DEATHS, HITCHES], ids=["deaths", "hitches"])
def test_the_disbursement_of_net_terms_ends_as_if_nothing_had_happened(
    where: str, faults: tuple[Fault, ...]
) -> None:
    start = Start.of(DISBURSED[where])
    undisturbed, calls = play_disbursed(start)
    assert undisturbed["told"][world.person_id(SHOP), "loan_paid_out"] == 1
    assert undisturbed["elsewhere"]["escrow"] == (55_000 if where == ORDER else 0)
    for at in range(len(calls)):
        for fault in faults:
            assert play_disbursed(start, fault, at)[0] == undisturbed, f"{fault.value}, call {at}: {calls}"
    print(f"\nnet terms {where}: {len(calls) * len(faults)} points at {len(calls)} calls")


@pytest.mark.parametrize("what", YEARS)
@pytest.mark.parametrize("faults", [DEATHS, HITCHES], ids=["deaths", "hitches"])
def test_the_end_of_a_suppliers_year_ends_as_if_nothing_had_happened(
    what: str, faults: tuple[Fault, ...]
) -> None:
    start = Start.of(YEARS[what])
    undisturbed, calls = play_clock(start, "memberships_renewed")
    for at in range(len(calls)):
        for fault in faults:
            disturbed, _ = play_clock(start, "memberships_renewed", fault, at)
            assert disturbed == undisturbed, f"{fault.value}, call {at}: {calls}"
    print(f"\n{what}: {len(calls) * len(faults)} points at {len(calls)} calls")
