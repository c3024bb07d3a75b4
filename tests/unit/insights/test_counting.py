from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from chalicelib.foundation import clock, ids
from chalicelib.insights import handlers
from chalicelib.insights.counting import service
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls, everything_stored
from tests.unit.insights.crowd import (
    BROWSER,
    anew,
    brought,
    counted,
    event_of,
    figures,
    kept,
    told,
    who,
)
from tests.unit.world import LI, MEI, ZHAO, made

NOON = datetime(2026, 11, 26, 4, 30, tzinfo=UTC)
"""12:30 in Shanghai."""

ZONE = "Asia/Shanghai"


def steps(store_listings: list[str]) -> st.SearchStrategy[Any]:
    return st.lists(
        st.fixed_dictionaries(
            {
                "kind": st.sampled_from(["view", "listing", "search", "cart", "checkout"]),
                "seconds_ago": st.integers(0, 86_400),
                "arrived": st.booleans(),
                "listing_id": st.sampled_from([None, *store_listings]),
            }
        ),
        min_size=1,
        max_size=6,
    )


class TestCollecting:
    def test_takes_a_batch_without_reading_anything_and_counts_it_later(self) -> None:
        store = world.a_store()
        with calls() as made_:
            assert told(store, {"kind": "view", "arrived": True}, "search", visitor=who(1)).status == 202
        assert made_ == ["SendMessageBatch"]
        counted()
        found = figures(store)["now"]
        assert (found["visits"], found["views"], found["searches"], found["visitors"]) == (1, 1, 1, 1)

    def test_keeps_no_address_anywhere(self) -> None:
        store = world.a_store()
        told(store)
        (message,) = brought()
        assert "127.0.0.1" not in json.dumps(message)
        counted([message])
        assert "127.0.0.1" not in str(everything_stored()) and BROWSER not in str(everything_stored())

    def test_knows_who_did_not_agree_for_a_day_only(self) -> None:
        store = world.a_store()
        seen = []
        for moment in (NOON, NOON + timedelta(hours=1), NOON + timedelta(days=1)):
            with clock.stopped_at(moment):
                told(store)
                seen.append(event_of(brought()[0])["visitor"])
        assert seen[0] == seen[1] != seen[2]

    def test_does_not_look_at_the_id_of_whoever_wants_not_to_be_followed(self) -> None:
        store = world.a_store()
        body = {
            "store_id": store["id"],
            "batch_id": "private-1",
            "visitor": who(1),
            "steps": [{"kind": "view"}],
        }
        Api().post("/visits", body, headers={"User-Agent": BROWSER, "Sec-GPC": "1"})
        told(store, visitor=who(1))
        private, known = (event_of(message)["visitor"] for message in brought())
        assert private != known

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"steps": []}, "steps"),
            ({"steps": [{"kind": "view"}] * 26}, "steps"),
            ({"steps": [{"kind": "paid"}]}, "steps.0.kind"),
            ({"batch_id": "short"}, "batch_id"),
            ({"visitor": "x"}, "visitor"),
            ({"extra": 1}, "extra"),
        ],
    )
    def test_refuses_what_is_too_much_or_no_batch(self, change: Any, field: str) -> None:
        body = {"store_id": f"sto_{0:026}", "batch_id": "batch-0001", "steps": [{"kind": "view"}]}
        reply = Api().post("/visits", body | change)
        assert (reply.status, reply.json["errors"][0]["field"]) == (422, field)

    def test_counts_pages_that_are_served_and_where_their_readers_came_from(self) -> None:
        store = world.a_store()
        clip = world.a_listing(store=store)
        link = made(MEI.post(f"/stores/{store['id']}/links", {"channel": "poster"}))
        shop = f"/shop/{store['slug']}"
        home = "https://api123.execute-api.us-east-1.amazonaws.com/api"
        for path, referrer in (
            (f"{shop}?via={link['code']}", ""),
            (f"{shop}/{clip['id']}", f"{home}{shop}"),
            (f"{shop}?ad=clk_1", "https://t.cn/x"),
            (shop, "https://www.baidu.com/s?wd=x"),
        ):
            reply = Api().get(path, headers={"User-Agent": BROWSER, "Referer": referrer})
            assert reply.status == 200
        Api().get(shop, headers={"User-Agent": "Googlebot/2.1"})
        counted()
        found = figures(store)
        assert (found["now"]["visits"], found["now"]["views"], found["now"]["looks"]) == (3, 3, 1)
        assert {part["name"]: part["visits"] for part in found["channels"]} == {
            "poster": 1,
            "ad": 1,
            "search": 1,
        }
        assert found["robots"] == 1

    def test_shows_a_page_though_it_can_not_be_counted(self, monkeypatch: pytest.MonkeyPatch) -> None:
        store = world.a_store()

        def broken(*_: Any, **__: Any) -> Any:
            raise OSError

        monkeypatch.setattr("chalicelib.insights.collecting.service.queues.send", broken)
        assert Api().get(f"/shop/{store['slug']}").status == 200


class TestCounting:
    def test_of_a_batch_that_is_sent_again_counts_once(self) -> None:
        store = world.a_store()
        for _ in range(2):
            told(store, {"kind": "view", "arrived": True}, batch="the-same-batch")
        counted(counted())
        told(store, batch="the-same-batch")
        counted()
        assert figures(store)["now"]["views"] == 1

    def test_of_many_batches_is_one_transaction(self) -> None:
        store, clip = world.a_store(), None
        clip = world.a_listing(store=store)
        for number in range(20):
            told(store, *[{"kind": "listing", "listing_id": clip["id"]}] * 25, visitor=who(number % 5))
        batch = brought()
        with calls() as made_:
            counted(batch)
        assert made_ == [*["BatchGetItem"] * 2, *["PutItem"] * 3, "TransactWriteItems"]
        again = brought()
        told(
            store,
            *[{"kind": "listing", "listing_id": clip["id"]}] * 25,
            visitor=who(1),
            batch=f"{batch[0]['messageId'][:20]}",
        )
        assert not again
        assert figures(store)["now"]["looks"] == 500

    def test_of_one_bad_message_lets_the_others_be(self) -> None:
        store = world.a_store()
        told(store)
        bad = {"messageId": "bad", "body": "{"}
        answer = handlers.count_visits({"Records": [*brought(), bad]})
        assert answer == {"batchItemFailures": [{"itemIdentifier": "bad"}]}
        assert figures(store)["now"]["views"] == 1

    def test_takes_days_and_hours_as_the_store_has_them(self) -> None:
        store = world.a_store()
        with clock.stopped_at(datetime(2026, 11, 26, 16, 10, tzinfo=UTC)):  # ten past midnight there
            told(store, "view", {"kind": "view", "seconds_ago": 900})
            counted()
            today, yesterday = figures(store), figures(store, "?on=2026-11-26")
        assert today["now"]["first"] == "2026-11-27"
        assert [hour["hour"] for hour in today["hours"] if hour["seen"]] == [0]
        assert [hour["hour"] for hour in yesterday["hours"] if hour["seen"]] == [23]
        assert today["now"]["views"] == yesterday["now"]["views"] == 1

    def test_of_a_store_that_is_not_open_counts_nothing(self) -> None:
        store = world.a_store(open=False)
        told(store)
        told({"id": f"sto_{0:026}"})
        before = everything_stored()
        counted()
        assert everything_stored() == before

    @settings(
        max_examples=5,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(data=st.data(), dice=st.randoms(use_true_random=False))
    def test_ends_as_counted_anew_whatever_comes_twice_late_or_in_another_order(
        self, data: st.DataObject, dice: random.Random
    ) -> None:
        store = world.a_store(name=ids.new("store")[-8:])
        listings = [f"lst_{number:026}" for number in range(3)]
        with clock.stopped_at(NOON):
            for number in range(data.draw(st.integers(1, 6))):
                told(
                    store,
                    *data.draw(steps(listings)),
                    visitor=who(number % 3),
                    batch=f"{store['id']}-{number}",
                )
            batch = brought()
            mixed = [*batch, *dice.choices(batch, k=4)]
            dice.shuffle(mixed)
            while mixed:
                some, mixed = mixed[: dice.randint(1, 4)], mixed[dice.randint(1, 4) :]
                counted(some)
            counted(batch)
            tally = service.recounted(store["id"], ZONE, now=NOON)
        assert kept(store) == anew(store, tally)
        assert sum(counts["views"] for counts in kept(store)[0].values()) == sum(
            step["kind"] == "view" for message in batch for step in event_of(message)["seen"]
        )


class TestPortions:
    def test_never_change_more_items_than_a_transaction_takes(self) -> None:
        store = world.a_store()
        with clock.stopped_at(NOON):
            for number in range(12):
                told(
                    store,
                    *(
                        {
                            "kind": "listing",
                            "listing_id": f"lst_{number * 25 + one:026}",
                            "seconds_ago": one * 140,
                        }
                        for one in range(25)
                    ),
                )
            counted()
            assert figures(store)["now"]["looks"] == 300


class TestOrders:
    def test_count_once_on_the_day_they_were_placed_and_by_where_they_go(self) -> None:
        clip = world.a_listing(price=1_000, stock=9)
        store = {"id": clip["store_id"]}
        counted()
        orders = [world.a_paid_order(LI, listing=clip) for _ in range(2)]
        batch = counted()
        counted(batch)
        found = figures(store)
        assert (found["now"]["paid"], found["now"]["orders"], found["now"]["sales"]) == (2, 2, 2_000)
        assert found["now"]["average_order"] == 1_000
        assert [(part["name"], part["orders"]) for part in found["regions"]] == [("CN51", 2)]
        made(LI.post(f"/orders/{orders[0]['id']}/cancel"))
        counted(counted())
        found = figures(store)
        assert (found["now"]["paid"], found["now"]["orders"], found["now"]["sales"]) == (2, 1, 1_000)
        assert found["now"]["funnel"][-1] == {"step": "paid", "times": 2, "people": 1}
        top = made(MEI.get(f"/stores/{store['id']}/insights/goods?of={found['now']['first']}&by=sales"))[
            "items"
        ]
        assert [(one["title"], one["sold"], one["sales"]) for one in top] == [(clip["title"], 1, 1_000)]

    def test_count_for_the_channel_whichever_is_heard_first(self) -> None:
        clip = world.a_listing(price=1_000, stock=9)
        store = {"id": clip["store_id"]}
        for first in ("order", "beacon"):
            order = world.a_paid_order(LI, listing=clip)
            paid = brought()
            told(
                store,
                {"kind": "checkout", "checkout_id": order["checkout_id"]},
                referrer="https://weibo.com/",
            )
            came = brought()
            for batch in (paid, came) if first == "order" else (came, paid):
                counted(batch)
        counted([*came, *paid])
        (part,) = figures(store)["channels"]
        assert part == {"name": "weibo", "visits": 0, "orders": 2, "sales": 2_000, "refunded": 0}

    def test_tell_which_buyers_come_back(self) -> None:
        clip = world.a_listing(stock=9)
        store = {"id": clip["store_id"]}
        month = NOON - timedelta(days=62)
        for buyer, moments in ((LI, (month, NOON, NOON)), (ZHAO, (month,))):
            for moment in moments:
                with clock.stopped_at(moment):
                    order = world.a_paid_order(buyer, listing=clip)
        counted()
        with clock.stopped_at(NOON):
            table = made(MEI.get(f"/stores/{store['id']}/insights/cohorts"))
            assert table["items"] == [{"month": "2026-09", "buyers": 2, "repeat": 1, "after": [2, 0, 1]}]
            assert table["repeat_rate"] == figures(store)["repeat_rate"] == 0.5
            made(ZHAO.post(f"/orders/{order['id']}/cancel"))
            counted()
            table = made(MEI.get(f"/stores/{store['id']}/insights/cohorts"))
        assert table["items"] == [{"month": "2026-09", "buyers": 1, "repeat": 1, "after": [1, 0, 1]}]

    def test_of_which_nobody_knows_come_again(self) -> None:
        body = {
            "event_id": "evt_1",
            "kind": "OrderPaid.1",
            "correlation": "x",
            "event": {"order_id": "ord_0"},
        }
        answer = handlers.count_visits({"Records": [{"messageId": "m", "body": json.dumps(body)}]})
        assert answer == {"batchItemFailures": [{"itemIdentifier": "m"}]}


class TestReading:
    def test_costs_the_same_whatever_the_traffic(self) -> None:
        store = world.a_store()
        path = f"/stores/{store['id']}/insights"
        paths = (f"{path}?period=month", f"{path}/live", f"{path}/goods?of=2026-11", f"{path}/cohorts")
        with clock.stopped_at(NOON):
            told(store, {"kind": "listing", "listing_id": f"lst_{0:026}"})
            counted()
            costs = []
            for more in (0, 40):
                for number in range(more):
                    told(
                        store,
                        "view",
                        {"kind": "listing", "listing_id": f"lst_{number:026}"},
                        visitor=who(number),
                    )
                counted()
                with calls() as made_:
                    for one in paths:
                        made(MEI.get(one))
                costs.append(made_)
        assert costs[0] == costs[1]
        assert costs[0][:7] == ["BatchGetItem", *["Query"] * 4, "BatchGetItem", "Query"]

    def test_compares_with_the_period_before(self) -> None:
        store = world.a_store()
        for days, visits in ((0, 3), (7, 2), (14, 5)):
            with clock.stopped_at(NOON - timedelta(days=days)):
                for number in range(visits):
                    told(store, {"kind": "view", "arrived": True}, visitor=who(number))
        with clock.stopped_at(NOON):
            counted()
            found = figures(store, "?period=week")
        assert (found["now"]["visits"], found["before"]["visits"], found["change"]["visits"]) == (3, 2, 0.5)
        assert (found["now"]["visitors"], found["before"]["visitors"]) == (3, 2)
        assert (found["now"]["first"], found["before"]["last"]) == ("2026-11-23", "2026-11-22")
        assert [(one["day"], one["visits"]) for one in found["days"]] == [
            ("2026-11-19", 2),
            ("2026-11-26", 3),
        ]

    def test_tells_the_last_hour_by_minute(self) -> None:
        store = world.a_store()
        with clock.stopped_at(NOON):
            told(store, {"kind": "view", "arrived": True}, {"kind": "cart", "seconds_ago": 120})
            told(store, {"kind": "view", "seconds_ago": 3_700})
            counted()
            found = made(MEI.get(f"/stores/{store['id']}/insights/live"))["minutes"]
        assert [(one["minute"], one["visits"], one["carts"]) for one in found] == [
            ("2026-11-26T04:28", 0, 1),
            ("2026-11-26T04:30", 1, 0),
        ]

    def test_gives_days_as_a_file(self) -> None:
        store = world.a_store()
        with clock.stopped_at(NOON):
            told(store, {"kind": "view", "arrived": True})
            counted()
            span = "since=2026-11-25&until=2026-11-26"
            path = f"/stores/{store['id']}/insights/days.csv"
            lines = MEI.get(f"{path}?{span}&language=en").content.decode().splitlines()
            late = MEI.get(f"{path}?since=2026-11-25&until=2026-11-27")
        assert lines[1:] == [
            "2026-11-25" + ",0" * 8 + ",0.00" * 4 + ",CNY",
            "2026-11-26,1,1" + ",0" * 6 + ",0.00" * 4 + ",CNY",
        ]
        assert (late.status, late.json["code"], late.json["field"]) == (422, "bad_figures_span", "until")
