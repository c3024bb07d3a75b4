from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from chalicelib.accounts import service as accounts
from chalicelib.accounts.service import AddressWish
from chalicelib.foundation import clock, ids
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import read_together
from chalicelib.listings import service as listings
from chalicelib.listings.service import Listing, Offered
from chalicelib.orders import carts, checkouts, prepared
from chalicelib.orders import service as orders
from chalicelib.orders.rules import Checkout, Order
from chalicelib.payments import service as payments
from chalicelib.payments import withdrawals
from chalicelib.payments.gateway import Outcome, Result
from chalicelib.payments.limits import service as limits
from chalicelib.payments.pins import service as pins
from chalicelib.payments.rules import WithdrawalState
from chalicelib.shipping import service as shipping
from chalicelib.stores import service as stores
from chalicelib.stores.rules import Action
from tests.concurrency.conftest import at_once, done, refusals
from tests.deployed.watching import audit


def somebody(fen: int = 0) -> str:
    """A person with money."""
    person = ids.new("per")
    if fen:
        payments.top_up(person, amount=Money(fen, "CNY"), method="pm_card_visa", now=clock.now())
    return person


def home(person: str) -> str:
    wish = AddressWish("李雷", "13800138000", "CN", "513233", "邛溪镇团结路 1 号")
    return accounts.add_address(person, wish).id


def a_listing(*, price: int = 1_000, stock: int = 5, merchant: str | None = None) -> Listing:
    merchant = merchant or somebody()
    store = stores.open_store(
        merchant, name="Races", currency="CNY", time_zone="Asia/Shanghai", now=clock.now()
    )
    stores.act(store.id, Action.PUBLISH, person=merchant)
    listing, _ = listings.list_goods(
        store.id,
        person=merchant,
        title="Clip",
        description="",
        category="hair",
        photo_ids=[],
        attributes={},
        variants=[Offered("ONE", "", price, stock)],
        publish=True,
        now=clock.now(),
    )
    return listing


def stock_of(listing: Listing) -> int:
    shown, _ = listings.show(listing.id, caller=None)
    return shown.variants[0].stock


def in_wallet(person: str) -> int:
    return payments.show_wallet(person, "CNY").balance.amount


def buy(buyer: str, address: str, listing: Listing, quantity: int = 1) -> Checkout:
    item = checkouts.Item(listing.id, "v01", quantity, listing.lowest_price.amount, "")
    selection = checkouts.select_items(buyer, [item], address_id=address, now=clock.now())
    return checkouts.buy(buyer, selection, now=clock.now())


def a_shipped_order(buyer: str, listing: Listing) -> Order:
    (order,) = buy(buyer, home(buyer), listing).orders
    shipping.ship(order.id, person=listing.owner_id, courier="YTO", tracking_number="YT1234", now=clock.now())
    return orders.show(order.id, caller=buyer)


class TestThirtyTwoBuyersOfFivePieces:
    def test_make_five_orders_and_twenty_seven_clear_refusals(self, on_engine: Any) -> None:
        clip = a_listing(price=1_000, stock=5)
        buyers = [somebody(1_000) for _ in range(32)]
        homes = [home(buyer) for buyer in buyers]

        results = at_once([partial(buy, b, h, clip) for b, h in zip(buyers, homes, strict=True)])

        assert len(done(results)) == 5
        assert refusals(results) == {"sold_out"}
        assert stock_of(clip) == 0
        assert sum(in_wallet(buyer) for buyer in buyers) == 27_000
        assert audit(on_engine) is not None


class TestOneWallet:
    def test_pays_for_no_more_than_it_holds(self, on_engine: Any) -> None:
        clip = a_listing(price=1_000, stock=100)
        li = somebody(3_500)
        address = home(li)

        results = at_once([partial(buy, li, address, clip) for _ in range(8)])

        assert (len(done(results)), refusals(results)) == (3, {"insufficient_funds"})
        assert (in_wallet(li), stock_of(clip)) == (500, 97)
        audit(on_engine)

    def test_is_withdrawn_no_further_than_to_nothing(self, on_engine: Any) -> None:
        li = somebody(1_000)

        results = at_once(
            [
                partial(
                    withdrawals.withdraw,
                    li,
                    amount=Money(300, "CNY"),
                    destination="ba_ok",
                    now=clock.now(),
                )
                for _ in range(8)
            ]
        )

        assert (len(done(results)), refusals(results)) == (3, {"insufficient_funds"})
        assert in_wallet(li) == 100
        audit(on_engine)


class TestOneCard:
    def test_gets_no_more_back_than_was_taken(self, on_engine: Any) -> None:
        li = somebody(1_000)
        charge = payments.top_up(li, amount=Money(1_000, "CNY"), method="pm_card_visa", now=clock.now())
        back = partial(
            withdrawals.withdraw, li, amount=Money(300, "CNY"), destination=charge.id, now=clock.now()
        )

        results = at_once([back for _ in range(8)])

        assert (len(done(results)), refusals(results)) == (3, {"not_refundable"})
        assert payments.charge_of(charge.id, person_id=li).returned == 900
        assert in_wallet(li) == 1_100
        audit(on_engine)

    def test_refunded_by_many_consumers_at_once_is_refunded_once(self, on_engine: Any) -> None:
        li = somebody()
        charge = payments.top_up(li, amount=Money(1_000, "CNY"), method="pm_card_no_refunds", now=clock.now())
        asked = withdrawals.withdraw(li, amount=Money(1_000, "CNY"), destination=charge.id, now=clock.now())

        results = at_once([partial(withdrawals.pay_out, asked.id, now=clock.now()) for _ in range(8)])

        assert {result.state for result in done(results)} == {WithdrawalState.FAILED}
        assert (in_wallet(li), payments.charge_of(charge.id, person_id=li).returned) == (1_000, 0)
        audit(on_engine)


class TestOneLimit:
    def test_lets_no_more_through_in_a_day_than_it_allows(self, on_engine: Any) -> None:
        limit = next(one.limit for one in limits.show("x", "CNY", now=clock.now()).uses)
        li, share = somebody(), Money(limit.daily.amount // 5 + 1, "CNY")
        top_up = partial(payments.top_up, li, amount=share, method="pm_card_visa", now=clock.now())

        results = at_once([top_up for _ in range(8)])

        assert (len(done(results)), refusals(results)) == (4, {"limit_exceeded"})
        assert in_wallet(li) == 4 * share.amount
        audit(on_engine)


class TestOnePin:
    def test_stands_five_guesses_however_many_guess_at_once(self, on_engine: Any, monkeypatch: Any) -> None:
        monkeypatch.setattr(pins.rules, "COST", 2**4)
        li, compared = somebody(1_000), []
        pins.set_first(li, pin="839204", now=clock.now())
        fits = pins.Secret.fits
        monkeypatch.setattr(pins.Secret, "fits", lambda self, pin: compared.append(pin) or fits(self, pin))

        results = at_once(
            [
                partial(
                    withdrawals.withdraw,
                    li,
                    amount=Money(1, "CNY"),
                    destination="ba_ok",
                    pin=f"7391{number:02}",
                    now=clock.now(),
                )
                for number in range(16)
            ]
        )

        assert refusals(results) <= {"wrong_pin", "pin_locked", "busy"}
        assert len(compared) <= pins.rules.TRIES
        assert (done(results), in_wallet(li)) == ([], 1_000)


class TestOneOrder:
    def test_confirmed_by_the_buyer_on_two_phones_and_by_the_clock_pays_once(self, on_engine: Any) -> None:
        li, clip = somebody(1_000), a_listing()
        order = a_shipped_order(li, clip)
        late = clock.now() + timedelta(days=11)

        results = at_once(
            [
                partial(orders.confirm_receipt, order.id, buyer=li, now=late),
                partial(orders.confirm_receipt, order.id, buyer=li, now=late),
                partial(orders._act_for_absent, order, late),
                partial(orders._act_for_absent, order, late),
            ]
        )

        assert sum(bool(result) for result in done(results)) == 1
        assert in_wallet(clip.owner_id) == 980
        audit(on_engine)

    def test_shipped_and_cancelled_at_once_is_one_of_the_two(self, on_engine: Any) -> None:
        li, clip = somebody(1_000), a_listing()
        (order,) = buy(li, home(li), clip).orders
        ship = partial(
            shipping.ship,
            order.id,
            person=clip.owner_id,
            courier="YTO",
            tracking_number="YT1",
            now=clock.now(),
        )
        cancel = partial(orders.cancel, order.id, caller=li, now=clock.now())

        results = at_once([ship, cancel, cancel])

        state = orders.show(order.id, caller=li).state
        assert len(done(results)) == 1
        assert (in_wallet(li), stock_of(clip)) == ((1_000, 5) if state == "cancelled" else (0, 4))
        audit(on_engine)


class TestOnePayment:
    def test_told_and_completed_many_times_at_once_is_one_order_and_one_charge(self, on_engine: Any) -> None:
        li, clip = somebody(), a_listing(price=1_000, stock=5)
        item = checkouts.Item(clip.id, "v01", 2, 1_000, "")
        selection = checkouts.select_items(li, [item], address_id=home(li), now=clock.now())
        checkout = prepared.prepare(li, selection, now=clock.now())
        charge = payments.charge_of(str(checkout.charge_id), person_id=li)
        paid = Result(Outcome.SUCCEEDED)

        def told(number: int) -> None:
            payments.settle(charge, paid, now=clock.now(), notice_id=f"{checkout.id}-{number}")
            prepared.place_paid(checkout.id, buyer=li, paid_at=clock.now(), now=clock.now())

        def completes() -> None:
            prepared.complete(checkout.id, buyer=li, method="pm_card_visa", now=clock.now())

        results = at_once([*(partial(told, number) for number in range(3)), completes, completes])

        assert refusals(results) <= {"changed_meanwhile"}
        assert checkouts.show(checkout.id, buyer=li).state == "placed"
        assert (stock_of(clip), in_wallet(li)) == (3, 0)
        assert len(orders.bought(li, limit=10, cursor=None).items) == 1
        audit(on_engine)


class TestOneCart:
    def test_filled_on_many_devices_at_once_loses_nothing_that_was_acknowledged(self, on_engine: Any) -> None:
        li = somebody()
        goods = [a_listing() for _ in range(4)]

        results = at_once(
            [
                partial(
                    carts.add, li, listing_id=one.id, variant_id="v01", quantity=1, note="", now=clock.now()
                )
                for one in goods
            ]
        )

        (cart,) = read_together([carts.models.cart_want(li)])
        assert len(cart.lines) == len(done(results)) >= 1
        assert refusals(results) <= {"cart_changed"}
