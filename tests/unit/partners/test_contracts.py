"""Contracts: what is paid into escrow comes out of it once, to whom it belongs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation import clock
from chalicelib.foundation.money import Money
from chalicelib.notifications import handlers
from chalicelib.partners.contracts import rules, service
from chalicelib.partners.contracts.rules import MOVES, Act, Milestone, MilestoneState, Role
from chalicelib.partners.errors import NoRevisionLeft, NotLate, WrongMilestoneState
from chalicelib.payments import ledger
from chalicelib.payments import rules as books
from tests.unit import world
from tests.unit.conftest import messages
from tests.unit.partners.hiring import OPERATOR, YUN, a_partner, bought, delivered, disputed, state_of, step
from tests.unit.stores.crew import says
from tests.unit.world import LI, MEI, in_wallet, made

STATES = list(MilestoneState)
LATER = clock.now() + timedelta(days=400)


def a_milestone(state: MilestoneState, *, revisions: int = 2) -> Milestone:
    money = Money(1_000, "CNY")
    return Milestone("mst_1", 1, "Photos", money, Money(50, "CNY"), 5, revisions, state, due=clock.now())


def moved(milestone: Milestone, act: Act, role: Role, **other: Any) -> Milestone:
    how = {"now": LATER, "accept_within": timedelta(days=7)} | other
    return rules.moved(milestone, act, role, **how)


def in_escrow(contract: Any, number: int = 1) -> int:
    (milestone,) = [one for one in service.load(contract["id"]).milestones if one.number == number]
    return ledger.balance(books.escrow(milestone.id, "CNY")).amount


class TestTheTable:
    @given(st.sampled_from(STATES), st.sampled_from(list(Act)), st.sampled_from(list(Role)))
    def test_allows_what_it_names_and_nothing_else(self, state: MilestoneState, act: Act, role: Role) -> None:
        after, roles = MOVES.get((state, act), (None, frozenset()))
        if role in roles:
            assert rules.transition(a_milestone(state), act, role) is after
        else:
            with pytest.raises(WrongMilestoneState):
                moved(a_milestone(state), act, role)

    @given(st.lists(st.tuples(st.sampled_from(list(Act)), st.sampled_from(list(Role))), max_size=30))
    def test_ends_once_and_never_goes_on(self, presses: list[tuple[Act, Role]]) -> None:
        milestone = a_milestone(MilestoneState.PLANNED)
        for act, role in presses:
            over = milestone.state.is_over
            try:
                milestone = moved(milestone, act, role)
            except (WrongMilestoneState, NoRevisionLeft, NotLate):
                continue
            assert not over
            assert 0 <= milestone.given_back <= milestone.amount.amount
            waits = milestone.state in rules.LAPSES
            assert (milestone.deadline is not None) is waits  # the clock looks at what would wait for ever

    def test_lets_nobody_wait_for_ever_but_for_the_operator_and_for_what_isnt_paid(self) -> None:
        for state in STATES:
            if state not in rules.LAPSES:
                assert state.is_over or state in (MilestoneState.PLANNED, MilestoneState.DISPUTED)
            else:
                assert Role.CLOCK in MOVES[state, rules.LAPSES[state]][1]

    @given(st.integers(0, 1_000))
    def test_divides_a_dispute_without_losing_anything(self, back: int) -> None:
        after = rules.ruled(a_milestone(MilestoneState.DISPUTED), back, said="")
        assert after.given_back == back
        assert (after.state is MilestoneState.REFUNDED) is (back == 1_000)


class TestBuyPackage:
    def test_holds_the_price_in_an_escrow_of_its_own(self) -> None:
        contract = bought()
        assert (state_of(contract), in_escrow(contract), in_wallet(MEI)) == ("funded", 30_000, 20_000)

    def test_takes_nothing_where_there_is_too_little(self) -> None:
        partner, store = a_partner(), world.a_store()
        wish = {"package_id": "p01", "store_id": store["id"]}
        says(MEI.post(f"/partners/{partner['id']}/contracts", wish), 402, "insufficient_funds")
        assert made(MEI.get("/contracts"))["items"] == []

    def test_is_for_ones_own_store_and_not_for_ones_own_package(self) -> None:
        partner, store = a_partner(), world.a_store()
        wish = {"package_id": "p01", "store_id": store["id"]}
        says(LI.post(f"/partners/{partner['id']}/contracts", wish), 404, "store_not_found")
        own = wish | {"store_id": world.a_store(YUN)["id"]}
        says(YUN.post(f"/partners/{partner['id']}/contracts", own), 409, "own_work")

    def test_pays_once_however_often_it_is_pressed(self) -> None:
        partner, store = a_partner(), world.a_store()
        world.money_for(MEI, 90_000)
        wish = {"package_id": "p01", "store_id": store["id"]}
        path = f"/partners/{partner['id']}/contracts"
        first, again = (made(MEI.post(path, wish, key="k")) for _ in range(2))
        assert first["id"] == again["id"]
        assert in_wallet(MEI) == 60_000

    def test_is_listed_for_both(self) -> None:
        contract = bought()
        assert [one["id"] for one in made(MEI.get("/contracts"))["items"]] == [contract["id"]]
        assert [one["id"] for one in made(YUN.get("/contracts?role=partner"))["items"]] == [contract["id"]]
        assert made(YUN.get("/contracts"))["items"] == []
        says(LI.get(f"/contracts/{contract['id']}"), 404, "contract_not_found")


class TestAcceptWork:
    def test_pays_the_partner_less_the_commission(self) -> None:
        contract = delivered(bought())
        assert state_of(made(step(MEI, contract, "accept"))) == "released"
        assert (in_wallet(YUN), in_escrow(contract)) == (28_500, 0)

    def test_is_the_merchants_to_do(self) -> None:
        contract = delivered(bought())
        says(step(YUN, contract, "accept"), 403, "not_permitted")
        says(step(LI, contract, "accept"), 404, "contract_not_found")
        says(step(MEI, bought(partner=made(YUN.get("/partner"))), "accept"), 409, "wrong_milestone_state")

    def test_pays_once(self) -> None:
        contract = delivered(bought())
        made(step(MEI, contract, "accept"))
        says(step(MEI, contract, "accept"), 409, "wrong_milestone_state")
        assert in_wallet(YUN) == 28_500

    def test_happens_by_itself_after_its_time(self) -> None:
        contract = delivered(bought())
        assert service.lapse_due(clock.now() + timedelta(days=6)) == 0
        assert service.lapse_due(clock.now() + timedelta(days=7, minutes=1)) == 1
        assert in_wallet(YUN) == 28_500
        assert service.lapse_due(clock.now() + timedelta(days=9)) == 0
        assert made(MEI.get(f"/contracts/{contract['id']}"))["over_at"]

    def test_heeds_the_partners_split_instructions(self) -> None:
        contract = delivered(bought())
        made(LI.get("/me"))
        made(YUN.post("/wallet/splits", {"payee": world.person_id(LI), "basis_points": 1_000}))
        made(step(MEI, contract, "accept"))
        assert (in_wallet(YUN), in_wallet(LI)) == (25_650, 2_850)


class TestRevision:
    def test_is_asked_for_as_often_as_agreed(self) -> None:
        contract = delivered(bought())
        assert state_of(made(step(MEI, contract, "revise", {"text": "Brighter"}))) == "revising"
        delivered(contract)
        says(step(MEI, contract, "revise", {"text": "Brighter"}), 409, "no_revision_left")

    def test_that_nobody_makes_goes_to_an_operator(self) -> None:
        contract = delivered(bought())
        made(step(MEI, contract, "revise", {"text": "Brighter"}))
        assert service.lapse_due(clock.now() + rules.REVISE_WITHIN + timedelta(hours=1)) == 1
        assert len(made(OPERATOR.get("/work-disputes"))["items"]) == 1


class TestMoneyBack:
    def test_comes_from_a_partner_who_gives_up(self) -> None:
        contract = bought()
        assert state_of(made(step(YUN, contract, "give-back", {"text": "Sorry"}))) == "refunded"
        assert (in_wallet(MEI), in_escrow(contract)) == (50_000, 0)

    def test_is_taken_only_from_late_work(self) -> None:
        contract = bought()
        says(step(MEI, contract, "reclaim"), 409, "not_late")
        with clock.stopped_at(clock.now() + timedelta(days=6)):
            made(step(MEI, contract, "reclaim"))
        assert in_wallet(MEI) == 50_000

    def test_comes_by_itself_from_work_that_is_very_late(self) -> None:
        bought()
        assert service.lapse_due(clock.now() + timedelta(days=5) + rules.LATE_FOR + timedelta(hours=1)) == 1
        assert in_wallet(MEI) == 50_000


class TestRuling:
    @pytest.mark.parametrize(
        ("back", "merchant", "partner"), [(0, 20_000, 28_500), (10_000, 30_000, 19_000), (30_000, 50_000, 0)]
    )
    def test_divides_the_escrow(self, back: int, merchant: int, partner: int) -> None:
        contract = disputed(bought())
        path = f"/work-disputes/{contract['id']}/1/ruling"
        made(OPERATOR.post(path, {"back": back, "text": "Half of them are sharp"}))
        assert (in_wallet(MEI), in_wallet(YUN), in_escrow(contract)) == (merchant, partner, 0)
        assert made(OPERATOR.get("/work-disputes"))["items"] == []

    def test_is_an_operators_and_never_more_than_there_is(self) -> None:
        contract = disputed(bought())
        path = f"/work-disputes/{contract['id']}/1/ruling"
        says(MEI.post(path, {"back": 30_000, "text": "Mine"}), 404, "contract_not_found")
        says(OPERATOR.post(path, {"back": 30_001, "text": "All"}), 422, "ruling_too_large")


class TestTheRecord:
    def test_counts_what_was_delivered_in_time_and_accepted(self) -> None:
        partner = a_partner()
        for _ in range(2):
            made(step(MEI, delivered(bought(partner=partner)), "accept"))
        late = bought(partner=partner)
        with clock.stopped_at(clock.now() + timedelta(days=6)):
            disputed(late)
        path = f"/work-disputes/{late['id']}/1/ruling"
        made(OPERATOR.post(path, {"back": 100, "text": "It came late"}))
        record = made(YUN.get("/partner"))["record"]
        told = {name: record[name] for name in ("merchants", "repeats", "delivered", "on_time", "accepted")}
        assert told == {"merchants": 1, "repeats": 2, "delivered": 3, "on_time": 2, "accepted": 2}


class TestWhoIsTold:
    def test_hears_of_what_the_other_one_did(self) -> None:
        made(MEI.get("/me"))
        contract = delivered(bought())
        made(step(MEI, contract, "accept"))
        handlers.deliver_notifications({"Records": messages("notifications")})
        told = [one["kind"] for one in made(YUN.get("/notifications"))["items"]]
        assert sorted(told) == ["work_funded", "work_hired", "work_paid"]
        assert [one["kind"] for one in made(MEI.get("/notifications"))["items"]] == ["work_submitted"]
