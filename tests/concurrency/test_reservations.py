"""Whoever comes at one instant: no piece is held or sold twice, and none is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.foundation.errors import Busy
from chalicelib.foundation.events import subscribe
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import counts
from chalicelib.listings import service as listings
from chalicelib.listings.alerts import service as alerts
from chalicelib.listings.journal import service as journal
from chalicelib.listings.reservations import service as reservations
from chalicelib.listings.reservations.service import Line, Reservation, Terms
from chalicelib.listings.service import Listing
from chalicelib.orders import checkouts, prepared
from chalicelib.orders.rules import Checkout
from chalicelib.payments import service as payments
from chalicelib.payments.gateway import Outcome, Result
from chalicelib.subscriptions import SUBSCRIPTIONS
from tests.concurrency.conftest import at_once, done, refusals
from tests.concurrency.test_races import a_listing, home, in_wallet, somebody, stock_of
from tests.deployed.watching import audit, until

HOUR = timedelta(hours=1)


@pytest.fixture
def heard() -> Iterator[None]:
    """What is told here goes to the stage's queues, and its own functions hear it."""
    subscribe(SUBSCRIPTIONS)
    yield
    subscribe({})


def prepare(buyer: str, address: str, listing: Listing, quantity: int = 1) -> Checkout:
    item = checkouts.Item(listing.id, "v01", quantity, listing.lowest_price.amount, "")
    selection = checkouts.select_items(buyer, [item], address_id=address, now=clock.now())
    return prepared.prepare(buyer, selection, now=clock.now())


def held(listing: Listing, *, holder: str, reference: str, until_: datetime) -> Reservation:
    (read,) = read_together([listings.listing_want(listing.id)])
    line = Line(listing.id, "v01", 1, listing.lowest_price)
    with Transaction() as tx:
        return reservations.reserve(
            tx,
            [read],
            [line],
            holder=holder,
            reference=reference,
            until=until_,
            terms=Terms.LISTED,
            at=clock.now(),
        )


def settled_journal(listing: Listing, *, entries: int) -> journal.Journal:
    """The merchant's journal, once the stage's own consumer has heard so many changes of stock."""

    def look() -> journal.Journal | None:
        try:
            found = journal.read(listing.id, "v01", person=listing.owner_id, limit=100, cursor=None)
        except Busy:  # it is being written: come again, as a reader is told
            return None
        total = sum(line.entry.change for line in found.page.items)
        return found if len(found.page.items) >= entries and total == found.stock else None

    found = until(look)
    assert found is not None
    return found


@pytest.mark.usefixtures("heard")
class TestThirtyTwoCardsForFivePieces:
    def test_hold_five_and_when_they_lapse_all_are_back(self, on_engine: Any) -> None:
        clip = a_listing(stock=5)
        buyers = [somebody() for _ in range(32)]
        homes = [home(buyer) for buyer in buyers]

        results = at_once([partial(prepare, b, h, clip) for b, h in zip(buyers, homes, strict=True)])

        assert (len(done(results)), refusals(results)) == (5, {"sold_out"})
        assert stock_of(clip) == 0
        at_once([partial(reservations.lapse_due, clock.now() + HOUR) for _ in range(4)])
        assert stock_of(clip) == 5
        found = settled_journal(clip, entries=11)
        assert (
            sorted(line.entry.cause for line in found.page.items)
            == ["lapsed"] * 5 + ["listed"] + ["reserved"] * 5
        )
        assert (found.stock, found.reserved) == (5, 0)


class TestOneReservation:
    @pytest.mark.parametrize("round_", range(5))
    def test_used_given_up_and_lapsed_at_once_has_one_outcome(self, on_engine: Any, round_: int) -> None:
        clip, li = a_listing(stock=5), somebody()
        over = clock.now() + HOUR
        reservation = held(clip, holder=li, reference=f"off_{li}", until_=over)

        def use() -> str:
            with Transaction() as tx:
                reservations.use(tx, reservation, holder=li, at=clock.now(), orders={})
            return "used"

        def release() -> str:
            with Transaction() as tx:
                reservations.release(tx, reservation, by=li, at=clock.now())
            return "released"

        def lapse() -> str:
            return "lapsed" if reservations.lapse_due(over) else ""

        results = at_once([use, use, release, lapse, use, lapse])

        outcomes = [one for one in done(results) if one]
        assert len(outcomes) == 1
        assert refusals(results) <= {"reservation_gone"}
        assert stock_of(clip) == (4 if outcomes == ["used"] else 5)


class TestOneCheckout:
    @pytest.mark.parametrize("round_", range(3))
    def test_paid_in_time_while_its_reservation_lapses_is_placed_once(
        self, on_engine: Any, round_: int
    ) -> None:
        clip, li = a_listing(stock=5), somebody()
        checkout = prepare(li, home(li), clip, 2)
        charge = payments.charge_of(str(checkout.charge_id), person_id=li)
        payments.settle(charge, Result(Outcome.SUCCEEDED), now=clock.now())
        place = partial(prepared.place_paid, checkout.id, buyer=li, paid_at=clock.now(), now=clock.now())
        lapse = partial(reservations.lapse_due, checkout.expires_at)

        results = at_once([place, lapse, place, lapse])

        assert refusals(results) <= {"changed_meanwhile"}
        assert place().state == "placed"
        assert (stock_of(clip), in_wallet(li)) == (3, 0)
        audit(on_engine)

    @pytest.mark.parametrize("round_", range(3))
    def test_given_up_while_it_is_paid_is_one_or_the_other(self, on_engine: Any, round_: int) -> None:
        clip, li = a_listing(price=1_000, stock=5), somebody()
        checkout = prepare(li, home(li), clip)
        complete = partial(prepared.complete, checkout.id, buyer=li, method="pm_card_visa", now=clock.now())
        cancel = partial(prepared.cancel, checkout.id, buyer=li, now=clock.now())

        results = at_once([cancel, complete, cancel])

        assert refusals(results) <= {"checkout_paid", "checkout_cancelled", "changed_meanwhile"}
        state = until(lambda: settled_state(checkout.id, li))
        assert state in ("placed", "cancelled")
        if state == "placed":
            assert (stock_of(clip), in_wallet(li)) == (4, 0)
        else:
            assert stock_of(clip) == 5
            assert in_wallet(li) in (0, 1_000)
        audit(on_engine)


def settled_state(checkout_id: str, buyer: str) -> str | None:
    state = checkouts.show(checkout_id, buyer=buyer).state
    return None if state == "awaiting_payment" else state


class TestOneBuyer:
    def test_has_no_more_than_five_open_checkouts(self, on_engine: Any) -> None:
        clip, li = a_listing(stock=50), somebody()
        address = home(li)

        results = at_once([partial(prepare, li, address, clip) for _ in range(12)])

        assert (len(done(results)), refusals(results)) == (5, {"too_many_checkouts"})
        assert stock_of(clip) == 45


@pytest.mark.usefixtures("heard")
class TestOneStock:
    def test_sold_and_restocked_and_counted_at_once_is_what_its_journal_says(self, on_engine: Any) -> None:
        clip = a_listing(stock=20)
        mei, buyers = clip.owner_id, [somebody() for _ in range(6)]
        alerts.watch(clip.id, person=mei, threshold=18)
        homes = [home(buyer) for buyer in buyers]
        prepares = [partial(prepare, b, h, clip) for b, h in zip(buyers, homes, strict=True)]
        more = partial(counts.restock, clip.id, person=mei, variant_id="v01", change=1, now=clock.now())
        count = partial(
            counts.take_count, clip.id, person=mei, variant_id="v01", counted=30, seen=20, now=clock.now()
        )

        results = at_once([*prepares, more, more, count])

        assert refusals(results) <= {"stock_changed"}
        found = settled_journal(clip, entries=1 + len(done(results)))
        assert found.page.items[-1].stock == 20
        assert found.page.items[0].stock == found.stock == stock_of(clip)
        assert found.reserved == 6
