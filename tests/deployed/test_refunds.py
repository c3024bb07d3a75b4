"""What goes back: refunds, a dispute and its ruling, and the books that are closed over it."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, time
from typing import Any

import httpx
import pytest

from demo import photos
from demo.people import Person
from tests.conftest import Stack
from tests.deployed.test_first_sale import (
    SCHEDULED,
    a_shipped_order,
    heard,
    home,
    in_wallet,
    invoke,
    list_goods,
    open_store,
    somebody,
    stock_of,
    top_up,
)
from tests.deployed.watching import audit, balances, until

PARCEL = {"courier": "圆通", "tracking_number": "YT0002"}


@pytest.fixture(scope="module")
def mei(stack: Stack) -> Person:
    return somebody(stack, "Mei")


@pytest.fixture(scope="module")
def store(mei: Person) -> Any:
    return open_store(mei, "梅的小铺")


@pytest.fixture
def li(stack: Stack) -> Person:
    return somebody(stack, "Li")


@pytest.fixture(scope="module")
def operator(stack: Stack) -> Person:
    """Somebody whom the platform lets decide."""
    person = somebody(stack, "Chen")
    cognito = stack.client("cognito-idp")
    cognito.admin_add_user_to_group(
        UserPoolId=stack.deployment.user_pool_id, Username=person.email.lower(), GroupName="operators"
    )
    return person.sign_in()


def ask(person: Person, order: Any, amount: int, **more: Any) -> Any:
    wish = {"reason": "damaged", "amount": amount, "text": "到手就碎了", **more}
    return person.post(f"/orders/{order['id']}/refunds", wish)


def refund_path(refund: Any) -> str:
    return f"/orders/{refund['order_id']}/refunds/{refund['id']}"


def code_of(reply: httpx.Response) -> str:
    code: str = reply.json()["code"]
    return code


class TestADispute:
    def test_is_ruled_by_an_operator_who_divides_the_money(
        self, stack: Stack, mei: Person, li: Person, store: Any, operator: Person
    ) -> None:
        order = a_shipped_order(mei, li, store)
        shown = li.upload(photos.photo_of("tortoiseshell-claw-clip"), "image/jpeg", "evidence")
        refund = ask(li, order, 600, photo_ids=[shown])
        assert li.get(f"/orders/{order['id']}")["open_refund"] == refund["id"]
        path = refund_path(refund)
        assert mei.post(f"{path}/reject", {"text": "发出时是好的"})["state"] == "rejected"
        disputed = li.post(f"{path}/dispute")
        hearing = f"/hearings/{order['id']}/{refund['id']}"
        for person in (mei, li):
            person.post(f"{path}/evidence", {"text": f"{person.name} 的说法"})

        # Nobody but an operator sees or rules it, and she sees the photo.
        assert mei.call("GET", hearing).status_code == 404
        assert li.call("POST", f"{hearing}/ruling", {"amount": 600, "text": "我赢"}).status_code == 404
        waiting = [one["id"] for one in operator.get("/hearings?limit=100")["items"]]
        assert disputed["id"] in waiting
        seen = operator.get(hearing)["evidence"]
        assert [one["by"] for one in seen] == ["buyer", "merchant", "buyer"]
        assert httpx.get(seen[0]["photos"][0], timeout=60).headers["content-type"].startswith("image/")

        before = in_wallet(li), in_wallet(mei)
        ruled = operator.post(f"{hearing}/ruling", {"amount": 350, "text": "各担一半有余"})

        assert (ruled["state"], ruled["amount"]["amount"]) == ("refunded", 350)
        assert in_wallet(li) - before[0] == 350
        assert in_wallet(mei) - before[1] == 650 - 13  # 2 % of what she keeps
        now = li.get(f"/orders/{order['id']}")
        assert (now["state"], now["refunded"]["amount"], now["open_refund"]) == ("completed", 350, None)
        assert audit(stack)[f"escrow:{order['id']}:CNY"] == 0
        assert "3.50" in heard(li, "order_refunded")["text"]["zh"]
        again = operator.call("POST", f"{hearing}/ruling", {"amount": 1, "text": "再来"})
        assert (again.status_code, code_of(again)) == (409, "wrong_refund_state")


class TestARefund:
    def test_before_shipping_gives_all_back_and_is_no_sale(
        self, stack: Stack, mei: Person, li: Person, store: Any
    ) -> None:
        clip = list_goods(mei, store, title="缺货发夹", price=800, stock=3)
        top_up(li, 800)
        item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 1, "price": 800}
        order = li.post("/checkouts", {"address_id": home(li), "items": [item]})["orders"][0]

        mei.post(f"/orders/{order['id']}/refunds", {"reason": "out_of_stock", "amount": 800})

        assert in_wallet(li) == 800
        assert li.get(f"/orders/{order['id']}")["state"] == "refunded"
        assert mei.call("POST", f"/orders/{order['id']}/parcel", PARCEL).status_code == 409
        assert audit(stack)[f"escrow:{order['id']}:CNY"] == 0

    def test_of_goods_sent_back_is_paid_once_they_are_received(
        self, stack: Stack, mei: Person, li: Person, store: Any
    ) -> None:
        order = a_shipped_order(mei, li, store)
        path = refund_path(ask(li, order, 1_000, kind="return", reason="changed_mind"))
        assert mei.post(f"{path}/accept", {"text": "寄回义乌稠州北路 1 号"})["state"] == "returning"
        assert (
            li.post(f"{path}/parcel", {"courier": "圆通", "tracking_number": "YT7777"})["state"] == "returned"
        )
        assert in_wallet(li) == 0

        assert mei.post(f"{path}/receive")["state"] == "refunded"

        assert in_wallet(li) == 1_000
        audit(stack)

    def test_of_more_than_is_left_is_refused_and_changes_nothing(
        self, mei: Person, li: Person, store: Any
    ) -> None:
        order = a_shipped_order(mei, li, store)
        reply = li.call("POST", f"/orders/{order['id']}/refunds", {"reason": "damaged", "amount": 1_001})
        assert (reply.status_code, code_of(reply)) == (422, "refund_too_large")
        assert li.get(f"/orders/{order['id']}/refunds")["items"] == []

    def test_lapses_in_the_buyers_favour_when_nobody_answers(
        self, stack: Stack, mei: Person, li: Person, store: Any
    ) -> None:
        order = a_shipped_order(mei, li, store)
        refund = ask(li, order, 400)
        stack.client("dynamodb").update_item(
            TableName=stack.deployment.table("orders"),
            Key={"pk": {"S": refund["id"]}, "sk": {"S": "refund"}},
            UpdateExpression="SET due_at = :past, deadline = :past",
            ExpressionAttributeValues={":past": {"S": "2020-01-01T00:00:00.000000Z"}},
        )

        invoke(stack, "sweep", SCHEDULED)

        assert li.get(refund_path(refund))["state"] == "refunded"
        assert in_wallet(li) == 400
        audit(stack)


class TestAWalletThatIsCareful:
    def test_asks_for_the_pin_and_locks_after_five_wrong_ones(
        self, mei: Person, li: Person, store: Any
    ) -> None:
        clip = list_goods(mei, store, title="密码发夹", price=100, stock=9)
        top_up(li, 1_000)
        item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 1, "price": 100}
        wish = {"address_id": home(li), "items": [item]}
        li.post("/wallet/pin", {"pin": "314159"})

        assert code_of(li.call("POST", "/checkouts", wish)) == "pin_required"
        assert li.call("POST", "/checkouts", {**wish, "pin": "314159"}).status_code == 201
        codes = [code_of(li.call("POST", "/checkouts", {**wish, "pin": "271828"})) for _ in range(6)]

        assert (codes[0], codes[-1]) == ("wrong_pin", "pin_locked")
        assert code_of(li.call("POST", "/checkouts", {**wish, "pin": "314159"})) == "pin_locked"
        assert (stock_of(li, clip), in_wallet(li)) == (8, 900)

    def test_counts_what_was_topped_up_against_the_days_limit(self, li: Person) -> None:
        def used() -> dict[str, int]:
            return {one["use"]: one["used"]["amount"] for one in li.get("/wallet/limits")["items"]}

        before = used()
        top_up(li, 700)
        assert {use: amount - before[use] for use, amount in used().items() if amount != before[use]} == {
            "top_up": 700
        }

    def test_gives_money_back_to_the_card_it_came_from_and_never_more(self, stack: Stack, li: Person) -> None:
        charge = li.post("/wallet/top-ups", {"amount": 900, "currency": "CNY", "method": "pm_card_visa"})
        wish = {"amount": 600, "currency": "CNY", "destination": charge["id"]}
        first = li.post("/wallet/withdrawals", wish)
        path = f"/wallet/withdrawals/{first['id']}"
        until(lambda: li.get(path)["state"] == "paid")

        reply = li.call("POST", "/wallet/withdrawals", {**wish, "amount": 301})

        assert (reply.status_code, code_of(reply)) == (409, "not_refundable")
        assert in_wallet(li) == 300
        audit(stack)

    def test_tells_its_statement_as_a_sheet_that_adds_up(self, li: Person) -> None:
        for amount in (100, 250):
            top_up(li, amount)
        reply = li.call("GET", "/wallet/statement.csv?language=en")
        assert reply.headers["content-type"].startswith("text/csv")
        rows = list(csv.reader(io.StringIO(reply.text.lstrip("\ufeff"))))
        assert [row[-1] != "" for row in rows[1:]] == [True, True]
        assert {"3.50", "1.00", "2.50"} <= {cell for row in rows[1:] for cell in row}


class TestTheBooks:
    def test_are_closed_without_a_difference(self, stack: Stack, operator: Person) -> None:
        grace_over = datetime.combine(datetime.now(UTC).date(), time(2), UTC).isoformat()

        def closed() -> Any:
            invoke(stack, "close_books", SCHEDULED | {"time": grace_over})
            return [one for one in operator.get("/books")["items"] if one["phase"] == "closed"]

        day = until(closed)[0]

        assert sum(line["balance"]["amount"] for line in day["trial"]) == 0
        assert operator.get(f"/books/{day['day']}/differences")["items"] == []
        assert operator.get(f"/books/{day['day']}") == day
        assert sum(balances(stack).values()) == 0

    def test_are_not_for_merchants(self, mei: Person) -> None:
        assert mei.call("GET", "/books").status_code == 403
