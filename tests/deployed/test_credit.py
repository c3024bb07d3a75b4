"""What a seller may borrow, over HTTP: after her sales got into her record, and after a night."""

from __future__ import annotations

from demo.people import Person
from tests.conftest import Stack
from tests.deployed.test_first_sale import SCHEDULED, home, invoke, list_goods, open_store, somebody, top_up
from tests.deployed.watching import until


def a_sale(mei: Person, li: Person) -> None:
    """Ten clips for ¥200 in all, sent at once and confirmed."""
    clip = list_goods(mei, open_store(mei, "梅的小铺"), title="发夹", price=2_000, stock=10)
    top_up(li, 20_000)
    item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 10, "price": 2_000}
    order = li.post("/checkouts", {"address_id": home(li), "items": [item]})["orders"][0]
    mei.post(f"/orders/{order['id']}/parcel", {"courier": "圆通", "tracking_number": "YT0001"})
    li.post(f"/orders/{order['id']}/confirm")


class TestALimit:
    def test_follows_from_sales_is_told_and_is_reckoned_again_at_night(self, stack: Stack) -> None:
        mei, li = somebody(stack, "Mei"), somebody(stack, "Li")
        assert mei.call("GET", "/credit").status_code == 404
        a_sale(mei, li)
        (month,) = until(lambda: mei.get("/credit/record")["months"])
        assert (month["completed"], month["sales"]["amount"], month["sent_in_time"]) == (1, 20_000, 1)

        credit = mei.post("/credit")
        assert 2_000 <= credit["limit"]["amount"] <= 10_000
        assert credit["raises"]
        assert mei.get("/credit") == credit
        assert mei.call("POST", "/credit").status_code == 429
        assert li.post("/credit")["limit"]["amount"] == 0
        notices = until(
            lambda: [n for n in mei.get("/notifications")["items"] if n["kind"] == "credit_granted"]
        )
        assert "预授信额度" in notices[0]["text"]["zh"]

        stack.client("dynamodb").update_item(
            TableName=stack.deployment.table("lending"),
            Key={"pk": {"S": f"seller#{mei.get('/me')['id']}"}, "sk": {"S": "standing"}},
            UpdateExpression="SET due_at = :past",
            ExpressionAttributeValues={":past": {"S": "2020-01-01T00:00:00.000000Z"}},
        )
        invoke(stack, "sweep", SCHEDULED)
        assert until(lambda: mei.get("/credit")["computed_at"] > credit["computed_at"])
