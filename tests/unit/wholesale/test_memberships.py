"""A supplier's yearly plan: taken, changed, renewed, unpaid, paid after all, ended; and what it allows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation import clock, subscribing
from chalicelib.notifications import handlers
from chalicelib.wholesale import personal
from chalicelib.wholesale.memberships import rules, service
from chalicelib.wholesale.memberships.rules import PLANS, YEAR, Membership, Tier
from tests.unit import world
from tests.unit.conftest import calls, messages
from tests.unit.lending.loans import OPERATOR
from tests.unit.payments import books
from tests.unit.racing import overtaken_by
from tests.unit.stores.crew import MANAGER, hired, nothing_changes, says
from tests.unit.wholesale.trade import (
    FACTORY,
    PRICES,
    a_member,
    a_quote,
    a_request,
    a_supplier,
    quoting,
    wares,
)
from tests.unit.world import LI, in_wallet, made, person_id

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
PLUS, PREMIUM = PRICES["plus"], PRICES["premium"]
HALF = YEAR / 2


def taking(store: Any, tier: str, at: datetime = NOON, *, key: str | None = None) -> Any:
    with clock.stopped_at(at):
        return FACTORY.post(f"/stores/{store['id']}/membership", {"tier": tier}, key=key)


def member(at: datetime = NOON, *, tier: str = "plus") -> Any:
    with clock.stopped_at(at):
        return a_member(tier=tier)


def plan_of(store: Any, at: datetime = NOON) -> Any:
    with clock.stopped_at(at):
        return made(FACTORY.get(f"/stores/{store['id']}/membership"))


def renew(at: datetime) -> int:
    with clock.stopped_at(at):
        return service.renew_due(at)


def invoices(store: Any) -> list[Any]:
    items: list[Any] = made(FACTORY.get(f"/stores/{store['id']}/membership/invoices"))["items"]
    return items


def told(who: Any = FACTORY) -> list[str]:
    made(who.get("/me"))
    handlers.deliver_notifications({"Records": messages("notifications")})
    kinds = [one["kind"] for one in made(who.get("/notifications"))["items"]]
    return [kind for kind in kinds if kind.startswith("membership")]


class TestTakingAPlan:
    def test_is_paid_for_a_year_at_once(self) -> None:
        store = member()
        shown = plan_of(store)
        assert in_wallet(FACTORY) == 0
        assert (shown["plan"]["tier"], shown["plan"]["answers_a_month"]) == ("plus", 200)
        assert shown["year_ends"].startswith("2027-11-01T12:00:00")
        (invoice,) = invoices(store)
        assert (invoice["state"], invoice["total"]["amount"]) == ("paid", PLUS)
        (entry,) = made(FACTORY.get("/wallet/entries?limit=1"))["items"]
        assert (entry["code"], entry["amount"]["amount"]) == ("membership", -PLUS)
        books.audit()

    def test_is_for_verified_suppliers(self) -> None:
        store = world.a_store(FACTORY)
        world.money_for(FACTORY, PLUS)
        says(taking(store, "plus"), 409, "not_a_supplier")

    def test_is_for_who_opened_the_store_as_her_wallet_pays(self) -> None:
        store = a_supplier()
        hired(store, "manager", MANAGER, by=FACTORY)
        says(MANAGER.post(f"/stores/{store['id']}/membership", {"tier": "plus"}), 403, "not_permitted")
        says(LI.post(f"/stores/{store['id']}/membership", {"tier": "plus"}), 404, "store_not_found")

    def test_is_refused_without_the_money_and_nothing_changes(self) -> None:
        store = a_supplier()
        with nothing_changes():
            says(taking(store, "plus"), 402, "insufficient_funds")

    def test_is_refused_for_the_plan_that_one_has_and_one_that_isnt(self) -> None:
        store = a_supplier()
        says(taking(store, "free"), 409, "same_membership")
        reply = taking(store, "golden")
        assert (reply.status, reply.json["errors"][0]["field"]) == (422, "tier")

    def test_is_paid_once_however_often_it_is_pressed(self) -> None:
        store = a_supplier()
        world.money_for(FACTORY, 3 * PLUS)
        first, again = (taking(store, "plus", key="k") for _ in range(2))
        assert made(first) == made(again)
        says(taking(store, "plus"), 409, "same_membership")
        assert in_wallet(FACTORY) == 2 * PLUS

    def test_on_two_phones_at_once_is_paid_once(self) -> None:
        store = a_supplier()
        world.money_for(FACTORY, 3 * PLUS)
        with overtaken_by(lambda: made(taking(store, "plus"))):
            says(taking(store, "plus"), 409, "changed_meanwhile")
        assert in_wallet(FACTORY) == 2 * PLUS

    def test_costs_one_read_and_one_transaction(self) -> None:
        store = a_supplier()
        world.money_for(FACTORY, PLUS)
        with calls() as seen:
            made(taking(store, "plus"))
        assert seen == ["BatchGetItem", "TransactWriteItems", "SendMessageBatch", "BatchWriteItem"]


class TestChangingIt:
    def test_up_and_down_gives_back_the_rest_to_the_second(self) -> None:
        store = member()
        world.money_for(FACTORY, PREMIUM)
        made(taking(store, "premium", NOON + HALF))
        assert in_wallet(FACTORY) == PLUS // 2
        made(taking(store, "plus", NOON + HALF + timedelta(seconds=1)))
        second = int(YEAR.total_seconds()) - 1
        back = PREMIUM * second // int(YEAR.total_seconds())
        assert in_wallet(FACTORY) == PLUS // 2 + back - PLUS
        assert invoices(store)[0]["total"]["amount"] == PLUS - back
        books.audit()

    def test_costs_what_was_shown(self) -> None:
        store = member()
        world.money_for(FACTORY, PREMIUM)
        later = NOON + timedelta(days=100)
        shown = {one["plan"]["tier"]: one for one in plan_of(store, later)["changes"]}
        assert set(shown) == {"free", "premium"}
        made(taking(store, "premium", later))
        assert in_wallet(FACTORY) == PREMIUM - shown["premium"]["total"]["amount"]
        assert [one["kind"] for one in shown["premium"]["lines"]] == ["remainder", "plan"]

    def test_to_the_free_plan_ends_it_and_the_clock_leaves_it_alone(self) -> None:
        store = member()
        made(taking(store, "free", NOON + HALF))
        assert in_wallet(FACTORY) == PLUS // 2
        assert plan_of(store)["year_ends"] is None
        assert renew(NOON + 2 * YEAR) == 0

    @given(
        st.integers(0, int(YEAR.total_seconds()) + 10),
        st.sampled_from(list(Tier)),
        st.sampled_from(list(Tier)),
    )
    def test_never_gives_back_more_than_was_paid(self, seconds: int, before: Tier, after: Tier) -> None:
        one = rules.changed(Membership("sto_1", "per_1"), before, now=NOON)
        lines = rules.change_lines(one, after, now=NOON + timedelta(seconds=seconds))
        back = -sum(line.amount for line in lines if line.amount < 0)
        assert 0 <= back <= PLANS[before].price
        assert sum(line.amount for line in lines if line.amount > 0) == PLANS[after].price

    @given(st.lists(st.integers(1, 10**7), min_size=1, max_size=6))
    def test_as_often_as_one_likes_costs_no_less_than_the_time_that_one_had_it(self, gaps: list[int]) -> None:
        one, at, paid = Membership("sto_1", "per_1"), NOON, 0
        had = 0
        for number, gap in enumerate(gaps):
            tier = (Tier.PLUS, Tier.FREE)[number % 2]
            paid += sum(line.amount for line in rules.change_lines(one, tier, now=at))
            one = rules.changed(one, tier, now=at)
            at += timedelta(seconds=gap)
            had += min(gap, int(YEAR.total_seconds())) if tier is Tier.PLUS else 0
        paid += sum(line.amount for line in rules.change_lines(one, Tier.FREE, now=at))
        assert paid * int(YEAR.total_seconds()) >= had * PLUS


class TestRenewal:
    def test_is_paid_once_for_a_year(self) -> None:
        store = member()
        world.money_for(FACTORY, 3 * PLUS)
        assert renew(NOON + YEAR - timedelta(seconds=1)) == 0
        later = NOON + YEAR + timedelta(minutes=1)
        assert [renew(later), renew(later)] == [1, 0]
        assert in_wallet(FACTORY) == 2 * PLUS
        assert plan_of(store)["year_ends"].startswith("2028-10-31T12:00:00")
        assert told() == ["membership_renewed", "membership_changed"]

    def test_that_cannot_be_paid_goes_on_until_the_grace_is_over(self) -> None:
        store = member()
        for day in range(16):
            renew(NOON + YEAR + timedelta(days=day, minutes=day))
            if day < 14:
                shown = plan_of(store)
                assert (shown["state"], shown["plan"]["tier"]) == ("overdue", "plus")
                assert (shown["owed"]["amount"], shown["changes"]) == (PLUS, [])
        shown = plan_of(store)
        assert (shown["state"], shown["plan"]["tier"], shown["owed"]) == ("active", "free", None)
        assert [one["state"] for one in invoices(store)] == ["uncollected", "paid"]
        kinds = told()
        assert kinds == ["membership_ended", *["membership_lapsing"] * 4, "membership_changed"]
        assert renew(NOON + YEAR + timedelta(days=30)) == 0

    def test_is_tried_again_each_day(self) -> None:
        store = member()
        renew(NOON + YEAR)
        assert renew(NOON + YEAR + timedelta(hours=23)) == 0
        world.money_for(FACTORY, PLUS)
        assert renew(NOON + YEAR + timedelta(days=1)) == 1
        assert (in_wallet(FACTORY), plan_of(store)["state"]) == (0, "active")
        assert plan_of(store)["year_ends"].startswith("2028-10-31T12:00:00")
        assert [one["state"] for one in invoices(store)] == ["paid", "paid"]

    def test_is_paid_by_hand_once(self) -> None:
        store = member()
        renew(NOON + YEAR)
        path = f"/stores/{store['id']}/membership/pay"
        says(FACTORY.post(path), 402, "insufficient_funds")
        says(taking(store, "free"), 409, "membership_unpaid")
        world.money_for(FACTORY, 3 * PLUS)
        assert [made(FACTORY.post(path))["state"] for _ in range(2)] == ["active", "active"]
        assert in_wallet(FACTORY) == 2 * PLUS
        books.audit()

    @pytest.mark.parametrize("first", ["clock", "she"])
    def test_by_hand_and_by_the_clock_at_once_is_paid_once(self, first: str) -> None:
        store = member()
        renew(NOON + YEAR)
        world.money_for(FACTORY, 3 * PLUS)
        later, path = NOON + YEAR + timedelta(days=1), f"/stores/{store['id']}/membership/pay"
        if first == "clock":
            with overtaken_by(lambda: renew(later)):
                says(FACTORY.post(path), 409, "changed_meanwhile")
        else:
            with overtaken_by(lambda: made(FACTORY.post(path))):
                assert renew(later) == 0
        assert in_wallet(FACTORY) == 2 * PLUS

    def test_of_a_supplier_that_isnt_verified_any_more_is_not_taken(self) -> None:
        store = member()
        world.money_for(FACTORY, PLUS)
        made(OPERATOR.post(f"/suppliers/{store['id']}/judgement", {"action": "suspend", "reason": "Fakes"}))
        assert renew(NOON + YEAR) == 1
        assert (in_wallet(FACTORY), plan_of(store)["plan"]["tier"]) == (PLUS, "free")
        assert told() == ["membership_ended", "membership_changed"]

    def test_pays_nothing_where_nothing_is_owed(self) -> None:
        says(FACTORY.post(f"/stores/{a_supplier()['id']}/membership/pay"), 409, "no_membership_owed")


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plans that allow one answer, two and three, so that a test needn't ask a hundred times."""
    for number, plan in enumerate(PLANS.values(), start=1):
        monkeypatch.setitem(PLANS, plan.tier, rules.Plan(plan.tier, number, plan.price))


@pytest.mark.usefixtures("narrow")
class TestAnsweringOpenRequests:
    def test_is_allowed_as_often_as_the_plan_says_and_a_larger_one_allows_more_at_once(self) -> None:
        listing = wares()
        store = {"id": listing["store_id"]}
        with clock.stopped_at(NOON):
            a_quote(a_request(), listing)
            second = a_request()
            with nothing_changes():
                refusal = quoting(second, listing)
            says(refusal, 402, "answers_used_up")
            assert "1 open requests a month" in refusal.json["detail"]
            a_member(store=store)
            a_quote(second, listing)
            says(quoting(a_request(), listing), 402, "answers_used_up")
            assert plan_of(store)["answered"] == 2

    def test_begins_anew_with_the_month(self) -> None:
        listing = wares()
        with clock.stopped_at(datetime(2026, 11, 30, 23, 59, tzinfo=UTC)):
            a_quote(a_request(), listing)
            says(quoting(a_request(), listing), 402, "answers_used_up")
        with clock.stopped_at(datetime(2026, 12, 1, tzinfo=UTC)):
            a_quote(a_request(), listing)

    def test_counts_neither_a_better_quotation_nor_what_is_asked_of_this_supplier_alone(self) -> None:
        listing = wares()
        with clock.stopped_at(NOON):
            request = a_request()
            a_quote(request, listing)
            a_quote(request, listing, price=500)
            a_quote(a_request(listing_id=listing["id"]), listing)
            assert plan_of({"id": listing["store_id"]})["answered"] == 1

    def test_of_two_at_once_only_as_many_as_fit(self) -> None:
        listing = wares()
        with clock.stopped_at(NOON):
            first, second = a_request(), a_request()
            with overtaken_by(lambda: a_quote(first, listing)):
                says(quoting(second, listing), 402, "answers_used_up")


class TestWhoLeaves:
    def test_ends_her_plans_first_and_is_handed_out_her_invoices(self) -> None:
        store = member()
        (holding,) = personal.HOLDINGS
        her = person_id(FACTORY)
        assert len(holding.open_matters(her, None).items) == 1
        assert len(holding.pages(her, None).items) == 1
        made(taking(store, "free", NOON + HALF))
        assert holding.open_matters(her, None).items == []
        assert len(holding.pages(her, None).items) == 2


class TestTheCourse:
    def test_of_what_is_paid_ahead_reminds_four_times_within_its_grace(self) -> None:
        one = rules.changed(Membership("sto_1", "per_1"), Tier.PLUS, now=NOON)
        late = subscribing.overdue(subscribing.renewed(one, period=YEAR), "inv_1", now=NOON + YEAR)
        heard, at = 0, NOON + YEAR
        while not subscribing.hopeless(late, now=at):
            heard += subscribing.reminded(late)
            at += subscribing.RETRY
            late = subscribing.tried_again(late, now=at)
        assert (heard, at) == (4, NOON + YEAR + subscribing.GRACE)
