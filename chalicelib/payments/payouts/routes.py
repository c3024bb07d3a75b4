"""The routes of payout plans."""

from __future__ import annotations

from chalicelib.foundation import clock
from chalicelib.foundation.http import Caller, Routes
from chalicelib.payments.errors import (
    NoPayoutPlan,
    PinLocked,
    PinRequired,
    UnknownCurrency,
    WrongPin,
)
from chalicelib.payments.payouts import service
from chalicelib.payments.payouts.rules import Plan
from chalicelib.payments.payouts.schemas import NewPlan, PlanQuery, PlanView

bp = Routes(__name__)


@bp.put(
    "/wallet/payout-plan",
    answers=PlanView,
    raises=(UnknownCurrency, PinRequired, WrongPin, PinLocked),
)
def set_payout_plan(caller: Caller, body: NewPlan) -> Plan:
    """Have what comes into one's wallet paid out by itself."""
    return service.set_plan(caller.person_id, now=clock.now(), **dict(body))


@bp.get("/wallet/payout-plan", answers=PlanView, raises=(NoPayoutPlan,))
def show_payout_plan(caller: Caller, query: PlanQuery) -> Plan:
    """See one's payout plan."""
    return service.show(caller.person_id, query.currency)


@bp.delete("/wallet/payout-plan", raises=(NoPayoutPlan,))
def end_payout_plan(caller: Caller, query: PlanQuery) -> None:
    """Have nothing paid out by itself any more."""
    service.end(caller.person_id, query.currency)
