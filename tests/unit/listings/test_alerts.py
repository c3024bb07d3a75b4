from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation import clock
from chalicelib.listings import handlers
from chalicelib.listings.alerts import rules, service
from chalicelib.listings.alerts.rules import Level
from chalicelib.listings.reservations import service as reservations
from chalicelib.notifications import handlers as notifications
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls, messages
from tests.unit.listings.test_journal import begin, heard, restock
from tests.unit.stores.crew import MANAGER, PACKER, PARTNER, SERVICE, hired
from tests.unit.world import LI, MEI

CREW = {"owner": PARTNER, "manager": MANAGER, "service": SERVICE, "packer": PACKER}


@pytest.fixture
def clip() -> Any:
    listing = world.a_listing(price=1_000, stock=5)
    world.made(MEI.put(f"/listings/{listing['id']}/stock-alert", {"threshold": 2}))
    world.money_for(LI)
    heard()
    return listing


def sell(listing: Any, quantity: int = 1) -> Any:
    reply = begin(listing, quantity, pay_from="wallet")
    return world.made(reply)["orders"][0]


def told(who: Api = MEI) -> list[str]:
    """What somebody was told of stock, the oldest first, once all is heard."""
    heard()
    assert notifications.deliver_notifications({"Records": messages("notifications")})
    kinds = [one["kind"] for one in world.made(who.get("/notifications?limit=100"))["items"]]
    return [kind for kind in reversed(kinds) if kind.startswith("stock")]


class TestLevel:
    @given(st.integers(0, 100), st.integers(0, 20))
    def test_of_what_is_left_goes_one_way(self, stock: int, threshold: int) -> None:
        order = [Level.OUT, Level.LOW, Level.ENOUGH]
        less, more = (order.index(rules.level_of(one, threshold)) for one in (stock, stock + 1))
        assert less <= more

    def test_without_a_threshold_is_never_low(self) -> None:
        assert [rules.level_of(stock, 0) for stock in (0, 1)] == [Level.OUT, Level.ENOUGH]


class TestAlerts:
    def test_tell_once_that_goods_run_low(self, clip: Any) -> None:
        sell(clip, 2)
        assert told() == []
        sell(clip)
        sell(clip)
        assert told() == ["stock_low"]

    def test_say_how_many_are_left_in_two_languages(self, clip: Any) -> None:
        sell(clip, 3)
        told()
        (note, *_) = [one for one in MEI.get("/notifications").json["items"] if one["kind"] == "stock_low"]
        assert note["text"]["zh"] == "库存不足：Hair clip 还剩 2 件，请及时补货。"
        assert "2 of Hair clip left" in note["text"]["en"]
        assert note["reference"] == clip["id"]

    def test_tell_that_goods_are_sold_out_and_back(self, clip: Any) -> None:
        sell(clip, 5)
        assert told() == ["stock_out"]
        world.made(restock(clip, 1))
        assert told() == ["stock_out", "stock_back"]

    def test_tell_again_when_the_line_is_crossed_again(self, clip: Any) -> None:
        sell(clip, 3)
        assert told() == ["stock_low"]
        world.made(restock(clip, 5))
        assert told() == ["stock_low"]
        sell(clip, 5)
        assert told() == ["stock_low", "stock_low"]

    def test_hear_an_event_twice_and_tell_once(self, clip: Any) -> None:
        sell(clip, 3)
        batch = heard()
        heard(batch)
        assert told() == ["stock_low"]

    def test_hear_a_sale_before_the_listing_and_tell_once(self) -> None:
        clip = world.a_listing(stock=2)
        world.money_for(LI)
        sell(clip, 2)
        listed, sold = messages("stock")
        heard([sold])
        heard([listed])
        assert told() == ["stock_out"]

    def test_hear_of_the_listing_after_the_sale_and_tell_once(self) -> None:
        clip = world.a_listing(stock=2)
        world.money_for(LI)
        sell(clip, 2)
        assert told() == ["stock_out"]

    def test_say_nothing_of_goods_that_were_listed_with_so_few(self) -> None:
        store = world.a_store()
        world.made(MEI.put(f"/stores/{store['id']}/stock-alert", {"threshold": 3}))
        world.a_listing(store=store, stock=2)
        world.a_listing(store=store, stock=0)
        assert told() == []

    def test_say_nothing_of_goods_that_arent_on_sale(self, clip: Any) -> None:
        world.made(MEI.post(f"/listings/{clip['id']}/withdraw"))
        world.made(restock(clip, -5))
        assert told() == []

    def test_go_by_the_store_where_the_listing_says_nothing(self) -> None:
        store = world.a_store()
        world.made(MEI.put(f"/stores/{store['id']}/stock-alert", {"threshold": 3}))
        clip = world.a_listing(store=store, stock=4)
        world.made(restock(clip, -1))
        assert told() == ["stock_low"]

    def test_are_of_each_variant(self) -> None:
        variants = [{"sku": sku, "title": sku, "price": 1_000, "stock": 1} for sku in ("RED", "BLUE")]
        clip = world.a_listing(variants=variants)
        for variant in ("v01", "v02"):
            world.made(MEI.post(f"/listings/{clip['id']}/stock", {"variant_id": variant, "change": -1}))
        assert told() == ["stock_out", "stock_out"]
        texts = [one["text"]["en"] for one in MEI.get("/notifications").json["items"]]
        assert any("Hair clip RED" in text for text in texts) and any("BLUE" in text for text in texts)

    def test_come_to_who_counts_the_stock_and_to_nobody_else(self) -> None:
        store = world.a_store()
        for role, who in CREW.items():
            hired(store, role, who, by=MEI)
        world.made(restock(world.a_listing(store=store, stock=1), -1))
        heard()
        notifications.deliver_notifications({"Records": messages("notifications")})
        heard_of_it = {role for role, who in CREW.items() if who.get("/notifications").json["items"]}
        assert heard_of_it == {"owner", "manager", "packer"}

    def test_dont_mind_what_is_reserved_until_it_is_sold(self, clip: Any) -> None:
        checkout = world.made(begin(clip, 5))
        assert told() == []
        world.made(LI.post(f"/checkouts/{checkout['id']}/complete", {"method": "pm_card_visa"}))
        assert told() == ["stock_out"]

    def test_dont_mind_what_is_reserved_in_vain(self, clip: Any) -> None:
        world.made(begin(clip, 5))
        reservations.lapse_due(clock.now() + timedelta(hours=1))
        assert told() == []

    def test_look_again_when_the_stock_moved_while_they_looked(
        self, clip: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sell(clip, 3)
        looked = service._told

        def restocked_meanwhile(*args: Any) -> Any:
            monkeypatch.undo()
            found = looked(*args)
            world.made(restock(clip, 9))
            return found

        monkeypatch.setattr(service, "_told", restocked_meanwhile)
        heard()
        assert told() == []

    def test_tell_once_when_two_look_at_one_time(self, clip: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        sell(clip, 3)
        batch = messages("stock")
        looked = service._told

        def heard_meanwhile(*args: Any) -> Any:
            monkeypatch.undo()
            found = looked(*args)
            heard(batch)
            return found

        monkeypatch.setattr(service, "_told", heard_meanwhile)
        heard(batch)
        assert told() == ["stock_low"]

    def test_cost_two_reads_where_no_line_is_crossed(self, clip: Any) -> None:
        heard()
        sell(clip)
        batch = {"Records": messages("stock")}
        with calls() as made:
            handlers.note_stock(batch)
        assert made == ["TransactWriteItems", "BatchGetItem"]


class TestSayingWhatIsLow:
    def test_shows_how_the_variants_stand(self, clip: Any) -> None:
        path = f"/listings/{clip['id']}/stock-alert"
        shown = world.made(MEI.put(path, {"threshold": 9}))
        assert shown == {
            "threshold": 9,
            "holds": 9,
            "variants": [{"variant_id": "v01", "stock": 5, "level": "low"}],
        }
        assert world.made(MEI.get(path)) == shown

    def test_tells_nothing_by_itself(self, clip: Any) -> None:
        world.made(MEI.put(f"/listings/{clip['id']}/stock-alert", {"threshold": 9}))
        sell(clip)
        assert told() == []

    def test_can_be_left_to_the_store_again(self, clip: Any) -> None:
        world.made(MEI.put(f"/stores/{clip['store_id']}/stock-alert", {"threshold": 4}))
        shown = world.made(MEI.put(f"/listings/{clip['id']}/stock-alert", {"threshold": None}))
        assert (shown["threshold"], shown["holds"]) == (None, 4)
        assert world.made(MEI.get(f"/stores/{clip['store_id']}/stock-alert")) == {"threshold": 4}

    @pytest.mark.parametrize("threshold", [-1, 10_001, "2", 1.5])
    def test_as_what_no_count_is_is_refused(self, clip: Any, threshold: Any) -> None:
        assert MEI.put(f"/listings/{clip['id']}/stock-alert", {"threshold": threshold}).status == 422
