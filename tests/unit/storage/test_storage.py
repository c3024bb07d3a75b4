"""A plan's life: taken, changed, renewed, unpaid, recovered, given up; and what room it gives."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from chalicelib.foundation import clock
from chalicelib.storage import service
from chalicelib.storage.rules import GIB, PERIOD, PLANS, PlanCode, Usage, half_up, usage_lines
from tests.unit import world
from tests.unit.conftest import calls, messages
from tests.unit.world import LI, MEI, made

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
MEIS = world.person_id(MEI)


def take(plan: str, at: datetime = NOON) -> Any:
    with clock.stopped_at(at):
        return made(MEI.post("/storage/plan", {"plan": plan}))


def renew(at: datetime) -> int:
    with clock.stopped_at(at):
        return service.renew_due(at)


def invoices() -> list[Any]:
    items: list[Any] = made(MEI.get("/storage/invoices"))["items"]
    return items


class TestTakeAPlan:
    def test_is_paid_at_once_and_gives_its_room(self) -> None:
        world.money_for(MEI, 2_000)
        standing = take("standard")
        assert world.in_wallet(MEI) == 500
        assert standing["free_bytes"] == 10 * GIB
        (invoice,) = invoices()
        assert (invoice["state"], invoice["total"]["amount"]) == ("paid", 1_500)

    def test_can_be_printed(self) -> None:
        world.money_for(MEI, 1_500)
        take("standard")
        assert MEI.get(invoices()[0]["pdf_path"]).content.startswith(b"%PDF")

    def test_is_refused_without_the_money_and_nothing_changes(self) -> None:
        assert MEI.post("/storage/plan", {"plan": "pro"}).json["code"] == "insufficient_funds"
        assert made(MEI.get("/storage"))["plan"]["code"] == "free"

    def test_is_paid_once_however_often_it_is_asked(self) -> None:
        world.money_for(MEI, 9_000)
        for _ in range(2):
            made(MEI.post("/storage/plan", {"plan": "standard"}, key="k"))
        assert world.in_wallet(MEI) == 7_500

    def test_up_and_down_gives_back_the_rest_to_the_second(self) -> None:
        world.money_for(MEI, 10_000)
        take("standard")
        take("pro", NOON + PERIOD / 2)
        assert world.in_wallet(MEI) == 10_000 - 1_500 + 750 - 6_800
        take("free", NOON + PERIOD / 2 + timedelta(seconds=1))
        left = int(PERIOD.total_seconds()) - 1
        assert world.in_wallet(MEI) == 2_450 + 6_800 * left // int(PERIOD.total_seconds())

    def test_reads_its_room_once_however_long_the_plan_before_lasted(self) -> None:
        world.money_for(MEI, 10_000)
        take("standard")
        with calls() as asked:
            take("pro", NOON + PERIOD / 2)
        assert asked.count("BatchGetItem") == asked.count("Query") == 1


class TestAQuote:
    def test_is_what_the_change_then_costs_and_changes_nothing(self) -> None:
        world.money_for(MEI, 10_000)
        take("standard")
        with clock.stopped_at(NOON + PERIOD / 3):
            quote = made(MEI.get("/storage/quote?plan=pro"))
            assert made(MEI.get("/storage"))["plan"]["code"] == "standard"
            made(MEI.post("/storage/plan", {"plan": "pro"}))
        assert [(line["kind"], line["amount"]["amount"]) for line in quote["lines"]] == [
            ("remainder", -1_000),
            ("plan", 6_800),
        ]
        assert world.in_wallet(MEI) == 10_000 - 1_500 - quote["total"]["amount"]

    def test_is_refused_for_the_plan_that_one_has_and_for_one_that_is_too_small(self) -> None:
        assert MEI.get("/storage/quote?plan=free").json["code"] == "same_plan"
        refused = MEI.get("/storage/quote?plan=golden").json
        assert (refused["status"], refused["errors"][0]["field"]) == (422, "plan")


class TestRenewal:
    def test_is_paid_once_for_a_period(self) -> None:
        world.money_for(MEI, 5_000)
        take("standard")
        later = NOON + PERIOD + timedelta(minutes=1)
        assert [renew(later), renew(later)] == [1, 0]
        assert world.in_wallet(MEI) == 2_000
        assert made(MEI.get("/storage"))["period_ends"].startswith("2026-12-31T12:00:00")

    def test_that_can_not_be_paid_lets_files_only_be_read_until_it_is(self) -> None:
        world.money_for(MEI, 1_500)
        take("standard")
        renew(NOON + PERIOD)
        assert made(MEI.get("/storage"))["read_only"] is True
        new = {"content_type": "image/png", "bytes": 1_000, "purpose": "logo"}
        assert MEI.post("/photos", new).json["code"] == "storage_read_only"
        assert MEI.post("/storage/plan", {"plan": "free"}).json["code"] == "invoice_unpaid"
        world.money_for(MEI, 1_500)
        for _ in range(2):
            made(MEI.post(f"/storage/invoices/{invoices()[0]['id']}/pay"))
        assert world.in_wallet(MEI) == 0
        assert MEI.post("/photos", new).status == 201

    def test_is_tried_again_each_day(self) -> None:
        world.money_for(MEI, 1_500)
        take("standard")
        renew(NOON + PERIOD)
        world.money_for(MEI, 1_500)
        assert renew(NOON + PERIOD + timedelta(days=1)) == 1
        assert [one["state"] for one in invoices()] == ["paid", "paid"]
        assert made(MEI.get("/storage"))["read_only"] is False

    def test_is_given_up_after_two_weeks_and_leaves_the_free_plan(self) -> None:
        world.money_for(MEI, 1_500)
        take("standard")
        for day in range(16):
            renew(NOON + PERIOD + timedelta(days=day, minutes=day))
        standing = made(MEI.get("/storage"))
        assert (standing["plan"]["code"], standing["read_only"]) == ("free", False)
        assert invoices()[0]["state"] == "uncollected"
        assert len(messages("notifications")) == 1 + 4 + 1, "taken, reminded four times, ended"


class TestUsage:
    def test_beyond_the_plan_is_rounded_once_a_line(self) -> None:
        plan = PLANS[PlanCode.PAY_AS_YOU_GO]
        month = GIB * int(PERIOD.total_seconds())
        lines = usage_lines(plan, Usage(byte_seconds=3 * month, requests=15_000, sent=GIB // 2))
        assert [line.amount for line in lines] == [90, 15, 25]

    def test_within_the_plan_costs_nothing(self) -> None:
        assert usage_lines(PLANS[PlanCode.STANDARD], Usage(9**15, 300_000, 100 * GIB)) == []

    def test_rounds_half_up(self) -> None:
        assert [half_up(n, 10) for n in (4, 5, 14, 15)] == [0, 1, 1, 2]


class TestRecommended:
    def test_is_the_cheapest_that_holds_it(self) -> None:
        asked = [(GIB, 0, 0), (0, 400_000, 0), (2000 * GIB, 0, 0)]
        found = [service.recommended(size=s, requests=r, bandwidth=b).code.value for s, r, b in asked]
        assert found == ["standard", "pro", "pay_as_you_go"]


class TestOthers:
    def test_do_not_see_an_invoice(self) -> None:
        world.money_for(MEI, 1_500)
        take("standard")
        assert LI.get(f"/storage/invoices/{invoices()[0]['id']}").json["code"] == "invoice_not_found"
