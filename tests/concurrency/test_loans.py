"""Loans at one instant: no limit and no pool is passed."""

from __future__ import annotations

from functools import partial
from typing import Any

from chalicelib.foundation import clock
from chalicelib.foundation.money import Money
from chalicelib.lending import models, service
from chalicelib.lending.pools import service as pools
from chalicelib.lending.rules import Loan, LoanState, Purpose, Wish
from chalicelib.lending.schedules.days.rules import DayCount
from chalicelib.lending.schedules.rules import Method
from chalicelib.lending.scoring import models as standings
from chalicelib.lending.scoring.rules import Standing
from tests.concurrency.conftest import at_once, done, refusals
from tests.concurrency.test_races import in_wallet, somebody
from tests.deployed.watching import audit

WISH = Wish(10_000, 6, Purpose.STOCK, Method.EQUAL_INSTALMENTS, DayCount.THIRTY_360)


def a_pool(cap: int) -> str:
    lender = somebody(1_000_000)
    pool = pools.open_pool(owner=lender, name="Youlin", currency="CNY", cap=cap, per_borrower=10**9)
    pools.put_in(pool.id, lender=lender, amount=1_000_000, now=clock.now())
    return pool.id


def a_borrower(limit: int) -> str:
    person = somebody(0)
    standing = Standing(600, 200, Money(limit, "CNY"), 1200, "test", (), clock.now())
    standings.standing_key(person).update(actions=standings.reckoned(standing))
    return person


def offered(person: str) -> Loan:
    loan = service.apply(person, WISH, now=clock.now()).loan
    assert loan
    return loan


def accept(loan: Loan) -> Loan:
    return service.accept(loan.id, borrower=loan.borrower, contract=loan.contract, now=clock.now())


class TestManyOffersAtOnce:
    def test_are_accepted_up_to_the_limit_and_paid_out_once_each(self, on_engine: Any) -> None:
        a_pool(10**9)
        mei = a_borrower(35_000)
        offers = [offered(mei) for _ in range(12)]

        results = at_once([partial(accept, one) for one in offers])

        accepted = done(results)
        assert (len(accepted), refusals(results)) == (3, {"beyond_limit"})
        at_once([partial(service.disburse, one.id, now=clock.now()) for one in accepted for _ in range(4)])
        assert in_wallet(mei) == 30_000
        audit(on_engine)

    def test_are_accepted_up_to_the_pools_cap(self, on_engine: Any) -> None:
        for pool in pools.pools():  # of the test before
            pools.change(pool.id, cap=0, per_borrower=0, halted=True)
        pool_id = a_pool(50_000)
        offers = [offered(a_borrower(20_000)) for _ in range(9)]

        results = at_once([partial(accept, one) for one in offers])

        assert (len(done(results)), refusals(results)) == (5, {"nothing_to_lend"})
        (pool,) = [one for one in models.pools() if one.id == pool_id]
        assert (pool.lent, pool.free) == (50_000, 950_000)
        assert {one.state for one in done(results)} == {LoanState.ACCEPTED}
