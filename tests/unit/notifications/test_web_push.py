"""Browsers are told as phones are, each by the push service that it chose."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

import pytest
import urllib3

from chalicelib.foundation import clock, p256
from chalicelib.notifications import handlers
from chalicelib.notifications.push import rules
from chalicelib.notifications.push.web import encryption, sending, vapid
from chalicelib.notifications.words import WORDS
from tests.api import Api
from tests.push_service import CONTACT, PushService, octets, verified
from tests.unit import world
from tests.unit.conftest import calls, messages
from tests.unit.conversations import talks
from tests.unit.notifications.browsers import a_push_service, subscribed, told
from tests.unit.notifications.phones import applications, endpoints
from tests.unit.stores.crew import says
from tests.unit.valid_requests import SUBSCRIPTION
from tests.unit.world import LI, MEI, ZHAO, made

EXAMPLE = {
    "plain": b"When I grow up, I want to be a watermelon",
    "key": "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
    "public_key": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    "salt": "DGv6ra1nlYgDCS1FRnbzlw",
    "auth": "BTBZMqHH6r4Tts7J_aSIgg",
    "message": "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAm"
    "S6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
}
"""RFC 8291, appendix A."""


@pytest.fixture
def service() -> Iterator[PushService]:
    with a_push_service() as listening:
        yield listening


def devices(who: Api) -> list[Any]:
    found: list[Any] = made(who.get("/push-devices"))["items"]
    return found


def deliver(batch: list[Any] | None = None, *, failing: bool = False) -> list[Any]:
    batch = messages("notifications") if batch is None else batch
    failed = handlers.deliver_notifications({"Records": batch})["batchItemFailures"]
    assert bool(failed) == failing
    return batch


def time_out(*_: object, **__: object) -> None:
    """What urllib3 does when nobody answers."""
    raise urllib3.exceptions.TimeoutError


class TestEncryption:
    def test_gives_what_the_standards_example_gives(self) -> None:
        found = encryption.encrypted_by(
            int.from_bytes(octets(str(EXAMPLE["key"]))),
            bytes(EXAMPLE["plain"]),  # type: ignore[arg-type]
            public_key=octets(str(EXAMPLE["public_key"])),
            auth=octets(str(EXAMPLE["auth"])),
            salt=octets(str(EXAMPLE["salt"])),
        )
        assert found == octets(str(EXAMPLE["message"]))

    def test_never_gives_the_same_twice(self) -> None:
        public_key, auth = octets(str(EXAMPLE["public_key"])), octets(str(EXAMPLE["auth"]))
        several = {encryption.encrypted(b"same", public_key=public_key, auth=auth) for _ in range(5)}
        assert len({one[:16] for one in several}) == len({one[21:86] for one in several}) == 5


class TestPushKey:
    def test_is_the_same_for_everybody_and_by_it_messages_are_signed(self) -> None:
        with told():
            key = made(Api().get("/push-key"))["key"]
            claims = verified(
                vapid.authorization("https://a.push.apple.com/x", contact=CONTACT, now=clock.now())
            )
        assert p256.point(octets(key))
        assert made_of(key)
        assert (claims["aud"], claims["sub"]) == ("https://a.push.apple.com", CONTACT)

    def test_is_none_where_nobody_tells_browsers(self) -> None:
        with calls() as asked:
            assert made(Api().get("/push-key")) == {"key": None}
        assert asked == []

    @pytest.mark.parametrize("hour", range(0, 24, 5))
    def test_vouches_for_less_than_a_day(self, hour: int) -> None:
        now = datetime(2026, 11, 27, hour, 59, 59, tzinfo=UTC)
        claims = verified(vapid.authorization("https://fcm.googleapis.com/x", contact=CONTACT, now=now))
        left = datetime.fromtimestamp(claims["exp"], UTC) - now
        assert timedelta(hours=6) < left <= timedelta(hours=12)


def made_of(key: str) -> bool:
    """Whether a sender says that this is its key."""
    with told():
        authorization = vapid.authorization("https://fcm.googleapis.com/x", contact=CONTACT, now=clock.now())
    return authorization.endswith(f", k={key}")


class TestSubscribing:
    def test_makes_a_browser_one_of_the_devices(self) -> None:
        browser = made(MEI.post("/push-subscriptions", {**SUBSCRIPTION, "language": "en"}))
        assert (browser["platform"], browser["language"]) == ("web", "en")
        assert made(MEI.post("/push-subscriptions", SUBSCRIPTION))["id"] == browser["id"]
        (kept,) = devices(MEI)
        assert kept["language"] == "zh"
        assert "keys" not in kept and str(SUBSCRIPTION["endpoint"]) not in json.dumps(kept)
        says(LI.delete(f"/push-devices/{browser['id']}"), 404, "push_device_not_found")
        made(MEI.delete(f"/push-devices/{browser['id']}"))
        assert devices(MEI) == []

    def test_takes_it_from_whoever_used_the_browser_before(self) -> None:
        made(MEI.post("/push-subscriptions", SUBSCRIPTION))
        made(LI.post("/push-subscriptions", SUBSCRIPTION))
        assert (devices(MEI), len(devices(LI))) == ([], 1)

    def test_is_limited_together_with_the_phones(self) -> None:
        made(MEI.post("/push-devices", {"platform": "fcm", "token": "the first one"}))
        for number in range(rules.MOST_DEVICES):
            endpoint = f"{SUBSCRIPTION['endpoint']}{number}"
            made(MEI.post("/push-subscriptions", {**SUBSCRIPTION, "endpoint": endpoint}))
        assert [one["platform"] for one in devices(MEI)] == ["web"] * rules.MOST_DEVICES

    @pytest.mark.parametrize(
        "endpoint",
        [
            "https://fcm.googleapis.com/fcm/send/abc:def",
            "https://web.push.apple.com/QGuQ",
            "https://wns2-par02p.notify.windows.com/w/?token=BQY%3d",
        ],
    )
    def test_knows_the_browsers_services(self, endpoint: str) -> None:
        made(MEI.post("/push-subscriptions", {**SUBSCRIPTION, "endpoint": endpoint}))

    @pytest.mark.parametrize(
        "endpoint",
        [
            "http://fcm.googleapis.com/x",
            "https://169.254.169.254/latest/meta-data",
            "https://example.com/fcm.googleapis.com",
            "https://fcm.googleapis.com.example.com/x",
            "https://fcm.googleapis.com:8443/x",
            "https://fcm.googleapis.com@example.com/x",
            "https://example.com@fcm.googleapis.com/x",
            "https://example.com\\.push.apple.com/x",
            "https://example.com#.push.apple.com/x",
            "https://push.apple.com/x",
            "https://.push.apple.com/x",
            "https://notpush.apple.com/x",
            "https://[::1]/x",
            "https://fcm.googleapis.com:x/",
            "http://127.0.0.1:1/x",
        ],
    )
    def test_refuses_any_other_address(self, endpoint: str) -> None:
        reply = MEI.post("/push-subscriptions", {**SUBSCRIPTION, "endpoint": endpoint})
        says(reply, 422, "bad_push_endpoint")
        assert reply.json["field"] == "endpoint"
        assert devices(MEI) == []

    @pytest.mark.parametrize(
        ("name", "value", "code"),
        [
            ("p256dh", "B" + "A" * 86, "bad_push_key"),
            ("p256dh", SUBSCRIPTION["keys"]["p256dh"][:-2] + "44", "bad_push_key"),  # type: ignore[index]
            ("p256dh", "BCVx", "invalid"),
            ("auth", "BTBZ", "invalid"),
            ("auth", "BTBZMqHH6r4Tts7J_aSIg!", "invalid"),
        ],
    )
    def test_refuses_keys_that_are_none_and_names_them(self, name: str, value: str, code: str) -> None:
        keys = {**SUBSCRIPTION["keys"], name: value}  # type: ignore[dict-item]
        reply = MEI.post("/push-subscriptions", {**SUBSCRIPTION, "keys": keys})
        says(reply, 422, code)
        assert reply.json["field"] == f"keys.{name}"


class TestPush:
    def test_shows_every_browser_once_what_there_is_and_where(self, service: PushService) -> None:
        one, other = service.new_browser(), service.new_browser()
        subscribed(one)
        subscribed(other, MEI, language="en")
        order = world.a_paid_order()
        batch = deliver()
        for _ in range(2):
            deliver(batch)
        (notice,) = made(MEI.get("/notifications"))["items"]
        shown = {"title": "Guanxi", "url": f"app#/orders/{order['id']}", "tag": notice["id"]}
        assert one.shown == [{**shown, "body": "您的订单有新动态"}]
        assert other.shown == [{**shown, "body": "There is news about an order."}]

    def test_tells_phones_too(self, service: PushService) -> None:
        browser = service.new_browser()
        subscribed(browser)
        made(MEI.post("/push-devices", {"platform": "apns", "token": "a token of a phone"}))
        world.a_paid_order()
        with applications(), told(PUSH_SERVICES=service.origin):
            deliver()
            assert (len(browser.shown), len(endpoints())) == (1, 1)

    @pytest.mark.parametrize("status", [404, 410])
    def test_forgets_a_browser_that_its_service_knows_no_more(
        self, service: PushService, status: int
    ) -> None:
        subscribed(service.new_browser())
        world.a_paid_order()
        service.answers = [status]
        deliver()
        assert devices(MEI) == []
        world.a_paid_order(ZHAO)
        deliver()
        assert len(service.asked) == 1

    @pytest.mark.parametrize("status", [429, 500, 503])
    def test_comes_again_for_whom_a_service_was_busy_and_for_nobody_else(
        self, service: PushService, status: int
    ) -> None:
        one, other = service.new_browser(), service.new_browser()
        subscribed(one)
        subscribed(other)
        world.a_paid_order()
        service.answers = [201, status]
        batch = deliver(failing=True)
        assert (len(one.shown), len(other.shown)) == (1, 0)
        sending.forget_rests()
        deliver(batch)
        deliver(batch)
        assert (len(one.shown), len(other.shown)) == (1, 1)

    def test_leaves_a_busy_service_alone_for_a_while(
        self, service: PushService, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        seconds = itertools.count()
        monkeypatch.setattr(sending.time, "monotonic", lambda: float(next(seconds)))
        subscribed(service.new_browser())
        world.a_paid_order()
        service.answers = [503]
        batch = deliver(failing=True)
        deliver(batch, failing=True)
        assert len(service.asked) == 1
        monkeypatch.setattr(sending.time, "monotonic", lambda: float(sending.REST + 5))
        deliver(batch)
        assert len(service.asked) == 2

    def test_comes_again_when_nobody_answers(
        self, service: PushService, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        browser = service.new_browser()
        subscribed(browser)
        world.a_paid_order()
        with monkeypatch.context() as broken:
            broken.setattr(sending._pool(), "request", time_out)
            batch = deliver(failing=True)
        sending.forget_rests()
        deliver(batch)
        assert len(browser.shown) == 1

    @pytest.mark.parametrize("status", [301, 400, 401, 403, 413])
    def test_is_not_sent_again_when_it_is_refused_for_good(self, service: PushService, status: int) -> None:
        subscribed(service.new_browser())
        world.a_paid_order()
        service.answers = [status]
        deliver(deliver())
        assert (len(service.asked), len(devices(MEI))) == (1, 1)

    def test_tells_the_others_though_one_must_wait(self, service: PushService) -> None:
        merchants, buyers = service.new_browser(), service.new_browser()
        order = world.a_shipped_order()
        deliver()
        subscribed(merchants)
        subscribed(buyers, LI)
        made(LI.post(f"/orders/{order['id']}/confirm"))
        service.answers = [503]
        batch = deliver(failing=True)
        sending.forget_rests()
        deliver(batch)
        assert (len(merchants.shown), len(buyers.shown)) == (1, 1)

    def test_comes_after_a_crash_between_the_service_and_the_mark_and_replaces_what_is_shown(
        self, service: PushService, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        browser = service.new_browser()
        subscribed(browser)
        world.a_paid_order()
        with monkeypatch.context() as broken:
            broken.setattr("chalicelib.notifications.models.note_pushed", lambda *_: 1 / 0)
            batch = deliver(failing=True)
        deliver(batch)
        assert [one["tag"] for one in browser.shown] == [browser.shown[0]["tag"]] * 2

    def test_goes_nowhere_that_is_no_push_service_any_more(self, service: PushService) -> None:
        subscribed(service.new_browser())
        world.a_paid_order()
        with told(PUSH_SERVICES=""):
            deliver()
        assert (service.asked, devices(MEI)) == ([], [])

    def test_asks_nobody_on_a_stage_that_tells_no_browsers(self, service: PushService) -> None:
        subscribed(service.new_browser())
        world.a_paid_order()
        with told(PUSH_CONTACT=""):
            deliver()
        assert service.asked == []
        assert len(devices(MEI)) == 1

    def test_tells_of_a_message_only_who_is_absent(self, service: PushService) -> None:
        store = world.a_store()
        talk = talks.a_talk(listing=world.a_listing(store=store))
        browser = service.new_browser()
        subscribed(browser)
        talks.say(LI, talk)
        deliver()
        assert [one["url"] for one in browser.shown] == [f"app#/chats/{talk['id']}"]


class TestPages:
    OPENED: ClassVar[dict[str, tuple[str, str]]] = {
        "access": ("sto_1", "sell/sto_1"),
        "allowance": ("per_1", "storage"),
        "archive": ("arc_1", "me/notifications"),
        "farewell": ("per_1", "me/notifications"),
        "week": ("sto_1", "sell/sto_1"),
        "ad": ("cmp_1", "me/notifications"),
        "commission": ("ord_1", "promoter"),
        "credit": ("per_1", "credit"),
        "deposit": ("ord_1", "orders/ord_1"),
        "favourite": ("lst_1", "goods/lst_1"),
        "import": ("imp_1", "me/notifications"),
        "loan": ("lon_1", "credit/lon_1"),
        "message": ("cnv_1", "chats/cnv_1"),
        "order": ("ord_1", "orders/ord_1"),
        "parcel": ("ord_1", "orders/ord_1"),
        "post": ("pst_1", "me/notifications"),
        "proposal": ("brf_1", "briefs/brf_1"),
        "quote": ("rfq_1", "me/notifications"),
        "refund": ("ord_1", "orders/ord_1"),
        "review": ("ord_1", "orders/ord_1"),
        "stock": ("lst_1", "goods/lst_1"),
        "storage": ("per_1", "storage"),
        "store": ("sto_1", "follow/sto_1"),
        "supplier": ("sto_1", "sell/sto_1"),
        "membership": ("sto_1", "sell/sto_1/supplying/plan"),
        "withdrawal": ("wdr_1", "wallet"),
        "work": ("ctr_1", "contracts/ctr_1"),
        "review_invited": ("ord_1", "orders/ord_1/review"),
        "review_written": ("lst_1", "goods/lst_1/reviews"),
    }
    """By a kind or its first word: what it is about, and what it opens."""

    @pytest.mark.parametrize("kind", WORDS)
    def test_are_known_of_every_kind(self, kind: str) -> None:
        about, page = self.OPENED.get(kind) or self.OPENED[kind.partition("_")[0]]
        assert rules.page(kind, about) == f"app#/{page}"

    def test_are_the_goods_of_which_a_store_tells(self) -> None:
        assert rules.page("store_told", "lst_1") == "app#/goods/lst_1"

    def test_are_the_list_of_all_for_what_nobody_knows(self) -> None:
        assert rules.page("something_new", "new_1") == "app#/me/notifications"
