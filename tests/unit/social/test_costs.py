"""What the use cases of social promotion cost, as docs/architecture.md says."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from chalicelib.foundation import clock
from tests.unit import world
from tests.unit.conftest import calls
from tests.unit.world import LI, MEI, made

READ, TRANSACTION = "BatchGetItem", "TransactWriteItems"


def stored(seen: list[str]) -> list[str]:
    """Less what tells events: a queue's address, the message, the outbox."""
    return [one for one in seen if one in (READ, "Query", TRANSACTION, "GetObject", "PutObject")]


def asked(reply: Any) -> None:
    made(reply)


class TestCosts:
    def test_of_following_and_following_no_more_are_a_read_and_a_transaction(self) -> None:
        path = f"/stores/{world.a_store()['id']}/follower"
        for ask in (LI.put, LI.delete):
            with calls() as seen:
                asked(ask(path))
            assert stored(seen) == [READ, TRANSACTION]

    def test_of_a_campaign_link_are_a_read_and_a_transaction(self) -> None:
        path = f"/stores/{world.a_store()['id']}/campaign-links"
        with calls() as seen:
            asked(MEI.post(path, {"channel": "weibo"}))
        assert stored(seen) == [READ, TRANSACTION]

    def test_of_a_broadcast_are_a_read_and_a_transaction(self) -> None:
        path = f"/stores/{world.a_store()['id']}/broadcasts"
        with calls() as seen:
            asked(MEI.post(path, {"text": "New clips"}))
        assert stored(seen) == [READ, TRANSACTION]

    def test_of_listing_the_open_groups_of_goods_are_a_query_and_a_read_if_there_are_any(self) -> None:
        clip = world.a_listing(stock=9)
        ends = clock.stamp(clock.now() + timedelta(days=1))
        wish = {"listing_id": clip["id"], "variant_id": "v01", "price": 700, "size": 3, "ends_at": ends}
        for cost in (["Query"], ["Query", READ], ["Query", READ]):
            with calls() as seen:
                asked(LI.get(f"/listings/{clip['id']}/group-buys"))
            assert stored(seen) == cost
            asked(MEI.post(f"/stores/{clip['store_id']}/group-buys", wish))

    def test_of_joining_a_group_are_four_reads_and_a_transaction(self) -> None:
        clip = world.a_listing(stock=9)
        ends = clock.stamp(clock.now() + timedelta(days=1))
        wish = {"listing_id": clip["id"], "variant_id": "v01", "price": 700, "size": 3, "ends_at": ends}
        group = made(MEI.post(f"/stores/{clip['store_id']}/group-buys", wish))["id"]
        world.money_for(LI, 1_000)
        home = {"address_id": world.an_address(LI)}
        with calls() as seen:
            asked(LI.post(f"/group-buys/{group}/members", home))
        assert stored(seen) == [READ] * 4 + [TRANSACTION]
