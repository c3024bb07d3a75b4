"""Builders of lenders, borrowers and loans."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from chalicelib.foundation import clock
from chalicelib.foundation.money import Money
from chalicelib.lending import handlers
from chalicelib.lending.scoring import models as standings
from chalicelib.lending.scoring.rules import Reason, Standing
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import messages
from tests.unit.world import MEI, made, person_id

OPERATOR = Api("eeeeeeee-0000-0000-0000-000000000001", claims={"cognito:groups": "operators"})
LENDER = Api("dddddddd-0000-0000-0000-000000000001")
LIMIT = 5_000_00


def a_standing(who: Api = MEI, *, limit: int = LIMIT, annual_rate: int = 1200) -> None:
    """What somebody may borrow, as if it had been reckoned."""
    standing = Standing(
        score=640,
        default_probability=200,
        limit=Money(limit, "CNY"),
        annual_rate=annual_rate,
        card_version="test",
        reasons=(Reason.SALES_LOW,),
        computed_at=clock.now() - timedelta(hours=1),
    )
    standings.standing_key(person_id(who)).update(actions=standings.reckoned(standing))


def a_pool(
    lender: Api = LENDER, *, amount: int = 20_000_00, cap: int = 100_000_00, per_borrower: int = 50_000_00
) -> Any:
    """A lender's pool with money in it."""
    wish = {"owner": person_id(lender), "name": "Youlin", "cap": cap, "per_borrower": per_borrower}
    pool = made(OPERATOR.post("/lending/pools", wish))
    world.money_for(lender, amount)
    return made(lender.post(f"/pools/{pool['id']}/deposits", {"amount": amount}))


WISH = {"amount": 1_000_00, "months": 6, "purpose": "stock", "consent": True}


def applied(who: Api = MEI, **other: Any) -> Any:
    """An application that was decided."""
    return made(who.post("/loans", WISH | other))


def accepted(who: Api = MEI, **other: Any) -> Any:
    """A loan whose money is on its way."""
    loan = applied(who, **other)["loan"]
    return made(who.post(f"/loans/{loan['id']}/accept", {"contract": loan["contract"]}))


def paid_out() -> None:
    """Let the queue do its work."""
    batch = {"Records": messages("disbursements")}
    assert handlers.disburse_loans(batch) == {"batchItemFailures": []}


def a_loan(who: Api = MEI, **other: Any) -> Any:
    """A loan whose money is in the wallet."""
    loan = accepted(who, **other)
    paid_out()
    return made(who.get(f"/loans/{loan['id']}"))
