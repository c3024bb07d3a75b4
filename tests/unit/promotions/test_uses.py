from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from chalicelib.foundation import clock
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.promotions import models
from chalicelib.promotions.errors import CouponUsed, CouponUsedUp, PromotionUsedUp
from chalicelib.promotions.rules import Use
from chalicelib.promotions.uses import service as uses
from chalicelib.promotions.uses.service import Hold
from tests.unit.conftest import cloud_emptied

STORE = "sto_1"
COUPON = Use(STORE, "prm_coupon", total_limit=4, buyer_limit=2, coupon=True)
PROMOTION = Use(STORE, "prm_promotion", total_limit=5, buyer_limit=None, coupon=False)
BUYERS = st.sampled_from(["per_li", "per_zhao", "per_wang"])
WHICH = st.sampled_from([(COUPON,), (PROMOTION,), (PROMOTION, COUPON)])
SOME = st.integers(0, 9)


class Counting(RuleBasedStateMachine):
    """Uses come and go in any order; what is counted is what is in force, and never beyond a limit."""

    @initialize()
    def begin(self) -> None:
        cloud_emptied()
        models.first_tally(STORE).save()
        self.holds: list[Hold] = []
        self.used: list[tuple[str, tuple[Use, ...]]] = []

    def _count(self, buyer: str, wanted: tuple[Use, ...], hold: Hold | None = None) -> bool:
        known = uses.known(wanted, buyer)
        by_all, by_buyer = self._in_force()
        room = all(
            by_all[use.promotion_id] < (use.total_limit or 99)
            and by_buyer[buyer, use.promotion_id] < (use.buyer_limit or 99)
            for use in wanted
        )
        try:
            with Transaction() as tx:
                if hold:
                    uses.hold(tx, hold, known=known)
                else:
                    uses.count(tx, wanted, buyer=buyer, known=known)
        except (CouponUsed, CouponUsedUp, PromotionUsedUp):
            counted = False
        else:
            counted = True
        assert counted == room
        return counted

    def _in_force(self) -> tuple[Counter[str], Counter[tuple[str, str]]]:
        every = [*self.used, *((hold.buyer, hold.uses) for hold in self.holds)]
        by_all = Counter(use.promotion_id for _, some in every for use in some)
        by_buyer = Counter(
            (buyer, use.promotion_id) for buyer, some in every for use in some if use.buyer_limit is not None
        )
        return by_all, by_buyer

    @rule(buyer=BUYERS, wanted=WHICH)
    def buy(self, buyer: str, wanted: tuple[Use, ...]) -> None:
        if self._count(buyer, wanted):
            self.used.append((buyer, wanted))

    @rule(buyer=BUYERS, wanted=WHICH, number=st.uuids())
    def prepare(self, buyer: str, wanted: tuple[Use, ...], number: Any) -> None:
        hold = Hold(f"chk_{number}", buyer, wanted, clock.now() + timedelta(minutes=30))
        if self._count(buyer, wanted, hold):
            self.holds.append(hold)

    @rule(which=SOME)
    def pay(self, which: int) -> None:
        if self.holds:
            hold = self.holds.pop(which % len(self.holds))
            with Transaction() as tx:
                uses.keep(tx, hold, at=clock.now())
            self.used.append((hold.buyer, hold.uses))

    @rule(which=SOME)
    def give_up(self, which: int) -> None:
        if self.holds:
            hold = self.holds.pop(which % len(self.holds))
            with Transaction() as tx:
                uses.release(tx, hold, at=clock.now())

    @rule()
    def let_time_pass(self) -> None:
        assert uses.lapse_due(clock.now() + timedelta(hours=1)) == len(self.holds)
        self.holds.clear()

    @rule(which=SOME)
    def call_off(self, which: int) -> None:
        if self.used:
            buyer, some = self.used.pop(which % len(self.used))
            with Transaction() as tx:
                uses.take_back(tx, some, buyer=buyer)

    @invariant()
    def counts_what_is_in_force(self) -> None:
        (tally,) = read_together([models.tally_want(STORE)])
        if tally is None:
            return  # nothing has begun
        by_all, by_buyer = self._in_force()
        assert +Counter(tally) == by_all
        for buyer in ("per_li", "per_zhao", "per_wang"):
            (found,) = read_together([models.of_buyer_want(STORE, buyer)])
            mine = {(buyer, promotion): used for promotion, used in (found or {}).items() if used}
            assert mine == {key: used for key, used in by_buyer.items() if key[0] == buyer}


def test_uses_in_any_order_are_counted_exactly_and_within_their_limits() -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Counting,
        settings=settings(
            max_examples=12,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
