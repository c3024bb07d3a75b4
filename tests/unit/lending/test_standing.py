"""A seller's standing: asked for, reckoned each night, told when it changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from chalicelib import sweep
from chalicelib.foundation import clock
from chalicelib.foundation.money import Money
from chalicelib.lending import models as loans
from chalicelib.lending.rules import Loan, LoanState, Purpose
from chalicelib.lending.schedules.days.rules import DayCount
from chalicelib.lending.schedules.rules import Method
from chalicelib.lending.scoring import models, service
from chalicelib.lending.scoring.errors import NoStanding
from chalicelib.lending.scoring.record import service as record
from chalicelib.lending.scoring.rules import Reason
from chalicelib.lending.servicing import rules as servicing
from chalicelib.lending.servicing.rules import Terms
from chalicelib.notifications import handlers as notifications
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls, messages
from tests.unit.lending.sellers import NOW, a_year, kept
from tests.unit.world import LI, MEI, WANG, made, person_id


def told(person: Api) -> list[Any]:
    notifications.deliver_notifications({"Records": messages("notifications")})
    return [one for one in made(person.get("/notifications"))["items"] if one["kind"].startswith("credit")]


class TestAsking:
    def test_shows_a_beginner_a_small_limit_with_reasons_and_advice(self) -> None:
        world.a_completed_order(listing=world.a_listing(price=20_000), quantity=2)
        kept()
        seen = made(MEI.post("/credit"))
        assert 2_000 <= seen["limit"]["amount"] <= 20_000
        assert seen == made(MEI.get("/credit"))
        assert "few_reviews" in [one["code"] for one in seen["reasons"]]
        assert all(one["limit"]["amount"] > seen["limit"]["amount"] for one in seen["raises"])
        assert {"zh", "en"} == set(seen["raises"][0]["text"])

    def test_reckons_with_a_year_of_sales(self) -> None:
        world.a_store()
        a_year(person_id(MEI), until=clock.now().strftime("%Y-%m"))
        seen = made(MEI.post("/credit"))
        assert seen["limit"]["amount"] >= 480_000
        assert seen["limit"]["amount"] % 1_000 == 0
        assert 0 < seen["annual_rate"] <= 2_400

    def test_gives_nothing_to_whom_nobody_bought_of(self) -> None:
        seen = made(LI.post("/credit"))
        assert (seen["limit"]["amount"], seen["reasons"][0]["code"]) == (0, "no_sales")

    def test_too_soon_again_is_refused(self) -> None:
        made(MEI.post("/credit"))
        assert (reply := MEI.post("/credit")).status == 429
        assert reply.json["code"] == "reckoned_just_now"
        with clock.stopped_at(clock.now() + timedelta(minutes=6)):
            made(MEI.post("/credit"))

    def test_before_it_was_reckoned_finds_none(self) -> None:
        assert MEI.get("/credit").status == 404
        world.a_completed_order()
        kept()
        assert MEI.get("/credit").json["code"] == "no_standing"
        with pytest.raises(NoStanding):
            service.standing(person_id(MEI))

    def test_shows_the_record_it_follows_from(self) -> None:
        world.a_completed_order(quantity=2)
        kept()
        (month,) = made(MEI.get("/credit/record"))["months"]
        assert (month["completed"], month["sales"]["amount"], month["sent_in_time"]) == (1, 2_000, 1)

    def test_costs_two_queries_a_read_and_a_transaction(self) -> None:
        world.a_completed_order()
        kept()
        with calls() as made_calls:
            service.reckon(person_id(MEI), now=clock.now())
        assert made_calls[:4] == ["Query", "Query", "BatchGetItem", "TransactWriteItems"]
        with calls() as reading:
            service.standing(person_id(MEI))
        assert reading == ["BatchGetItem"]


class TestAStanding:
    def test_is_stored_as_it_was_reckoned(self) -> None:
        a_year(person_id(MEI))
        reckoned = service.reckon(person_id(MEI), now=NOW)
        assert service.standing(person_id(MEI)) == reckoned
        assert reckoned.raises

    def test_is_the_same_whoever_has_the_record(self) -> None:
        """Name, sex and region don't enter: two sellers with one record have one standing."""
        seen = []
        people = [(MEI, "王梅", "女", "330782"), (WANG, "Aisha Khan", "male", "653125")]
        for person, name, sex, region in people:
            made(person.get("/me"))
            made(person.patch("/me", {"name": f"{name} ({sex})"}))
            with clock.stopped_at(NOW - timedelta(days=400)):
                store = world.a_store(person, name=name)
            made(person.patch(f"/stores/{store['id']}", {"region": region, "about": f"{sex}, {region}"}))
            a_year(person_id(person))
            seen.append(service.reckon(person_id(person), now=NOW))
        assert seen[0] == seen[1]
        assert seen[0].limit.amount > 0

    def test_stays_when_name_and_region_change(self) -> None:
        made(MEI.get("/me"))
        store = world.a_store()
        a_year(person_id(MEI))
        before = service.reckon(person_id(MEI), now=NOW)
        made(MEI.patch("/me", {"name": "Mr Smith"}))
        made(MEI.patch(f"/stores/{store['id']}", {"region": "653125"}))
        world.an_address(MEI)
        after = service.reckon(person_id(MEI), now=NOW + timedelta(minutes=6))
        assert replace(after, computed_at=before.computed_at) == before

    def test_follows_rating_and_wallet(self) -> None:
        a_year(person_id(MEI))
        poor = service.reckon(person_id(MEI), now=NOW)
        world.money_for(MEI, 2_000_000)
        rich = service.reckon(person_id(MEI), now=NOW + timedelta(minutes=6))
        assert rich.score > poor.score
        goods = world.a_listing(stock=9)
        for _ in range(3):
            world.a_review(LI, world.a_completed_order(listing=goods), stars=5)
        praised = service.reckon(person_id(MEI), now=NOW + timedelta(minutes=12))
        assert praised.score > rich.score


def a_loan(person: Api, state: LoanState, *, late_since: date | None = None, name: str = "lon_1") -> None:
    """One that somebody took, as it is by now."""
    terms = Terms(100_000, 12, Method.EQUAL_INSTALMENTS, DayCount.THIRTY_360, 1_000, 500, 3)
    book = replace(servicing.opened(terms, date(2026, 1, 15)), late_since=late_since)
    loan = Loan(
        id=name,
        borrower=person_id(person),
        pool_id="poo_1",
        lender="Lender",
        currency="CNY",
        purpose=Purpose.STOCK,
        terms=terms,
        state=state,
        book=book,
        offered_at=NOW - timedelta(days=300),
        contract="",
        default_probability=100,
    )
    loans.loan_item(loan, look_at=None).save()
    loans.BorrowerItem(pk=f"borrower#{person_id(person)}", sk="exposure").save()


class TestEarlierLoans:
    def test_help_once_they_are_repaid_and_not_while_they_run(self) -> None:
        a_year(person_id(MEI))
        before = service.reckon(person_id(MEI), now=NOW)
        a_loan(MEI, LoanState.ACTIVE)
        running = service.reckon(person_id(MEI), now=NOW + timedelta(minutes=6))
        a_loan(MEI, LoanState.REPAID)
        after = service.reckon(person_id(MEI), now=NOW + timedelta(minutes=12))
        assert before.score == running.score < after.score
        assert (running.days_late, after.days_late) == (None, 0)

    def test_count_a_delay_long_after_it_is_over(self) -> None:
        a_year(person_id(MEI))
        before = service.reckon(person_id(MEI), now=NOW)
        a_loan(MEI, LoanState.ACTIVE, late_since=date(2026, 11, 6))
        late = service.reckon(person_id(MEI), now=NOW + timedelta(minutes=6))
        a_loan(MEI, LoanState.REPAID)
        after = service.reckon(person_id(MEI), now=NOW + timedelta(minutes=12))
        assert late.days_late == after.days_late == 20
        assert after.score == late.score < before.score
        assert Reason.REPAID_LATE in after.reasons

    def test_that_were_written_off_weigh_most(self) -> None:
        a_loan(MEI, LoanState.WRITTEN_OFF)
        assert service.reckon(person_id(MEI), now=NOW).days_late == 365

    def test_cost_a_query_and_a_read_more(self) -> None:
        a_loan(MEI, LoanState.REPAID)
        with calls() as made_calls:
            service.reckon(person_id(MEI), now=NOW)
        assert made_calls == [
            *["Query", "Query", "BatchGetItem"],
            *["Query", "BatchGetItem", "TransactWriteItems"],
        ]


class TestTheNight:
    def test_reckons_each_who_sold_something_and_once(self) -> None:
        for merchant in (MEI, WANG):
            world.a_completed_order(merchant=merchant)
        kept()
        assert sweep.DUTIES["standings_reckoned"](clock.now()) == 0
        tomorrow = clock.now() + timedelta(days=1)
        assert service.reckon_due(tomorrow) == 2
        assert service.reckon_due(tomorrow) == 0
        assert service.standing(person_id(WANG)).default_probability > 0
        assert service.reckon_due(tomorrow + timedelta(days=1)) == 2

    def test_leaves_whoever_sold_nothing_for_a_year(self) -> None:
        world.a_completed_order()
        kept()
        much_later = clock.now() + timedelta(days=420)
        assert service.reckon_due(much_later) == 1
        assert service.standing(person_id(MEI)).limit == Money.zero("CNY")
        assert service.reckon_due(much_later + timedelta(days=2)) == 0

    def test_does_a_bounded_amount_at_a_time(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(service, "SWEEP_LIMIT", 1)
        for number in range(9):
            key = models.standing_key(f"per_{number}")
            key.update(actions=models.to_be_reckoned(f"per_{number}", NOW))
        assert service.reckon_due(NOW + timedelta(days=1)) <= 4

    def test_goes_on_after_one_that_fails(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for merchant in (MEI, WANG):
            world.a_completed_order(merchant=merchant)
        kept()
        real = record.of

        def broken(person: str, *args: Any, **kwargs: Any) -> Any:
            if person == person_id(MEI):
                raise NoStanding
            return real(person, *args, **kwargs)

        monkeypatch.setattr(record, "of", broken)
        assert service.reckon_due(clock.now() + timedelta(days=1)) == 1


class TestTelling:
    def test_is_of_a_limit_that_is_new_changed_or_gone(self) -> None:
        a_year(person_id(MEI))
        service.reckon(person_id(MEI), now=NOW)
        (granted,) = told(MEI)
        assert granted["kind"] == "credit_granted"
        limit = service.standing(person_id(MEI)).limit
        assert str(limit) in granted["text"]["zh"]
        assert str(limit) in granted["text"]["en"]
        service.reckon(person_id(MEI), now=NOW + timedelta(minutes=6))
        assert len(told(MEI)) == 1
        world.money_for(MEI, 2_000_000)
        service.reckon(person_id(MEI), now=NOW + timedelta(minutes=12))
        assert told(MEI)[0]["kind"] == "credit_raised"
        service.reckon(person_id(MEI), now=NOW + timedelta(days=500))
        assert "credit_ended" in [one["kind"] for one in told(MEI)]
