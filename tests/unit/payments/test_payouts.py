from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib import sweep
from chalicelib.foundation import clock
from chalicelib.foundation.money import Money
from chalicelib.payments import handlers
from chalicelib.payments.payouts import rules, service
from chalicelib.payments.payouts.rules import Every, Plan
from tests.unit import world
from tests.unit.conftest import messages
from tests.unit.payments import books
from tests.unit.world import LI, MEI, WANG, person_id

SHANGHAI = ZoneInfo("Asia/Shanghai")
SOME_DAY = datetime(2020, 1, 1)  # noqa: DTZ001 - Hypothesis adds the zone


def plan(person: Any = MEI, **wish: Any) -> Any:
    return world.made(person.put("/wallet/payout-plan", {"destination": "ba_ok", **wish}))


def after(**time: float) -> Any:
    """The clock ticks some time later, and the bank is asked."""
    with clock.stopped_at(clock.now() + timedelta(**time)):
        done = sweep.sweep()
        while batch := messages("payouts"):
            handlers.pay_out({"Records": batch})
        books.audit()
    return done["payouts_made"]


class TestNextAfter:
    @given(
        st.datetimes(SOME_DAY, SOME_DAY + timedelta(days=9_999), timezones=st.just(UTC)),
        st.sampled_from(Every),
    )
    def test_is_the_next_morning_of_the_day(self, now: datetime, every: Every) -> None:
        due = rules.next_after(now, every, "Asia/Shanghai").astimezone(SHANGHAI)
        assert timedelta() < due - now <= timedelta(days=1 if every is Every.DAY else 7)
        assert (due.hour, due.minute) == (6, 0)
        assert every is Every.DAY or due.strftime("%A").lower() == every


class TestPayable:
    @pytest.mark.parametrize(
        ("available", "sent"), [(0, None), (99, None), (599, None), (600, 100), (1_000, 500)]
    )
    def test_is_what_exceeds_the_reserve_from_the_minimum_on(self, available: int, sent: int | None) -> None:
        now = datetime(2026, 11, 25, tzinfo=UTC)
        wish = Plan("per_mei", "ba_ok", Every.DAY, Money(100, "CNY"), Money(500, "CNY"), now)
        paid = rules.payable(wish, Money(available, "CNY"))
        assert (paid.amount if paid else None) == sent


class TestPayoutPlan:
    def test_pays_what_is_in_the_wallet_every_morning(self) -> None:
        world.money_for(MEI, 5_000)
        plan(minimum=100, reserve=2_000)

        assert after(days=1) == 1

        assert world.in_wallet(MEI) == 2_000
        (line, _) = world.made(MEI.get("/wallet/entries"))["items"]
        assert (line["code"], line["amount"]["amount"]) == ("withdrawal", -3_000)

    def test_pays_once_a_morning_and_not_less_than_the_minimum(self) -> None:
        world.money_for(MEI, 5_000)
        plan(minimum=1_000)
        assert [after(days=1), after(days=1)] == [1, 0]
        world.money_for(MEI, 999)
        assert after(days=2) == 1
        assert world.in_wallet(MEI) == 999

    def test_comes_home_when_the_bank_refuses(self) -> None:
        world.money_for(MEI, 5_000)
        plan(destination="ba_closed")
        after(days=1)
        assert world.in_wallet(MEI) == 5_000

    def test_is_shown_changed_and_ended(self) -> None:
        made = plan(every="friday")
        assert MEI.get("/wallet/payout-plan").json == made
        assert plan(every="monday")["every"] == "monday"
        assert MEI.delete("/wallet/payout-plan").status == 204
        assert MEI.get("/wallet/payout-plan").json["code"] == "no_payout_plan"
        assert MEI.delete("/wallet/payout-plan").json["code"] == "no_payout_plan"

    def test_needs_the_pin_of_whoever_has_one(self) -> None:
        world.made(MEI.post("/wallet/pin", {"pin": "274916"}))
        assert MEI.put("/wallet/payout-plan", {"destination": "ba_ok"}).json["code"] == "pin_required"
        plan(pin="274916")

    def test_goes_to_no_card(self) -> None:
        reply = MEI.put("/wallet/payout-plan", {"destination": "chg_01"})
        assert (reply.status, reply.json["code"]) == (422, "invalid")

    def test_of_one_isnt_held_up_by_anothers(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for person in (MEI, WANG, LI):
            world.money_for(person, 5_000)
            plan(person)
        real = service.withdrawals.request

        def request(tx: Any, withdrawal: Any, **kwargs: Any) -> None:
            if withdrawal.person_id == person_id(WANG):
                raise service.NoPayoutPlan
            real(tx, withdrawal, **kwargs)

        monkeypatch.setattr(service.withdrawals, "request", request)
        assert after(days=1) == 2
