"""What couriers tell of parcels, in any order, and what follows from it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation import clock
from chalicelib.notifications import handlers as notifications
from chalicelib.shipping.couriers.rules import Place
from chalicelib.shipping.records import service as records
from chalicelib.shipping.records.rules import Lane, Tally
from chalicelib.shipping.tracking import rules, service
from chalicelib.shipping.tracking.rules import News, Status, Track
from tests.api import Api, Reply
from tests.unit import world
from tests.unit.conftest import calls, messages
from tests.unit.stores.crew import hired
from tests.unit.world import COURIER, LI, MEI, WANG, ZHAO, courier_news, made

NOW = datetime(2026, 3, 2, 4, tzinfo=UTC)
LANE = Lane("youlin.standard", Place("CN", "330782"), Place("CN", "513233", rural=True))
TRACK = Track("youlin", "YT1", LANE, frozenset({"ord_1"}), NOW, promised_days=5)
GOT, ON_ROAD, OUT, FAILED, DONE, LOST = "204", "389", "702", "705", "704", "746"
SHANGHAI = "Asia/Shanghai"

some_news = st.builds(
    News,
    news_id=st.uuids().map(str),
    status=st.sampled_from([one for one in Status if one is not Status.PENDING]),
    code=st.just("c"),
    at=st.integers(0, 400).map(lambda hours: NOW + timedelta(hours=hours)),
    place=st.just(""),
)


class TestHeard:
    @given(st.lists(some_news, max_size=8), st.randoms(use_true_random=False))
    def test_is_the_same_in_whatever_order(self, news: list[News], dice: Any) -> None:
        shuffled = news.copy()
        dice.shuffle(shuffled)
        tracks = []
        for told in (news, shuffled):
            track, counted = TRACK, Tally()
            for one in told:
                after = rules.heard(track, one)
                counted = counted.plus(rules.counted_anew(track, after, zone=SHANGHAI))
                track = after
            tracks.append((track, counted))
        assert tracks[0] == tracks[1]

    @given(some_news)
    def test_never_undoes_delivered(self, late: News) -> None:
        delivered = rules.heard(TRACK, News("d", Status.DELIVERED, "c", NOW, ""))
        assert rules.heard(delivered, late).status is Status.DELIVERED

    def test_takes_a_parcel_that_was_found_again_for_not_lost(self) -> None:
        lost = rules.heard(TRACK, News("1", Status.LOST, "c", NOW, ""))
        found = rules.heard(lost, News("2", Status.IN_TRANSIT, "c", NOW + timedelta(days=1), ""))
        assert found.passage().ending is None


def told(number: str, code: str, *, name: str, hours: float = 0, courier: str = COURIER) -> Reply:
    at = clock.now() + timedelta(hours=hours)
    body, headers = courier_news(number, code, name=name, at=at, courier=courier)
    return Api().post(f"/shipping/notices/{courier}", raw=body, headers=headers)


def a_way(number: str = "YT9001") -> Any:
    """An order that goes its whole way in three days."""
    order = world.a_followed_order(number)
    for name, (code, hours) in enumerate(((GOT, 1), (ON_ROAD, 20), (OUT, 70), (DONE, 72))):
        with clock.stopped_at(clock.now() + timedelta(hours=hours)):
            assert told(number, code, name=f"e{name}").status == 204
    return order


def seen_of(order: Any, who: Api = LI) -> Any:
    return made(who.get(f"/orders/{order['id']}/tracking"))


def counted() -> dict[str, int]:
    """What the lane's record has now."""
    (record,) = records.on([LANE])
    return dict(next(reversed(record.levels.values())).counts) if record.levels else {}


class TestShip:
    def test_with_a_service_is_followed(self) -> None:
        order = world.a_followed_order("YT9001")
        seen = seen_of(order)
        assert (seen["service"], seen["status"], seen["events"]) == ("youlin.standard", "pending", [])
        assert made(LI.get(f"/orders/{order['id']}/parcel"))["service"] == "youlin.standard"

    def test_without_one_stays_pending(self) -> None:
        assert seen_of(world.a_shipped_order())["status"] == "pending"

    def test_refuses_who_doesnt_go_there(self) -> None:
        order = world.a_paid_order()
        wish = {
            "courier": "圆丰",
            "tracking_number": "YF9001",
            "service": "yuanfeng.standard",
            "origin": "330782",
        }
        reply = MEI.post(f"/orders/{order['id']}/parcel", wish)
        assert (reply.status, reply.json["code"], reply.json["field"]) == (422, "service_unfit", "service")
        reply = MEI.post(f"/orders/{order['id']}/parcel", wish | {"service": "no.body"})
        assert reply.json["code"] == "unknown_service"

    def test_refuses_another_stores_number(self) -> None:
        world.a_followed_order("YT9001")
        order = world.a_paid_order(merchant=WANG)
        wish = {
            "courier": "邮邻",
            "tracking_number": "YT9001",
            "service": "youlin.standard",
            "origin": "330782",
        }
        reply = WANG.post(f"/orders/{order['id']}/parcel", wish)
        assert (reply.status, reply.json["code"]) == (409, "tracking_number_taken")
        assert made(WANG.get(f"/orders/{order['id']}"))["state"] == "paid"

    def test_puts_several_orders_of_a_store_into_one_parcel(self) -> None:
        listing = world.a_listing()
        orders = [world.a_paid_order(listing=listing) for _ in range(2)]
        for order in orders:
            world.a_followed_order("YT9001", order=order)
        told("YT9001", DONE, name="e1")
        assert {seen_of(order)["status"] for order in orders} == {"delivered"}
        assert len(messages("notifications")) == 2 + 2 + 2  # paid, shipped, delivered


class TestHalfAJourney:
    @pytest.mark.parametrize(
        ("half", "lacking"), [({"service": "youlin.standard"}, "origin"), ({"origin": "330110"}, "service")]
    )
    def test_is_refused_and_says_what_is_missing(self, half: dict[str, str], lacking: str) -> None:
        order = world.a_paid_order()
        wish = {"courier": "邮邻", "tracking_number": "YL123456", **half}
        reply = MEI.post(f"/orders/{order['id']}/parcel", wish)
        assert (reply.status, reply.json["code"], reply.json["field"]) == (422, "service_unfit", lacking)
        assert made(MEI.get(f"/orders/{order['id']}"))["state"] == "paid"


class TestReceiveNews:
    def test_moves_the_parcel(self) -> None:
        seen = seen_of(a_way())
        assert seen["status"] == "delivered"
        assert [one["status"] for one in seen["events"]] == [
            "delivered", "out_for_delivery", "in_transit", "in_transit"
        ]  # fmt: skip
        assert seen["events"][0]["place"] == "义乌集散中心"

    def test_counts_once_in_the_record(self) -> None:
        a_way()
        record = counted()
        assert (record["seen"], record["measured"], record["concluded"]) == (1, 1, 1)
        assert 45 <= record["pickup_minutes"] <= 75

    def test_twice_changes_nothing(self) -> None:
        order = a_way()
        before = (seen_of(order), counted())
        assert told("YT9001", DONE, name="e3").status == 204
        assert (seen_of(order), counted()) == before

    def test_in_another_order_ends_the_same(self) -> None:
        a_way("YT9001")
        straight = counted()
        order = world.a_followed_order("YT9002")
        with clock.stopped_at(clock.now() + timedelta(hours=72)):
            for name, (code, hours) in enumerate(((DONE, 0), (GOT, -71), (OUT, -2), (ON_ROAD, -52))):
                told("YT9002", code, name=f"e{name}", hours=hours)
        assert seen_of(order)["status"] == "delivered"
        both = counted()
        assert {name: both[name] // 2 for name in ("seen", "measured", "concluded")} == {
            name: straight[name] for name in ("seen", "measured", "concluded")
        }

    def test_of_one_parcel_is_nothing_to_another(self) -> None:
        one, other = world.a_followed_order("YT9001"), world.a_followed_order("YT9002")
        told("YT9001", DONE, name="e1")
        assert (seen_of(one)["status"], seen_of(other)["status"]) == ("delivered", "pending")

    def test_costs_2_reads_and_1_transaction(self) -> None:
        world.a_followed_order("YT9001")
        told("YT9001", GOT, name="e0")
        messages("notifications")
        with calls() as quiet:
            told("YT9001", ON_ROAD, name="e1")
        with calls() as loud:
            told("YT9001", DONE, name="e2")
        assert quiet == ["GetItem", "TransactWriteItems"]
        assert loud == ["GetItem", "BatchGetItem", "TransactWriteItems", "SendMessageBatch", "BatchWriteItem"]

    def test_is_bounded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(rules, "MOST_NEWS", 3)
        order = world.a_followed_order("YT9001")
        for name in range(5):
            assert told("YT9001", ON_ROAD, name=f"e{name}").status == 204
        assert len(seen_of(order)["events"]) == 3


class TestBuyer:
    def test_is_told_once_of_what_matters(self) -> None:
        a_way()
        told("YT9001", OUT, name="late", hours=-3)
        notifications.deliver_notifications({"Records": messages("notifications")})
        kinds = [one["kind"] for one in made(LI.get("/notifications"))["items"]]
        assert sorted(kinds) == ["order_shipped", "parcel_delivered", "parcel_out_for_delivery"]

    def test_and_merchant_are_told_of_a_loss(self) -> None:
        world.a_followed_order("YT9001")
        told("YT9001", LOST, name="e1")
        notifications.deliver_notifications({"Records": messages("notifications")})
        for who in (LI, MEI):
            assert "parcel_lost" in [one["kind"] for one in made(who.get("/notifications"))["items"]]

    def test_has_words_for_all_that_is_told(self) -> None:
        from chalicelib.notifications.words import WORDS

        assert {f"parcel_{one}" for one in rules.TOLD} <= set(WORDS)


class TestTimeToConfirm:
    def confirm_at(self, order: Any) -> datetime:
        return datetime.fromisoformat(made(LI.get(f"/orders/{order['id']}"))["auto_confirm_at"])

    def test_runs_from_delivery(self) -> None:
        order = world.a_followed_order("YT9001")
        assert self.confirm_at(order) > clock.now() + timedelta(days=29)
        with clock.stopped_at(clock.now() + timedelta(days=4)):
            told("YT9001", DONE, name="e1")
            left = self.confirm_at(order) - clock.now()
        assert left == pytest.approx(timedelta(days=10), abs=timedelta(seconds=1))

    def test_stands_still_while_a_refund_is_negotiated(self) -> None:
        order = world.a_followed_order("YT9001")
        made(LI.post(f"/orders/{order['id']}/refunds", {"reason": "damaged", "amount": 100}))
        assert told("YT9001", DONE, name="e1").status == 204
        assert made(LI.get(f"/orders/{order['id']}"))["auto_confirm_at"] is None

    def test_is_nothing_to_an_order_that_is_over(self) -> None:
        order = world.a_followed_order("YT9001")
        made(LI.post(f"/orders/{order['id']}/confirm"))
        assert told("YT9001", DONE, name="e1").status == 204
        assert made(LI.get(f"/orders/{order['id']}"))["state"] == "completed"


class TestSilence:
    def test_of_30_days_gives_a_parcel_up(self) -> None:
        order = world.a_followed_order("YT9001")
        told("YT9001", GOT, name="e1")
        later = clock.now() + timedelta(days=30, minutes=1)
        with clock.stopped_at(later):
            assert service.give_up_silent(clock.now()) == 1
            assert service.give_up_silent(clock.now()) == 0
        assert seen_of(order)["status"] == "expired"
        assert counted()["lost"] == 1
        confirm_at = datetime.fromisoformat(made(LI.get(f"/orders/{order['id']}"))["auto_confirm_at"])
        assert confirm_at == later + timedelta(days=30)

    def test_isnt_silence_while_something_is_heard(self) -> None:
        world.a_followed_order("YT9001")
        with clock.stopped_at(clock.now() + timedelta(days=20)):
            told("YT9001", GOT, name="e1")
        assert service.give_up_silent(clock.now() + timedelta(days=49)) == 0
        assert service.give_up_silent(clock.now() + timedelta(days=51)) == 1

    def test_of_what_has_come_is_none(self) -> None:
        a_way()
        assert service.give_up_silent(clock.now() + timedelta(days=99)) == 0

    def test_ends_when_a_parcel_is_found_again(self) -> None:
        order = world.a_followed_order("YT9001")
        told("YT9001", GOT, name="e1")
        with clock.stopped_at(clock.now() + timedelta(days=31)):
            service.give_up_silent(clock.now())
        with clock.stopped_at(clock.now() + timedelta(days=32)):
            told("YT9001", DONE, name="e2")
        assert seen_of(order)["status"] == "delivered"
        assert "lost" not in counted()

    def test_costs_4_queries_and_a_notice_each(self) -> None:
        world.a_followed_order("YT9001")
        messages("notifications")
        with calls() as cost:
            service.give_up_silent(clock.now() + timedelta(days=31))
        assert cost[:4] == ["Query"] * 4
        assert cost[4:7] == ["GetItem", "BatchGetItem", "TransactWriteItems"]


class TestSignature:
    @pytest.mark.parametrize("seconds", [-301, 301])
    def test_is_good_for_five_minutes(self, seconds: int) -> None:
        world.a_followed_order("YT9001")
        body, headers = courier_news("YT9001", GOT)
        with clock.stopped_at(clock.now() + timedelta(seconds=seconds)):
            reply = Api().post("/shipping/notices/youlin", raw=body, headers=headers)
        assert (reply.status, reply.json["code"]) == (401, "bad_courier_signature")

    def test_of_one_courier_isnt_anothers(self) -> None:
        body, headers = courier_news("YT9001", "50", courier="shunda")
        assert Api().post("/shipping/notices/youlin", raw=body, headers=headers).status == 401

    @pytest.mark.parametrize("stamp", ["", "abc", "1" * 13, "²"])
    def test_has_a_timestamp(self, stamp: str) -> None:
        from tests.unit.conftest import NOTICE_SECRET

        key = service.key_of("youlin", NOTICE_SECRET)
        headers = {service.TIMESTAMP: stamp, service.SIGNATURE: service.signature(b"{}", stamp, key)}
        assert Api().post("/shipping/notices/youlin", raw=b"{}", headers=headers).status == 401

    def test_covers_the_body(self) -> None:
        body, headers = courier_news("YT9001", GOT)
        changed = json.dumps(json.loads(body) | {"code": DONE}).encode()
        assert Api().post("/shipping/notices/youlin", raw=changed, headers=headers).status == 401


class TestNonsense:
    def test_of_nobody_is_unknown(self) -> None:
        assert Api().post("/shipping/notices/nobody", raw=b"{}").json["code"] == "unknown_courier"

    def test_of_a_number_that_isnt_there_is_to_be_told_again(self) -> None:
        assert told("YT9999", GOT, name="e1").json["code"] == "not_tracked"

    @pytest.mark.parametrize(("code", "hours", "field"), [("000", 0, "code"), (GOT, 1, "at")])
    def test_is_refused_naming_the_field(self, code: str, hours: float, field: str) -> None:
        world.a_followed_order("YT9001")
        reply = told("YT9001", code, name="e1", hours=hours)
        assert (reply.status, reply.json["field"]) == (400, field)

    def test_is_no_json(self) -> None:
        from tests.unit.conftest import NOTICE_SECRET

        stamp = str(int(clock.now().timestamp()))
        signed = service.signature(b"[", stamp, service.key_of("youlin", NOTICE_SECRET))
        headers = {service.TIMESTAMP: stamp, service.SIGNATURE: signed}
        assert (
            Api().post("/shipping/notices/youlin", raw=b"[", headers=headers).json["code"] == "malformed_news"
        )


class TestTracking:
    def test_is_for_who_may_see_the_order(self) -> None:
        store = world.a_store()
        order = world.a_paid_order(listing=world.a_listing(store=store))
        world.a_followed_order("YT9001", order=order)
        hired(store, "packer", ZHAO)
        path = f"/orders/{order['id']}/tracking"
        assert [who.get(path).status for who in (MEI, LI, ZHAO, WANG)] == [200, 200, 200, 404]

    def test_of_an_order_that_isnt_shipped_is_missing(self) -> None:
        order = world.a_paid_order()
        assert LI.get(f"/orders/{order['id']}/tracking").json["code"] == "parcel_not_found"
