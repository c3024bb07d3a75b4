"""Loans that were paid out, through the API and the clock: what is due is taken, and the books agree."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.lending.servicing import service as servicing
from chalicelib.payments.closing import service as closing
from chalicelib.payments.closing.rules import Discrepancy, unbalanced
from tests.unit import world
from tests.unit.conftest import calls, everything_stored, messages
from tests.unit.lending import sellers
from tests.unit.lending.loans import OPERATOR, a_loan, a_pool, a_standing
from tests.unit.payments import books
from tests.unit.world import LI, MEI, in_wallet, made, person_id

START = datetime(2026, 1, 5, 2, tzinfo=UTC)
"""A Monday; the first instalment is due on Thursday 5 February."""


@pytest.fixture(autouse=True)
def pool() -> Iterator[None]:
    with clock.stopped_at(START):
        a_pool()
        a_standing()
        yield


@contextmanager
def on(month: int, day: int) -> Iterator[None]:
    """Late in the evening of a day, after the clock has done its work day by day."""
    moment = datetime(2026, month, day, 15, 30, tzinfo=UTC)
    with clock.stopped_at(moment):
        while servicing.act_due(clock.now()):
            pass
        yield


def shown(loan: Any) -> Any:
    return made(MEI.get(f"/loans/{loan['id']}"))


def sums(loan: Any) -> dict[str, int]:
    """The loan's own accounts and its pool's, by kind."""
    found = books.balances()
    return {
        name.partition(":")[0]: amount
        for name, amount in found.items()
        if loan["id"] in name or name.startswith(("pool:", "income:"))
    }


def heard() -> list[str]:
    """What the queue of notifications has got."""
    return [one["body"].split('"kind": "')[1].split(".")[0] for one in messages("notifications")]


class TestTheClock:
    def test_takes_each_instalment_on_its_day_until_the_loan_is_repaid(self) -> None:
        loan = a_loan()
        world.money_for(MEI, 100_00)
        for row in loan["schedule"]:
            with on(*(int(part) for part in row["due"].split("-")[1:])):
                pass
        after = shown(loan)
        assert (after["state"], after["owed"]["total"]) == ("repaid", 0)
        paid = sum(row["total"] for row in loan["schedule"])
        assert in_wallet(MEI) == 1_100_00 - paid
        assert sums(loan) == {
            "loan": 0,
            "interest": 0,
            "claim": 0,
            "provision": 0,
            "pool": 20_000_00,
            "income": paid - 1_000_00,
        }
        books.audit()

    def test_costs_two_reads_and_a_transaction_a_loan(self) -> None:
        a_loan()
        with clock.stopped_at(START + timedelta(days=1, hours=14)), calls() as made_calls:
            servicing.act_due(clock.now())
        assert [one for one in made_calls if one != "Query"] == [
            "BatchGetItem",
            "GetItem",
            "TransactWriteItems",
        ]

    def test_done_twice_does_nothing_more(self) -> None:
        a_loan()
        with on(2, 5):
            before = everything_stored()
            assert servicing.act_due(clock.now()) == 0
            assert everything_stored() == before

    def test_tells_before_and_after(self) -> None:
        a_loan()
        heard()
        with on(2, 2):
            assert heard() == ["InstalmentDueSoon"]
        with on(2, 5):
            assert heard() == ["LoanPaymentMade"]

    def test_takes_what_there_is_and_is_late_with_the_rest(self) -> None:
        loan = a_loan()
        made(MEI.post("/wallet/withdrawals", {"amount": 990_00, "currency": "CNY", "destination": "ba_ok"}))
        with on(2, 5):
            assert (in_wallet(MEI), shown(loan)["late_since"]) == (0, None)
        with on(2, 6):
            after = shown(loan)
            assert after["late_since"] == "2026-02-05"
            assert (
                MEI.post("/loans", {"amount": 10_000, "months": 1, "purpose": "stock", "consent": True}).json[
                    "refusal"
                ]
                == "late"
            )
        with on(3, 4):
            late = shown(loan)
            assert late["owed"]["penalty"] > 0
            assert (
                100_00 <= sums(loan)["provision"] <= 102_00
            )  # a tenth of it, anew when that changes it much
            world.money_for(MEI, 500_00)
        with on(3, 5):
            assert shown(loan)["late_since"] is None
        books.audit()


class TestPayments:
    def test_pay_off_the_whole_loan_at_the_quoted_sum(self) -> None:
        loan = a_loan()
        with on(1, 20):
            world.money_for(MEI, 100_00)
            quote = made(MEI.get(f"/loans/{loan['id']}/payoff"))
            assert (quote["owed"]["principal"], quote["owed"]["interest"]) == (1_000_00, 4_83)
            after = made(MEI.post(f"/loans/{loan['id']}/payments", {}))
            assert (after["state"], in_wallet(MEI)) == ("repaid", 1_100_00 - quote["total"]["amount"])
        books.audit()

    def test_in_part_make_the_next_instalments_smaller(self) -> None:
        loan = a_loan()
        after = made(MEI.post(f"/loans/{loan['id']}/payments", {"amount": 500_00}))
        assert len(after["schedule"]) == 6
        assert sum(row["principal"] for row in after["schedule"]) == 500_00
        assert after["schedule"][0]["total"] < loan["schedule"][0]["total"] * 0.51

    def test_beyond_the_wallet_change_nothing(self) -> None:
        loan = a_loan()
        made(MEI.post("/wallet/withdrawals", {"amount": 999_00, "currency": "CNY", "destination": "ba_ok"}))
        before = everything_stored()
        reply = MEI.post(f"/loans/{loan['id']}/payments", {"amount": 500_00})
        assert reply.json["code"] == "insufficient_funds"
        assert everything_stored() == before

    def test_free_the_limit_again(self) -> None:
        loan = a_loan(amount=5_000_00)
        made(MEI.post(f"/loans/{loan['id']}/payments", {"amount": 2_000_00}))
        wish = {"amount": 2_000_00, "months": 3, "purpose": "stock", "consent": True}
        assert made(MEI.post("/loans", wish))["decision"] == "approved"

    def test_stand_on_the_statement(self) -> None:
        loan = a_loan()
        made(MEI.post(f"/loans/{loan['id']}/payments", {"amount": 500_00}))
        lines = made(MEI.get(f"/loans/{loan['id']}/statement"))["items"]
        assert [(one["code"], one["balance"]["amount"]) for one in lines] == [
            ("loan_settled", -500_00),
            ("loan_owed", -1_000_00),
        ]

    def test_made_by_mistake_are_given_back_by_an_operator_once(self) -> None:
        loan = a_loan()
        with on(1, 20):
            before, owed, wallet = sums(loan), shown(loan)["owed"], in_wallet(MEI)
            made(MEI.post(f"/loans/{loan['id']}/payments", {"amount": 400_00}))
            after = made(OPERATOR.post(f"/loans/{loan['id']}/refund"))
            assert (after["owed"], in_wallet(MEI)) == (owed, wallet)
            after_sums = sums(loan)
            assert {after_sums[name] - before[name] for name in ("loan", "interest", "pool")} == {0}
            assert after_sums["income"] == 0
            assert sum(row["principal"] for row in after["schedule"]) == 1_000_00
            assert OPERATOR.post(f"/loans/{loan['id']}/refund").json["code"] == "nothing_paid"
        books.audit()


class TestShareOfSales:
    def test_is_swept_at_settlement_and_never_beyond_what_is_owed(self) -> None:
        sellers.a_year(person_id(MEI), until="2026-01")
        loan = a_loan(product="share_of_sales", share=5000, months=3, amount=100_00)
        (split,) = made(MEI.get("/wallet/splits"))["items"]
        assert (split["owner"], split["left"]) == ("lending", 102_00)
        before = in_wallet(MEI)
        world.a_completed_order(listing=world.a_listing(price=150_00, stock=3))
        assert in_wallet(MEI) - before == 73_50
        with on(1, 5):
            assert shown(loan)["owed"] == {
                "fee": 0, "penalty": 0, "interest": 0, "principal": 28_50, "total": 28_50,
            }  # fmt: skip
        world.a_completed_order(LI, MEI, listing=world.a_listing(price=150_00, stock=3))
        with on(1, 6):
            assert shown(loan)["state"] == "repaid"
        assert in_wallet(MEI) - before == 2 * 147_00 - 102_00
        assert made(MEI.get("/wallet/splits"))["items"] == []
        books.audit()


class TestOperators:
    def test_give_new_terms(self) -> None:
        loan = a_loan()
        with on(2, 20):
            after = made(
                OPERATOR.post(f"/loans/{loan['id']}/restructure", {"months": 12, "annual_rate": 600})
            )
        assert (len(after["schedule"]), after["annual_rate"]) == (12, 600)

    def test_write_off_what_isnt_counted_on_and_recover_some_of_it(self) -> None:
        loan = a_loan()
        made(MEI.post("/wallet/withdrawals", {"amount": 1_000_00, "currency": "CNY", "destination": "ba_ok"}))
        with on(6, 20):
            made(OPERATOR.post(f"/loans/{loan['id']}/write-off"))
            off = shown(loan)
            assert (off["state"], off["written_off"]["amount"] > 1_000_00) == ("written_off", True)
            assert {sums(loan)[name] for name in ("loan", "interest", "claim", "provision")} == {0}
            world.money_for(MEI, 300_00)
            made(MEI.post(f"/loans/{loan['id']}/payments", {"amount": 300_00}))
            assert shown(loan)["recovered"]["amount"] == 300_00
            assert (in_wallet(MEI), sums(loan)["pool"]) == (0, 19_300_00)
        pool = made(OPERATOR.get("/lending/pools"))["items"][0]
        assert (pool["free"], pool["lent"]) == (19_300_00, 0)
        books.audit()


class TestTheBooks:
    def test_are_closed_without_a_difference_and_tell_a_debt_that_nobody_claims(self) -> None:
        loan = a_loan()
        with on(2, 5):
            pass
        with clock.stopped_at(START + timedelta(days=32, hours=2)):
            while closing.close_books(clock.now()):
                pass
            (day,) = closing.days(limit=1, cursor=None).items
        names = ("loan", "interest", "claim", "provision")
        assert sum(day.trial[f"{name}:CNY"] for name in names) == 0
        assert (day.trial["loan:CNY"], day.differences) == (sums(loan)["loan"], 0)
        lost = {**day.trial, "claim:CNY": 0, "pool:CNY": day.trial["pool:CNY"] + day.trial["claim:CNY"]}
        assert [one.fault for one in unbalanced(lost)] == [Discrepancy.DEBTS]
