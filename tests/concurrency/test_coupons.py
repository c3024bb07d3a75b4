from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from chalicelib.foundation import clock
from chalicelib.listings.sales import service as sales
from chalicelib.listings.service import Listing
from chalicelib.orders import checkouts, prepared
from chalicelib.orders import service as orders
from chalicelib.orders.checkouts import Selection
from chalicelib.orders.rules import Checkout
from chalicelib.promotions import service as promotions
from chalicelib.promotions.service import Shown, Terms
from chalicelib.promotions.uses import service as uses
from tests.concurrency.conftest import at_once, done, refusals
from tests.concurrency.test_races import a_listing, home, in_wallet, somebody, stock_of
from tests.deployed.watching import audit


def a_coupon(listing: Listing, **limits: int) -> Shown:
    terms = Terms("Festival", None, None, code="FESTIVAL", amount=100, **limits)
    return promotions.begin(listing.store_id, person=listing.owner_id, terms=terms, now=clock.now())


def used(listing: Listing) -> int:
    (shown,) = promotions.all_of(listing.store_id, person=listing.owner_id, limit=10, cursor=None).items
    return shown.used


def selected(buyer: str, address: str, listing: Listing, price: int = 1_000) -> Selection:
    item = checkouts.Item(listing.id, "v01", 1, price, "")
    return checkouts.select_items(buyer, [item], address_id=address, now=clock.now())


def buy(buyer: str, address: str, listing: Listing) -> Checkout:
    chosen = replace(selected(buyer, address, listing), coupons=("FESTIVAL",))
    return checkouts.buy(buyer, chosen, now=clock.now())


def prepare(buyer: str, address: str, listing: Listing) -> Checkout:
    chosen = replace(selected(buyer, address, listing), coupons=("FESTIVAL",))
    return prepared.prepare(buyer, chosen, now=clock.now())


class TestACouponForTen:
    def test_is_used_by_ten_of_fifty_buyers_at_once(self, on_engine: Any) -> None:
        clip = a_listing(stock=100)
        a_coupon(clip, total_limit=10)
        buyers = [somebody(1_000) for _ in range(50)]
        homes = [home(buyer) for buyer in buyers]

        results = at_once(
            [partial(buy, buyer, address, clip) for buyer, address in zip(buyers, homes, strict=True)]
        )

        assert (len(done(results)), refusals(results)) == (10, {"coupon_used_up"})
        assert (used(clip), stock_of(clip)) == (10, 90)
        assert sorted(in_wallet(buyer) for buyer in buyers) == [100] * 10 + [1_000] * 40
        audit(on_engine)


class TestACouponOncePerBuyer:
    def test_pressed_many_times_at_once_is_used_once(self, on_engine: Any) -> None:
        clip = a_listing(stock=100)
        a_coupon(clip, buyer_limit=1)
        li = somebody(10_000)
        address = home(li)

        results = at_once([partial(buy, li, address, clip) for _ in range(8)])

        assert len(done(results)) == 1
        assert refusals(results) == {"coupon_used"}
        assert (in_wallet(li), stock_of(clip)) == (9_100, 99)

    def test_in_two_tabs_one_from_the_wallet_and_one_by_card_is_used_once(self, on_engine: Any) -> None:
        clip = a_listing(stock=100)
        a_coupon(clip, buyer_limit=1, total_limit=5)
        li = somebody(10_000)
        address = home(li)

        results = at_once([partial(do, li, address, clip) for do in (buy, prepare)])

        assert (len(done(results)), refusals(results)) == (1, {"coupon_used"})
        assert (used(clip), stock_of(clip)) == (1, 99)


class TestAHeldUse:
    def test_given_up_expired_and_paid_at_once_ends_once(self, on_engine: Any) -> None:
        clip = a_listing(stock=5)
        a_coupon(clip, buyer_limit=1, total_limit=1)
        li = somebody()
        checkout = prepare(li, home(li), clip)
        late = checkout.expires_at + timedelta(seconds=1)

        at_once(
            [
                partial(prepared.cancel, checkout.id, buyer=li, now=clock.now()),
                partial(uses.lapse_due, late),
                partial(prepared.complete, checkout.id, buyer=li, method="pm_card_visa", now=clock.now()),
            ]
        )

        state = checkouts.show(checkout.id, buyer=li).state
        assert (state, used(clip), stock_of(clip)) in (("placed", 1, 4), ("cancelled", 0, 5))
        audit(on_engine)

    def test_of_an_order_called_off_by_both_sides_at_once_comes_back_once(self, on_engine: Any) -> None:
        clip = a_listing(stock=5)
        a_coupon(clip, total_limit=3)
        li = somebody(3_000)
        address = home(li)
        buy(li, address, clip)
        (order,) = buy(li, address, clip).orders

        at_once(
            [partial(orders.cancel, order.id, caller=who, now=clock.now()) for who in (li, clip.owner_id)]
        )

        assert used(clip) == 1
        audit(on_engine)


class TestASale:
    def test_that_ends_while_many_buy_is_paid_by_all_or_none_of_them(self, on_engine: Any) -> None:
        clip = a_listing(stock=100)
        now = clock.now()
        sales.reduce(
            clip.id,
            person=clip.owner_id,
            prices={"v01": 700},
            starts_at=None,
            ends_at=now + timedelta(hours=1),
            now=now,
        )
        buyers = [somebody(1_000) for _ in range(12)]
        read = [selected(buyer, home(buyer), clip, price=700) for buyer in buyers]

        def buys(buyer: str, chosen: Selection) -> Checkout:
            return checkouts.buy(buyer, chosen, now=clock.now())

        pressing = [partial(buys, buyer, chosen) for buyer, chosen in zip(buyers, read, strict=True)]
        ending = partial(sales.end, clip.id, person=clip.owner_id, now=clock.now())
        results = at_once([*pressing[:6], ending, *pressing[6:]])

        assert refusals(results) <= {"price_changed", "changed_meanwhile"}
        paid = [buyer for buyer in buyers if in_wallet(buyer) == 300]
        assert stock_of(clip) == 100 - len(paid)
        audit(on_engine)
