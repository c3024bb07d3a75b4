from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from chalicelib.foundation import aws
from chalicelib.notifications import handlers
from chalicelib.notifications.push import rules, sns
from chalicelib.notifications.push.rules import PushLanguage
from chalicelib.notifications.words import WORDS
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls, messages
from tests.unit.conversations import talks
from tests.unit.notifications.phones import applications, disable, endpoints
from tests.unit.stores.crew import says
from tests.unit.world import LI, MEI, ZHAO, made

TOKEN = "00fc13adff785122b4ad28809a3420982341241421348097878e577c991de8f0"


@pytest.fixture
def pushes(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """What SNS was asked to push."""
    seen: list[Any] = []
    client = aws.client("sns")
    publish = client.publish

    def note(**asked: Any) -> Any:
        answer = publish(**asked)
        seen.append(asked)
        return answer

    monkeypatch.setattr(client, "publish", note)
    with applications():
        yield seen


def registered(who: Api, token: str = TOKEN, platform: str = "apns", **more: Any) -> Any:
    return made(who.post("/push-devices", {"platform": platform, "token": token, **more}))


def phones(who: Api) -> list[str]:
    return [one["id"] for one in made(who.get("/push-devices"))["items"]]


def deliver(batch: list[Any] | None = None) -> list[Any]:
    batch = messages("notifications") if batch is None else batch
    assert handlers.deliver_notifications({"Records": batch}) == {"batchItemFailures": []}
    return batch


class TestPhones:
    def test_are_registered_once_and_taken_off(self) -> None:
        phone = registered(MEI)
        assert registered(MEI, language="en")["id"] == phone["id"]
        assert phones(MEI) == [phone["id"]]
        assert "token" not in made(MEI.get("/push-devices"))["items"][0]
        says(LI.delete(f"/push-devices/{phone['id']}"), 404, "push_device_not_found")
        made(MEI.delete(f"/push-devices/{phone['id']}"))
        assert phones(MEI) == []
        says(MEI.delete(f"/push-devices/{phone['id']}"), 404, "push_device_not_found")

    def test_are_told_only_what_is_for_who_holds_them_now(self, pushes: list[Any]) -> None:
        registered(MEI)
        registered(LI)
        assert (phones(MEI), len(phones(LI))) == ([], 1)
        world.a_paid_order()
        deliver()
        assert pushes == []

    def test_are_ten_at_most_and_the_oldest_is_forgotten(self) -> None:
        tokens = [f"token-number-{number:02}" for number in range(rules.MOST_DEVICES + 2)]
        ids = [registered(MEI, token)["id"] for token in tokens]
        assert phones(MEI) == ids[2:]
        assert registered(LI, tokens[0])["id"] == ids[0]  # it is nobody's any more

    def test_cost_the_same_whoever_registers(self) -> None:
        with calls() as made_calls:
            registered(MEI)
        assert made_calls == ["BatchGetItem", "TransactWriteItems"]


class TestPush:
    def test_reaches_every_phone_once_however_often_the_message_comes(self, pushes: list[Any]) -> None:
        registered(MEI)
        registered(MEI, "fcm-token-1", "fcm", language="en")
        order = world.a_paid_order()
        batch = deliver()
        for _ in range(2):
            deliver(batch)
        assert len(pushes) == 2
        (notice,) = made(MEI.get("/notifications"))["items"]
        said = [json.loads(one["Message"]) for one in pushes]
        assert [one["default"] for one in said] == ["您的订单有新动态", "There is news about an order."]
        assert json.loads(said[0]["APNS"])["notification"] == notice["id"]
        google = json.loads(said[1]["GCM"])["fcmV1Message"]["message"]
        assert google["android"]["collapse_key"] == notice["id"]
        assert order["id"] not in pushes[0]["Message"]

    def test_comes_after_a_crash_between_the_inbox_and_the_phone(
        self, pushes: list[Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        registered(MEI)
        world.a_paid_order()
        batch = messages("notifications")
        with monkeypatch.context() as broken:
            broken.setattr(sns, "endpoint_of", lambda *_: 1 / 0)
            assert handlers.deliver_notifications({"Records": batch})["batchItemFailures"]
        assert (len(made(MEI.get("/notifications"))["items"]), pushes) == (1, [])
        deliver(batch)
        assert len(pushes) == 1

    def test_tells_nobody_of_what_was_read_meanwhile(self, pushes: list[Any]) -> None:
        world.a_paid_order()
        batch = deliver()
        (notice,) = made(MEI.get("/notifications"))["items"]
        made(MEI.post(f"/notifications/{notice['id']}/read"))
        registered(MEI)
        deliver(batch)
        assert pushes == []

    def test_tells_of_a_message_only_who_is_absent(self, pushes: list[Any]) -> None:
        store = world.a_store()
        talk = talks.a_talk(listing=world.a_listing(store=store))
        registered(MEI)
        device = talks.a_device(MEI, store=store)
        with talks.posted():
            talks.say(LI, talk)
        deliver()
        assert pushes == []
        talks.left(device)
        talks.say(LI, talk)
        deliver()
        assert len(pushes) == 1

    @pytest.mark.parametrize("how", ["disabled", "deleted"])
    def test_forgets_a_phone_that_sns_knows_no_more(self, pushes: list[Any], how: str) -> None:
        registered(MEI)
        world.a_paid_order()
        deliver()
        (endpoint,) = endpoints()
        if how == "disabled":
            disable(endpoint)
        else:
            aws.client("sns").delete_endpoint(EndpointArn=endpoint)
        world.a_paid_order(ZHAO)
        deliver()
        assert (len(pushes), phones(MEI)) == (1, [])
        deliver()
        assert endpoints() == []

    def test_leaves_nothing_at_sns_of_a_phone_that_was_taken_off(self, pushes: list[Any]) -> None:
        phone = registered(MEI)
        world.a_paid_order()
        deliver()
        made(MEI.delete(f"/push-devices/{phone['id']}"))
        batch = messages("notifications")
        registered(MEI)
        deliver(batch)
        assert len(endpoints()) == 1  # it came back meanwhile
        made(MEI.delete(f"/push-devices/{phone['id']}"))
        deliver(batch)
        assert endpoints() == []

    def test_asks_nothing_on_a_stage_without_applications(self) -> None:
        registered(MEI)
        world.a_paid_order()
        batch = messages("notifications")
        with calls() as made_calls:
            deliver(batch)
        assert "BatchGetItem" not in made_calls

    @pytest.mark.parametrize("language", PushLanguage)
    def test_says_what_anybody_may_read(self, language: PushLanguage) -> None:
        for kind in WORDS:
            assert "{" not in rules.words(kind, language)
