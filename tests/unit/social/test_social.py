from __future__ import annotations

import io
import json
import time
import urllib.request
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from PIL import Image

from chalicelib.foundation import clock, sealing
from chalicelib.foundation.config import settings
from chalicelib.notifications import handlers as notifications
from chalicelib.social import handlers
from chalicelib.social.cards import drawing, letters
from chalicelib.social.cards.drawing import Face
from chalicelib.social.followers import rules as follower_rules
from chalicelib.social.groups import service as groups
from chalicelib.social.posts import rules, service
from chalicelib.stores import qr
from infra import engine
from infra.weibo import RETURN, Weibo
from tests.api import Api
from tests.camera import seen
from tests.unit import world
from tests.unit.conftest import NOTICE_SECRET, cloud_emptied, everything_stored, messages
from tests.unit.town import consent_of
from tests.unit.world import LI, MEI, WANG, ZHAO, made


def work() -> None:
    """Let the queues run until nothing is left."""
    while batch := messages("social"):
        assert handlers.spread({"Records": batch}) == {"batchItemFailures": []}


def heard(person: Api) -> list[str]:
    notifications.deliver_notifications({"Records": messages("notifications")})
    return [one["text"]["en"] for one in made(person.get("/notifications"))["items"]]


def a_link(listing: Any, **more: Any) -> Any:
    wish = {"channel": "weibo", "listing_id": listing["id"], **more}
    return made(MEI.post(f"/stores/{listing['store_id']}/campaign-links", wish))


class TestCampaignLinks:
    def test_lead_to_their_goods_and_count_who_comes(self) -> None:
        clip = world.a_listing()
        link = a_link(clip, post="Double Twelve")

        went = Api().get(link["path"])

        assert went.headers["location"].endswith(f"/{clip['id']}?via={link['code']}")
        assert made(MEI.get(f"/stores/{clip['store_id']}/links"))["visits"] == 1

    def test_carry_a_flash_sale_whose_limits_count_pieces(self) -> None:
        clip = world.a_listing(stock=9)
        path = f"/stores/{clip['store_id']}/promotions"
        flash = {"title": "Flash", "price": 600, "listing_ids": [clip["id"]], "total_limit": 3}
        sale = made(MEI.post(path, flash))
        link = a_link(clip, promotion_id=sale["id"])
        world.money_for(LI, 10_000)
        wish = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 2, "price": 1_000}

        def buy(expected: int) -> Any:
            body = {"address_id": world.an_address(LI), "items": [wish], "expected_total": expected}
            return LI.post("/checkouts", body)

        assert made(Api().get(f"/campaign-links/{link['code']}"))["promotion"]["price"]["amount"] == 600
        (order,) = made(buy(1_200))["orders"]
        assert buy(1_200).json["code"] == "total_changed"  # one piece is left, and she wants two
        made(LI.post(f"/orders/{order['id']}/cancel"))
        made(buy(1_200))

    def test_carry_a_coupon_that_only_who_takes_it_can_use_once(self) -> None:
        clip = world.a_listing(stock=9)
        coupon = {"title": "Hi", "amount": 100, "code": "WELCOME", "on_arrival": True, "advertised": False}
        sale = made(MEI.post(f"/stores/{clip['store_id']}/promotions", coupon))
        link = a_link(clip, promotion_id=sale["id"])
        world.money_for(LI, 10_000)
        item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 1, "price": 1_000}
        wish = {"address_id": world.an_address(LI), "items": [item], "coupons": ["WELCOME"]}

        assert LI.post("/checkouts", wish).json["code"] == "coupon_not_taken"
        for _ in range(2):
            taken = made(LI.post(f"/campaign-links/{link['code']}/coupon"))
            assert taken["code"] == "WELCOME"
        assert made(LI.post("/checkouts", wish))["total"]["amount"] == 900
        made(LI.post(f"/campaign-links/{link['code']}/coupon"))
        assert LI.post("/checkouts", wish).json["code"] == "coupon_used"


class TestShareCards:
    def test_are_drawn_once_and_lead_a_camera_to_the_link(self) -> None:
        clip = world.a_listing(title="青花瓷发簪")
        link = a_link(clip)
        replies = [Api().get(link["card"]) for _ in range(2)]

        assert {reply.status for reply in replies} == {302}
        assert len([key for key in everything_stored()["s3"] if "cards/" in key]) == 1

    def test_show_a_code_that_a_camera_reads(self) -> None:
        code = qr.draw("https://guanxi.example/s/AbCdEfGh1", size=drawing.CODE, kind=qr.Format.PNG)
        face = Face("梅的小店", "青花瓷发簪 " * 9, "¥39.90", "¥68.00", "限时秒杀")

        with Image.open(io.BytesIO(drawing.draw(face, photo=None, code=code))) as card:
            found = seen(card)

            assert card.size == (drawing.WIDTH, drawing.HEIGHT)
        assert found.text == "https://guanxi.example/s/AbCdEfGh1"

    def test_have_holes_in_letters_that_have_holes(self) -> None:
        plain = Image.new("L", (64, 64), 255)

        letters.write(plain, "回", at=(0, 0), size=64, colour="black")

        ink = [plain.getpixel((x, 32)) < 128 for x in range(64)]
        assert sum(one and not before for before, one in pairwise(ink)) == 4


class TestFollowers:
    def test_are_counted_once_and_leave_at_once(self) -> None:
        store = world.a_store()
        path = f"/stores/{store['id']}/follower"
        for _ in range(2):
            made(LI.put(path))
        assert made(LI.get(path))["followers"] == 1
        assert [one["store_id"] for one in made(LI.get("/my/followed-stores"))["items"]] == [store["id"]]

        for _ in range(2):
            assert LI.delete(path).status == 204

        assert (made(LI.get(path)), made(LI.get("/my/followed-stores"))["items"]) == (
            {"store_id": store["id"], "following": False, "followers": 0},
            [],
        )

    def test_are_each_told_once_however_often_messages_come(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("chalicelib.social.followers.service.A_TURN", 2)
        store = world.a_store()
        path = f"/stores/{store['id']}"
        fans = [LI, WANG, ZHAO]
        for fan in fans:
            made(fan.put(f"{path}/follower"))
        made(MEI.post(f"{path}/broadcasts", {"text": "New clips"}))
        turns, told = [], []
        while batch := messages("social"):
            turns += batch
            handlers.spread({"Records": [*batch, *turns]})
            handlers.spread({"Records": turns})
            told += messages("notifications")
        notifications.deliver_notifications({"Records": [*told, *told]})

        assert [heard(fan).count("Mei: New clips") for fan in fans] == [1, 1, 1]
        (sent,) = made(MEI.get(f"{path}/broadcasts"))["items"]
        assert (sent["state"], sent["told"]) == ("sent", 3)

    def test_who_leave_between_two_turns_are_not_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("chalicelib.social.followers.service.A_TURN", 1)
        path = f"/stores/{world.a_store()['id']}"
        for fan in (LI, ZHAO):
            made(fan.put(f"{path}/follower"))
        made(MEI.post(f"{path}/broadcasts", {"text": "New"}))
        handlers.spread({"Records": messages("social")})

        assert ZHAO.delete(f"{path}/follower").status == 204
        work()

        assert (heard(LI), heard(ZHAO)) == (["Mei: New"], [])

    def test_hear_from_a_store_three_times_a_day(self) -> None:
        path = f"/stores/{world.a_store()['id']}/broadcasts"
        for _ in range(follower_rules.A_DAY):
            made(MEI.post(path, {"text": "New"}))

        assert MEI.post(path, {"text": "New"}).json["code"] == "broadcast_limit"
        with clock.stopped_at(clock.now() + timedelta(days=1)):
            made(MEI.post(path, {"text": "New"}))


@pytest.fixture(scope="module")
def weibo() -> Iterator[Weibo]:
    """Weibo, as a process of its own."""
    site = Weibo(engine.free_port())
    process = site.serve(NOTICE_SECRET)
    for _ in range(200):
        try:
            asked(site, "/_posts")
            break
        except OSError:
            time.sleep(0.05)
    yield site
    process.terminate()
    process.wait(10)
    assert process.stdin
    process.stdin.close()


def asked(site: Weibo, path: str, told: Any = None) -> Any:
    body = None if told is None else json.dumps(told).encode()
    with urllib.request.urlopen(urllib.request.Request(site.url + path, body), timeout=5) as reply:  # noqa: S310
        return json.loads(reply.read())


class _Stop(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


def consented(url: str) -> dict[str, str]:
    """What Weibo gives whoever says yes."""
    from urllib.error import HTTPError
    from urllib.parse import parse_qsl, urlsplit

    with pytest.raises(HTTPError) as redirect:
        urllib.request.build_opener(_Stop).open(url, timeout=5)
    where = redirect.value.headers["Location"]
    assert where.startswith(RETURN)
    return dict(parse_qsl(urlsplit(where).query))


class TestWeibo:
    @pytest.fixture(autouse=True)
    def told_of_it(self, weibo: Weibo, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        for name, value in weibo.settings.items():
            monkeypatch.setenv(name, value)
        settings.cache_clear()
        asked(weibo, "/_faults", [])
        yield
        monkeypatch.undo()
        settings.cache_clear()

    @pytest.fixture
    def path(self) -> str:
        """A store whose account is connected."""
        store = world.a_store()
        path = f"/stores/{store['id']}"
        url = made(MEI.post(f"{path}/weibo/consent"))["url"]
        made(MEI.put(f"{path}/weibo", consented(url)))
        return path

    @staticmethod
    def post(path: str, **more: Any) -> Any:
        link = made(MEI.post(f"{path}/campaign-links", {"channel": "weibo"}))["code"]
        return MEI.post(f"{path}/posts", {"text": "新品上架", "link": link, **more})

    @staticmethod
    def state(path: str) -> Any:
        (post,) = made(MEI.get(f"{path}/posts"))["items"]
        return post

    @staticmethod
    def on_weibo(weibo: Weibo, code: str) -> list[Any]:
        return [one for one in asked(weibo, "/_posts")["posts"] if code in one["said"]]

    def test_keeps_a_token_sealed_and_takes_a_state_once(self, path: str) -> None:
        used = consented(made(MEI.post(f"{path}/weibo/consent"))["url"])
        made(MEI.put(f"{path}/weibo", used))
        assert MEI.put(f"{path}/weibo", used).json["code"] == "consent_gone"
        assert '"2.00' not in str(everything_stored())

    def test_takes_no_state_of_another_store(self, path: str) -> None:
        other = world.a_store(WANG)
        state = consented(made(WANG.post(f"/stores/{other['id']}/weibo/consent"))["url"])
        assert MEI.put(f"{path}/weibo", state).json["code"] == "consent_gone"

    def test_gets_a_post_with_its_card_and_its_author_hears(self, path: str, weibo: Weibo) -> None:
        code = made(self.post(path))["link"]
        work()

        (shown,) = self.on_weibo(weibo, code)
        assert self.state(path)["weibo_id"] == shown["idstr"]
        assert asked(weibo, "/_posts")["pictures"][shown["idstr"]] > 10_000
        assert "out on Weibo" in heard(MEI)[0]

    def test_gets_a_scheduled_post_at_its_time_unless_it_is_called_off(self, path: str) -> None:
        later = clock.now() + timedelta(hours=1)
        first = made(self.post(path, at=clock.stamp(later)))
        assert service.begin_due(clock.now()) == 0
        made(MEI.post(f"{path}/posts/{first['id']}/cancel"))
        assert service.begin_due(later + timedelta(seconds=1)) == 0
        made(self.post(path, at=clock.stamp(later)))
        with clock.stopped_at(later + timedelta(seconds=1)):
            assert service.begin_due(clock.now()) == 1
            work()
        states = [one["state"] for one in made(MEI.get(f"{path}/posts"))["items"]]
        assert states == ["posted", "cancelled"]

    def test_whose_answer_is_lost_has_the_post_once(self, path: str, weibo: Weibo) -> None:
        asked(weibo, "/_faults", ["lost"])
        code = made(self.post(path))["link"]
        (message,) = messages("social")
        assert handlers.spread({"Records": [message]})["batchItemFailures"]

        for _ in range(2):  # the message comes again, and after it is done once more
            assert not handlers.spread({"Records": [message]})["batchItemFailures"]

        (shown,) = self.on_weibo(weibo, code)
        assert self.state(path)["weibo_id"] == shown["idstr"]

    def test_that_stays_away_is_asked_by_the_clock_until_it_is_given_up(
        self, path: str, weibo: Weibo
    ) -> None:
        asked(weibo, "/_faults", ["down"] * 50)
        made(self.post(path))
        now = clock.now()
        for _ in range(rules.ATTEMPTS):
            handlers.spread({"Records": messages("social")})
            now += rules.AGAIN_AFTER + timedelta(seconds=1)
            assert service.begin_due(now) == 1
        assert (self.state(path)["state"], self.state(path)["reason"]) == ("failed", "channel_unavailable")

    def test_that_forgot_the_consent_is_asked_for_it_anew(self, path: str, weibo: Weibo) -> None:
        asked(weibo, "/_faults", ["expired"])
        made(self.post(path))
        work()
        assert self.state(path)["reason"] == "channel_not_connected"
        assert "couldn't go out" in heard(MEI)[0]

    def test_takes_140_characters_and_no_topic(self, path: str) -> None:
        assert self.post(path, text="长" * 100).json["code"] == "post_too_long"
        assert self.post(path, text="#发簪#").json["code"] == "post_refused"


class TestTheSandbox:
    def test_posts_for_a_stage_without_an_app(self) -> None:
        store = world.a_store()
        path = f"/stores/{store['id']}"
        made(MEI.put(f"{path}/weibo", consent_of(MEI, store["id"])))
        assert made(MEI.get(f"{path}/weibo"))["account"] == "sandbox"
        assert MEI.delete(f"{path}/weibo").status == 204
        assert MEI.get(f"{path}/weibo").json["code"] == "channel_not_connected"


class TestSealing:
    def test_opens_for_the_same_purpose_and_secret_only(self) -> None:
        sealed = sealing.seal("2.00token" * 9, secret="s", purpose="sto_1")
        assert sealing.unseal(sealed, secret="s", purpose="sto_1") == "2.00token" * 9
        assert sealed != sealing.seal("2.00token" * 9, secret="s", purpose="sto_1")
        for secret, purpose in (("s", "sto_2"), ("t", "sto_1")):
            with pytest.raises(sealing.Unsealable):
                sealing.unseal(sealed, secret=secret, purpose=purpose)


class TestGroupBuys:
    FANS = (LI, WANG, ZHAO)

    @staticmethod
    def a_group(size: int = 2, stock: int = 9) -> tuple[Any, Any]:
        clip = world.a_listing(stock=stock)
        ends = clock.stamp(clock.now() + timedelta(hours=1))
        wish = {"listing_id": clip["id"], "variant_id": "v01", "price": 700, "size": size, "ends_at": ends}
        return made(MEI.post(f"/stores/{clip['store_id']}/group-buys", wish)), clip

    @staticmethod
    def join(group: Any, buyer: Api, fen: int = 1_000) -> Any:
        world.money_for(buyer, fen)
        return buyer.post(f"/group-buys/{group['id']}/members", {"address_id": world.an_address(buyer)})

    def test_that_fill_let_all_orders_go_ahead_at_the_lower_price(self) -> None:
        group, clip = self.a_group()
        orders = [made(self.join(group, buyer))["order_id"] for buyer in (LI, WANG)]
        assert made(LI.get(f"/orders/{orders[0]}"))["state"] == "gathering"
        assert MEI.post(f"/orders/{orders[0]}/cancel").json["code"] == "wrong_order_state"
        assert self.join(group, ZHAO).json["code"] == "group_over"

        work()

        shown = [made(MEI.get(f"/orders/{one}")) for one in orders]
        assert [(one["state"], one["total"]["amount"]) for one in shown] == [("paid", 700)] * 2
        assert world.stock_of(clip) == 7
        made(LI.post(f"/orders/{orders[0]}/cancel"))
        assert world.in_wallet(LI) == 1_000

    def test_are_listed_for_the_store_the_newest_first_page_by_page(self) -> None:
        first, clip = self.a_group()
        path = f"/stores/{clip['store_id']}/group-buys"
        ends = clock.stamp(clock.now() + timedelta(hours=1))
        wish = {"listing_id": clip["id"], "variant_id": "v01", "price": 600, "size": 2, "ends_at": ends}
        second = made(MEI.post(path, wish, key="once"))
        made(MEI.post(path, wish, key="once"))
        made(self.join(first, LI))
        page = made(MEI.get(f"{path}?limit=1"))
        rest = made(MEI.get(f"{path}?limit=1&cursor={page['cursor']}"))
        told = [(one["id"], one["joined"]) for one in (*page["items"], *rest["items"])]
        assert told == [(second["id"], 0), (first["id"], 1)]
        assert LI.get(path).status == 404

    def test_that_dont_fill_give_every_fen_back_whatever_comes_twice(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("chalicelib.social.groups.rules.A_TURN", 1)
        group, clip = self.a_group(size=4)
        for buyer in self.FANS:
            made(self.join(group, buyer))
            assert self.join(group, buyer, 1).json["code"] == "group_joined"
        later = clock.now() + timedelta(hours=2)
        assert [groups.end_due(later) for _ in range(2)] == [1, 0]
        seen: list[Any] = []
        while batch := messages("social"):
            seen += batch
            handlers.spread({"Records": [*seen, *batch]})

        assert [world.in_wallet(buyer) for buyer in self.FANS] == [1_001] * 3
        assert world.stock_of(clip) == 9


class Gathering(RuleBasedStateMachine):
    """Buyers join, the clock ends groups, messages come twice: no fen and no piece is lost or made."""

    @initialize(size=st.integers(2, 3))
    def begin(self, size: int) -> None:
        cloud_emptied()
        self.group, self.clip = TestGroupBuys.a_group(size=size, stock=2)
        self.size, self.now, self.seen = size, clock.now(), list[Any]()
        self.orders: dict[str, str] = {}
        for buyer in TestGroupBuys.FANS:
            world.money_for(buyer, 1_000)

    @rule(buyer=st.sampled_from(TestGroupBuys.FANS))
    def join(self, buyer: Api) -> None:
        body = {"address_id": world.an_address(buyer)}
        with clock.stopped_at(self.now):
            reply = buyer.post(f"/group-buys/{self.group['id']}/members", body)
        if reply.status == 201:
            self.orders[str(buyer.person)] = reply.json["order_id"]

    @rule(hours=st.sampled_from([0.4, 0.7]))
    def wait(self, hours: float) -> None:
        self.now += timedelta(hours=hours)
        groups.end_due(self.now)

    @rule(twice=st.booleans())
    def hear(self, twice: bool) -> None:
        self.seen += messages("social")
        handlers.spread({"Records": self.seen * (1 + twice)})

    @invariant()
    def nothing_is_lost_or_made(self) -> None:
        states = {buyer.person: self._state(buyer) for buyer in TestGroupBuys.FANS}
        kept = [person for person, state in states.items() if state in ("gathering", "paid")]
        for buyer in TestGroupBuys.FANS:
            assert world.in_wallet(buyer) == 1_000 - 700 * (buyer.person in kept)
        assert world.stock_of(self.clip) == 2 - len(kept)
        assert not {"paid", "cancelled"} <= set(states.values())

    def _state(self, buyer: Api) -> str:
        order = self.orders.get(str(buyer.person))
        return made(buyer.get(f"/orders/{order}"))["state"] if order else ""


class TestGathering:
    def test_keeps_money_and_goods(self) -> None:
        run_state_machine_as_test(
            Gathering,
            settings=hypothesis_settings(
                max_examples=8,
                stateful_step_count=10,
                deadline=None,
                derandomize=True,
                suppress_health_check=list(HealthCheck),
            ),
        )
