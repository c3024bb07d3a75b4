"""Stock over HTTP, on the deployed stage: held for a card, given back, counted, written down, told of."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.foundation import ids
from demo.people import Person
from tests.conftest import Stack
from tests.deployed.test_first_sale import (
    SCHEDULED,
    heard,
    home,
    invoke,
    list_goods,
    notify,
    open_store,
    somebody,
    stock_of,
)
from tests.deployed.watching import audit, until


@pytest.fixture(scope="module")
def mei(stack: Stack) -> Person:
    return somebody(stack, "Mei")


@pytest.fixture(scope="module")
def li(stack: Stack) -> Person:
    return somebody(stack, "Li")


@pytest.fixture(scope="module")
def store(mei: Person) -> Any:
    return open_store(mei, "库存小铺")


def begin(buyer: Person, clip: Any, quantity: int) -> Any:
    item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": quantity, "price": 250}
    return buyer.call(
        "POST", "/checkouts", {"address_id": home(buyer), "items": [item], "pay_from": "gateway"}
    )


def run_out(stack: Stack, checkout: Any) -> None:
    """Let a reservation's time pass."""
    stack.client("dynamodb").update_item(
        TableName=stack.deployment.table("listings"),
        Key={"pk": {"S": ids.derived("rsv", checkout["id"])}, "sk": {"S": "reservation"}},
        UpdateExpression="SET due_at = :stamp, #until = :past",
        ExpressionAttributeNames={"#until": "until"},
        ExpressionAttributeValues={
            ":stamp": {"S": "2020-01-01T00:00:00.000000Z"},
            ":past": {"S": "2020-01-01T00:00:00.000000+0000"},
        },
    )


def told(mei: Person, clip: Any) -> list[tuple[str, int, int]]:
    """The journal's causes, changes and what was left, the oldest first."""
    found = mei.get(f"/listings/{clip['id']}/stock-journal")
    return [(one["cause"], one["change"], one["stock"]) for one in reversed(found["items"])]


class TestStock:
    def test_held_for_a_card_is_given_back_when_given_up_and_when_its_time_is_over(
        self, stack: Stack, mei: Person, li: Person, store: Any
    ) -> None:
        clip = list_goods(mei, store, title="预留发夹", price=250, stock=3)

        first = begin(li, clip, 2).json()
        assert stock_of(li, clip) == 1
        refused = begin(somebody(stack, "Zhao"), clip, 2)
        assert (refused.status_code, refused.json()["code"]) == (409, "sold_out")

        assert li.post(f"/checkouts/{first['id']}/cancel")["state"] == "cancelled"
        assert stock_of(li, clip) == 3

        second = begin(li, clip, 2).json()
        run_out(stack, second)
        invoke(stack, "sweep", SCHEDULED)
        until(lambda: stock_of(li, clip) == 3)

        # The money was in time although the reservation is gone: the goods are taken anew.
        assert notify(stack, second, "late").status_code == 204
        until(lambda: li.get(f"/checkouts/{second['id']}")["state"] == "placed")
        assert stock_of(li, clip) == 1
        audit(stack)

        until(lambda: len(told(mei, clip)) == 6)
        assert told(mei, clip) == [
            ("listed", 3, 3),
            ("reserved", -2, 1),
            ("released", 2, 3),
            ("reserved", -2, 1),
            ("lapsed", 2, 3),
            ("sold", -2, 1),
        ]

    def test_is_counted_and_told_of_when_it_runs_low_and_out_and_comes_back(
        self, mei: Person, store: Any
    ) -> None:
        clip = list_goods(mei, store, title="盘点发夹", price=250, stock=5)
        path = f"/listings/{clip['id']}"
        mei.put(f"{path}/stock-alert", {"threshold": 2})
        until(lambda: told(mei, clip))

        mei.post(f"{path}/stock-count", {"variant_id": "v01", "counted": 2, "seen": 5})
        low = heard(mei, "stock_low")
        assert (low["reference"], "还剩 2 件" in low["text"]["zh"]) == (clip["id"], True)
        mei.post(f"{path}/stock", {"variant_id": "v01", "change": -2})
        assert heard(mei, "stock_out")["reference"] == clip["id"]
        mei.post(f"{path}/stock", {"variant_id": "v01", "change": 4})
        assert heard(mei, "stock_back")["reference"] == clip["id"]
        assert [cause for cause, *_ in told(mei, clip)] == ["listed", "counted", "written_off", "restocked"]
