from __future__ import annotations

from typing import Any

import pytest

from chalicelib.notifications import handlers
from chalicelib.notifications.words import WORDS
from chalicelib.payments import handlers as payments
from chalicelib.subscriptions import SUBSCRIPTIONS
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import messages
from tests.unit.world import LI, MEI, ZHAO

OPERATOR = Api("eeeeeeee-0000-0000-0000-000000000001", claims={"cognito:groups": "operators"})


def deliver(times: int = 1) -> None:
    batch = messages("notifications")
    for _ in range(times):
        answer = handlers.deliver_notifications({"Records": batch})
        assert answer == {"batchItemFailures": []}


def told(person: Api) -> list[Any]:
    items: list[Any] = world.made(person.get("/notifications"))["items"]
    return items


class TestNotifications:
    def test_tell_the_merchant_of_a_paid_order_in_both_languages(self) -> None:
        order = world.a_paid_order()
        deliver()

        (notice,) = told(MEI)
        assert (notice["kind"], notice["reference"]) == ("order_paid", order["id"])
        assert "¥10.00" in notice["text"]["zh"] and "¥10.00" in notice["text"]["en"]

    def test_tell_once_however_often_the_message_comes(self) -> None:
        world.a_paid_order()
        deliver(times=3)
        assert len(told(MEI)) == 1

    def test_tell_the_buyer_that_her_goods_are_on_their_way(self) -> None:
        world.a_shipped_order()
        deliver()
        assert [one["kind"] for one in told(LI)] == ["order_shipped"]
        assert "YT123456" in told(LI)[0]["text"]["zh"]

    def test_tell_the_merchant_what_she_earned(self) -> None:
        order = world.a_shipped_order()
        world.made(LI.post(f"/orders/{order['id']}/confirm"))
        deliver()
        assert "¥9.80" in told(MEI)[0]["text"]["en"]

    def test_ask_the_buyer_for_her_review_once_the_order_is_completed(self) -> None:
        order = world.a_completed_order()
        deliver()
        (asked,) = [one for one in told(LI) if one["kind"] == "review_invited"]
        assert asked["reference"] == order["id"]

    def test_tell_each_side_what_the_other_one_says_of_the_goods(self) -> None:
        review = world.a_review(LI, world.a_completed_order(), stars=4)
        for text in ("谢谢！", "谢谢您！"):
            world.made(MEI.put(f"/reviews/{review['id']}/reply", {"text": text}))
        world.made(OPERATOR.post(f"/reviews/{review['id']}/hide", {"reason": "含有电话"}))
        deliver()
        assert ["4 星" in one["text"]["zh"] for one in told(MEI) if one["kind"] == "review_written"] == [True]
        kinds = sorted(one["kind"] for one in told(LI) if one["kind"].startswith("review_"))
        assert kinds == ["review_hidden", "review_invited", "review_replied"]

    @pytest.mark.parametrize(("canceller", "hears"), [(LI, MEI), (MEI, LI)])
    def test_tell_the_other_side_of_a_cancellation(self, canceller: Api, hears: Api) -> None:
        order = world.a_paid_order()
        world.made(canceller.post(f"/orders/{order['id']}/cancel"))
        deliver()
        assert told(hears)[0]["kind"] == "order_cancelled"

    @pytest.mark.parametrize(
        ("bank", "kind"), [("ba_ok", "withdrawal_paid"), ("ba_closed", "withdrawal_failed")]
    )
    def test_tell_what_the_bank_did(self, bank: str, kind: str) -> None:
        world.money_for(MEI)
        wish = {"amount": 500, "currency": "CNY", "destination": bank}
        world.made(MEI.post("/wallet/withdrawals", wish))
        assert payments.pay_out({"Records": messages("payouts")}) == {"batchItemFailures": []}
        deliver()
        assert [one["kind"] for one in told(MEI)] == [kind]

    def test_can_be_marked_as_read(self) -> None:
        world.a_paid_order()
        deliver()
        (notice,) = told(MEI)

        assert world.made(MEI.post(f"/notifications/{notice['id']}/read"))["read"] is True
        assert told(MEI)[0]["read"] is True

    def test_of_somebody_else_cannot(self) -> None:
        world.a_paid_order()
        deliver()
        (notice,) = told(MEI)
        assert ZHAO.post(f"/notifications/{notice['id']}/read").status == 404
        assert told(MEI)[0]["read"] is False

    def test_have_words_in_both_languages(self) -> None:
        assert all(set(words) == {"zh", "en"} for words in WORDS.values())

    def test_are_all_subscribed_to(self) -> None:
        heard = {kind for kind, queues in SUBSCRIPTIONS.items() if "notifications" in queues}
        assert heard == set(handlers.HEARD)


class TestOneBadMessage:
    def test_fails_alone(self) -> None:
        world.a_paid_order()
        good = messages("notifications")
        bad = [{"messageId": f"bad-{n}", "body": body} for n, body in enumerate(["{", "{}", '{"kind":"X"}'])]

        answer = handlers.deliver_notifications({"Records": [*bad, *good]})

        assert answer == {"batchItemFailures": [{"itemIdentifier": one["messageId"]} for one in bad]}
        assert len(told(MEI)) == 1
