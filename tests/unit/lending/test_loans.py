"""Loans through the API: apply, accept, the money, and who may lend how much."""

from __future__ import annotations

import base64
from datetime import timedelta

import pytest

from chalicelib.foundation import clock
from chalicelib.lending import handlers
from chalicelib.lending.contracts import sheet
from tests.unit.conftest import calls, everything_stored, messages
from tests.unit.lending import loans, sellers
from tests.unit.lending.loans import LENDER, OPERATOR, WISH, a_loan, a_pool, a_standing, accepted, applied
from tests.unit.payments import books
from tests.unit.world import LI, MEI, in_wallet, made, person_id


@pytest.fixture(autouse=True)
def pool() -> None:
    a_pool()
    a_standing()


class TestApply:
    def test_answers_with_decision_and_contract(self) -> None:
        found = applied(amount=10_000_0, months=12)
        loan = found["loan"]
        assert (found["decision"], loan["state"], len(loan["schedule"])) == ("approved", "offered", 12)
        assert [row["total"] for row in loan["schedule"][:11]] == [88_85] * 11
        assert sum(row["principal"] for row in loan["schedule"]) == 1_000_00
        assert loan["total_cost"]["amount"] == sum(row["interest"] for row in loan["schedule"])
        assert "88.85" in found["contract"]["html"] and loan["id"] in found["contract"]["html"]
        assert base64.b64decode(found["contract"]["pdf"]).startswith(b"%PDF")
        assert found["contract"]["digest"] == loan["contract"]

    def test_costs_a_read_a_query_and_a_write(self) -> None:
        with calls() as made_calls:
            applied()
        assert made_calls == ["BatchGetItem", "Query", "TransactWriteItems"]

    def test_beyond_the_limit_is_refused_with_reasons(self) -> None:
        found = applied(amount=5_000_01)
        assert (found["decision"], found["refusal"], found["loan"]) == ("refused", "beyond_limit", None)
        assert found["reasons"][0]["code"] == "sales_low"
        assert found["available"]["amount"] == 5_000_00

    def test_without_a_standing_there_is_none_to_decide_by(self) -> None:
        assert LI.post("/loans", WISH).json["code"] == "no_standing"

    def test_needs_consent(self) -> None:
        reply = MEI.post("/loans", WISH | {"consent": False})
        assert (reply.status, reply.json["field"]) == (422, "consent")

    def test_counts_what_is_owed_already(self) -> None:
        accepted(amount=4_000_00)
        assert applied(amount=1_000_01)["refusal"] == "beyond_limit"
        assert applied(amount=1_000_00)["decision"] == "approved"

    def test_a_share_of_sales_is_measured_by_the_sales(self) -> None:
        share = {"product": "share_of_sales", "share": 1000}
        assert MEI.post("/loans", WISH | share).json["code"] == "term_too_long"
        sellers.a_year(person_id(MEI), until=f"{clock.now():%Y-%m}")
        loan = applied(**share)["loan"]
        assert (loan["fee"]["amount"], len(loan["schedule"])) == (35_00, 1)


class TestAccept:
    def test_brings_the_money_once_however_often_the_message_comes(self) -> None:
        loan = accepted()
        batch = messages("disbursements")
        for _ in range(2):
            assert handlers.disburse_loans({"Records": batch * 2}) == {"batchItemFailures": []}
        assert in_wallet(MEI) == 1_000_00
        assert made(MEI.get(f"/loans/{loan['id']}"))["state"] == "active"
        books.audit()

    def test_takes_two_requests_in_all(self) -> None:
        with calls() as made_calls:
            offer = applied()["loan"]
            made(MEI.post(f"/loans/{offer['id']}/accept", {"contract": offer["contract"]}))
        assert made_calls[3:] == [
            "BatchGetItem",
            "BatchGetItem",
            "TransactWriteItems",
            "SendMessageBatch",
            "BatchWriteItem",
        ]

    def test_two_offers_that_fit_only_alone_are_not_both_accepted(self) -> None:
        offers = [applied(amount=3_000_00)["loan"] for _ in range(2)]
        replies = [MEI.post(f"/loans/{one['id']}/accept", {"contract": one["contract"]}) for one in offers]
        assert [one.status for one in replies] == [200, 409]
        assert replies[1].json["code"] == "beyond_limit"

    def test_of_another_contract_is_refused(self) -> None:
        offer = applied()["loan"]
        reply = MEI.post(f"/loans/{offer['id']}/accept", {"contract": "0" * 64})
        assert (reply.json["code"], reply.json["field"]) == ("contract_differs", "contract")

    def test_comes_too_late_after_a_day(self) -> None:
        offer = applied()["loan"]
        with clock.stopped_at(clock.now() + timedelta(hours=24)):
            reply = MEI.post(f"/loans/{offer['id']}/accept", {"contract": offer["contract"]})
        assert reply.json["code"] == "offer_expired"

    def test_of_somebody_elses_offer_finds_none(self) -> None:
        offer = applied()["loan"]
        assert LI.post(f"/loans/{offer['id']}/accept", {"contract": offer["contract"]}).status == 404

    def test_with_a_limit_that_has_shrunk_is_refused(self) -> None:
        offer = applied()["loan"]
        a_standing(limit=500_00)
        reply = MEI.post(f"/loans/{offer['id']}/accept", {"contract": offer["contract"]})
        assert reply.json["code"] == "beyond_limit"


class TestPools:
    def test_lend_no_more_than_their_cap(self) -> None:
        pool = made(OPERATOR.get("/lending/pools"))["items"][0]
        limits = {"cap": 1_500_00, "per_borrower": 9_000_00, "halted": False}
        made(OPERATOR.put(f"/lending/pools/{pool['id']}", limits))
        accepted()
        assert MEI.post("/loans", WISH).json["code"] == "nothing_to_lend"

    def test_lend_nobody_more_than_the_concentration_limit(self) -> None:
        pool = made(OPERATOR.get("/lending/pools"))["items"][0]
        limits = {"cap": 9_000_00, "per_borrower": 1_500_00, "halted": False}
        made(OPERATOR.put(f"/lending/pools/{pool['id']}", limits))
        accepted()
        assert MEI.post("/loans", WISH).json["code"] == "nothing_to_lend"

    def test_the_switch_stops_offers_and_acceptances_at_once(self) -> None:
        offer = applied()["loan"]
        made(OPERATOR.put("/lending/switch", {"halted": True}))
        assert MEI.post("/loans", WISH).json["code"] == "lending_halted"
        reply = MEI.post(f"/loans/{offer['id']}/accept", {"contract": offer["contract"]})
        assert reply.json["code"] == "lending_halted"

    def test_give_back_what_is_free_and_no_more(self) -> None:
        pool = made(OPERATOR.get("/lending/pools"))["items"][0]["id"]
        accepted()
        before = everything_stored()
        assert LENDER.post(f"/pools/{pool}/withdrawals", {"amount": 19_000_01}).json["code"] == "not_free"
        assert everything_stored() == before
        made(LENDER.post(f"/pools/{pool}/withdrawals", {"amount": 19_000_00}))
        loans.paid_out()
        assert (in_wallet(LENDER), in_wallet(MEI)) == (19_000_00, 1_000_00)
        books.audit()

    def test_are_their_owners(self) -> None:
        pool = made(OPERATOR.get("/lending/pools"))["items"][0]["id"]
        assert MEI.post(f"/pools/{pool}/withdrawals", {"amount": 1}).status == 404


class TestContract:
    def test_is_the_same_for_ever(self) -> None:
        loan = a_loan()
        made(MEI.post(f"/loans/{loan['id']}/payments", {"amount": 100_00}))
        reply = MEI.get(f"/loans/{loan['id']}/contract")
        assert reply.headers["content-type"].startswith("text/html")
        assert sheet.digest(reply.content.decode()) == loan["contract"]
        assert MEI.get(f"/loans/{loan['id']}/contract?form=pdf").content.startswith(b"%PDF")
