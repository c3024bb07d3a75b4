"""Borrowing over HTTP: two requests, and the money comes through the real queue."""

from __future__ import annotations

import time
from typing import Any

import pytest

from demo.people import Person
from tests.conftest import Stack
from tests.deployed.test_first_sale import in_wallet, somebody, top_up
from tests.deployed.watching import audit, until

LOANS = 12
GENEROUS = 5.0
"""In seconds; `make bench-lending` measures what it really takes."""


def may_borrow(stack: Stack, person: Person, limit: int) -> None:
    """A limit as if it had been reckoned of a record."""
    person.post("/credit")
    stack.client("dynamodb").update_item(
        TableName=stack.deployment.table("lending"),
        Key={"pk": {"S": f"seller#{person.get('/me')['id']}"}, "sk": {"S": "standing"}},
        UpdateExpression="SET #limit = :limit, annual_rate = :rate",
        ExpressionAttributeNames={"#limit": "limit"},
        ExpressionAttributeValues={":limit": {"N": str(limit)}, ":rate": {"N": "1200"}},
    )


def an_operator(stack: Stack) -> Person:
    """Somebody who works for the platform."""
    person = somebody(stack, "Chen")
    stack.client("cognito-idp").admin_add_user_to_group(
        UserPoolId=stack.deployment.user_pool_id, Username=person.email.lower(), GroupName="operators"
    )
    return person.sign_in()


@pytest.fixture(scope="module")
def pool(stack: Stack) -> Any:
    lender = somebody(stack, "Youlin")
    wish = {"owner": lender.get("/me")["id"], "name": "邻里小贷", "cap": 10**8, "per_borrower": 10**7}
    made = an_operator(stack).post("/lending/pools", wish)
    top_up(lender, 2_000_000)
    return lender.post(f"/pools/{made['id']}/deposits", {"amount": 2_000_000})


def borrowed(person: Person, amount: int) -> Any:
    """The two requests."""
    wish = {"amount": amount, "months": 6, "purpose": "stock", "consent": True}
    offer = person.post("/loans", wish)["loan"]
    return person.post(f"/loans/{offer['id']}/accept", {"contract": offer["contract"]})


@pytest.mark.usefixtures("pool")
class TestALoan:
    def test_is_in_the_wallet_a_moment_after_it_was_accepted_and_is_paid_back(self, stack: Stack) -> None:
        mei = somebody(stack, "Mei")
        may_borrow(stack, mei, LOANS * 10_000)
        waits = []
        for number in range(1, LOANS + 1):
            loan = borrowed(mei, 10_000)
            accepted = time.monotonic()
            until(lambda so_far=number * 10_000: in_wallet(mei) == so_far)  # type: ignore[misc]
            waits.append(time.monotonic() - accepted)
        slowest = max(waits[1:])  # the first one wakes the functions
        print(f"\naccepted → spendable: median {sorted(waits)[LOANS // 2]:.3f} s, slowest {slowest:.3f} s")
        assert slowest < GENEROUS

        more = mei.post("/loans", {"amount": 1_000, "months": 1, "purpose": "stock", "consent": True})
        assert more["refusal"] == "beyond_limit"
        paid = mei.post(f"/loans/{loan['id']}/payments", {})
        assert (paid["state"], in_wallet(mei)) == ("repaid", (LOANS - 1) * 10_000)
        assert [one["code"] for one in mei.get(f"/loans/{loan['id']}/statement")["items"]] == [
            "loan_settled",
            "loan_owed",
        ]
        contract = mei.call("GET", f"/loans/{loan['id']}/contract?form=pdf")
        assert contract.content.startswith(b"%PDF")
        kinds = until(
            lambda: (
                {"loan_paid_out", "loan_repaid"}
                <= {one["kind"] for one in mei.get("/notifications")["items"]}
            )
        )
        assert kinds
        audit(stack)
