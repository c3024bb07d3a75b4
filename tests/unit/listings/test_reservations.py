from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.errors import (
    NotOnSale,
    PriceChanged,
    ReservationExists,
    ReservationGone,
    ReservationNotFound,
    SoldOut,
)
from chalicelib.listings.reservations import service as reservations
from chalicelib.listings.reservations.models import ReservationItem
from chalicelib.listings.reservations.service import Line, Reservation, Terms
from tests.unit import world
from tests.unit.conftest import calls, cloud_emptied
from tests.unit.world import MEI

NOW = datetime(2026, 5, 20, 8, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
YUAN = Money(1_000, "CNY")
HOLDER = "per_li"


@pytest.fixture
def clip() -> Any:
    return world.a_listing(price=1_000, stock=5)


def reserve(
    *goods: Any,
    reference: str = "off_1",
    quantity: int = 2,
    price: Money = YUAN,
    terms: Terms = Terms.LISTED,
    until: datetime = LATER,
) -> Reservation:
    read = read_together([listings.listing_want(one["id"]) for one in goods])
    lines = [Line(one["id"], "v01", quantity, price) for one in goods]
    with Transaction() as tx:
        return reservations.reserve(
            tx, read, lines, holder=HOLDER, reference=reference, until=until, terms=terms, at=NOW
        )


def use(reservation: Reservation, *, holder: str = HOLDER, at: datetime = NOW) -> None:
    with Transaction() as tx:
        reservations.use(tx, reservation, holder=holder, at=at, orders={})


def release(reservation: Reservation) -> None:
    with Transaction() as tx:
        reservations.release(tx, reservation, by=HOLDER, at=NOW)


def found(reference: str = "off_1") -> Reservation:
    reservation: Reservation = read_together([reservations.reservation_want(reference)])[0]
    return reservation


class TestReserving:
    def test_takes_the_stock(self, clip: Any) -> None:
        assert reserve(clip) == found()
        assert world.stock_of(clip) == 3

    def test_more_than_is_left_is_refused(self, clip: Any) -> None:
        with pytest.raises(SoldOut):
            reserve(clip, quantity=6)
        assert found() is None

    def test_at_another_price_than_listed_is_refused(self, clip: Any) -> None:
        with pytest.raises(PriceChanged):
            reserve(clip, price=Money(900, "CNY"))

    def test_at_an_agreed_price_is_possible(self, clip: Any) -> None:
        reserve(clip, price=Money(900, "CNY"), terms=Terms.AGREED)
        assert found().lines[0].price == Money(900, "CNY")

    def test_what_isnt_on_sale_is_refused(self, clip: Any) -> None:
        world.made(MEI.post(f"/listings/{clip['id']}/withdraw"))
        with pytest.raises(NotOnSale):
            reserve(clip)

    def test_twice_for_one_purpose_is_refused(self, clip: Any) -> None:
        reserve(clip)
        with pytest.raises(ReservationExists):
            reserve(clip)
        assert world.stock_of(clip) == 3


class TestUsing:
    def test_is_possible_once(self, clip: Any) -> None:
        reservation = reserve(clip)
        use(reservation)
        with pytest.raises(ReservationGone):
            use(reservation)
        with pytest.raises(ReservationGone):
            use(found())
        assert world.stock_of(clip) == 3

    def test_by_somebody_else_is_refused_as_if_there_were_none(self, clip: Any) -> None:
        with pytest.raises(ReservationNotFound):
            use(reserve(clip), holder="per_zhao")

    def test_at_the_deadline_is_too_late(self, clip: Any) -> None:
        reservation = reserve(clip)
        with pytest.raises(ReservationGone):
            use(reservation, at=LATER)
        use(reservation, at=LATER - timedelta(microseconds=1))

    def test_costs_one_write_however_many_goods(self, clip: Any) -> None:
        reservation = reserve(*(world.a_listing() for _ in range(5)))
        with calls() as made:
            use(reservation)
        assert made == ["TransactWriteItems", *["SendMessageBatch"] * 2, "BatchWriteItem"]

    def test_takes_it_out_of_the_clocks_hands(self, clip: Any) -> None:
        use(reserve(clip))
        assert reservations.lapse_due(LATER) == 0
        item = ReservationItem.get(found().id, "reservation")
        assert (item.due_shard, item.due_at) == (None, None)


class TestHandingOver:
    def hand_over(self, reservation: Reservation, holder: str = HOLDER, at: datetime = NOW) -> Reservation:
        with Transaction() as tx:
            return reservations.hand_over(
                tx, reservation, holder=holder, reference="chk_1", until=LATER + timedelta(hours=1), at=at
            )

    def test_keeps_the_goods_for_another_purpose(self, clip: Any) -> None:
        old = reserve(clip)
        new = self.hand_over(old)
        assert (world.stock_of(clip), new, new.lines) == (3, found("chk_1"), old.lines)
        with pytest.raises(ReservationGone):
            use(old)
        use(new)

    def test_gives_it_the_time_of_the_new_purpose(self, clip: Any) -> None:
        self.hand_over(reserve(clip))
        assert reservations.lapse_due(LATER) == 0
        assert reservations.lapse_due(LATER + timedelta(hours=1)) == 1
        assert world.stock_of(clip) == 5

    def test_is_possible_once_in_time_and_to_its_holder(self, clip: Any) -> None:
        reservation = reserve(clip)
        with pytest.raises(ReservationNotFound):
            self.hand_over(reservation, holder="per_zhao")
        with pytest.raises(ReservationGone):
            self.hand_over(reservation, at=LATER)
        self.hand_over(reservation)
        with pytest.raises(ReservationGone):
            self.hand_over(reservation)


class TestGivingBack:
    def test_returns_the_stock_once(self, clip: Any) -> None:
        reservation = reserve(clip)
        release(reservation)
        for gone in (reservation, found()):
            with pytest.raises(ReservationGone):
                release(gone)
        assert world.stock_of(clip) == 5

    def test_leaves_nothing_to_use(self, clip: Any) -> None:
        reservation = reserve(clip)
        release(reservation)
        with pytest.raises(ReservationGone):
            use(reservation)

    def test_after_use_is_refused(self, clip: Any) -> None:
        reservation = reserve(clip)
        use(reservation)
        with pytest.raises(ReservationGone):
            release(reservation)
        assert world.stock_of(clip) == 3


class TestLapsing:
    def test_happens_at_the_deadline_and_not_before(self, clip: Any) -> None:
        reserve(clip)
        assert reservations.lapse_due(LATER - timedelta(microseconds=1)) == 0
        assert reservations.lapse_due(LATER) == 1
        assert world.stock_of(clip) == 5

    def test_leaves_nothing_to_use_even_if_it_was_read_before(self, clip: Any) -> None:
        reservation = reserve(clip)
        reservations.lapse_due(LATER)
        with pytest.raises(ReservationGone):
            use(reservation)

    def test_of_many_is_done_in_bounded_steps(self, clip: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(reservations, "SWEEP_LIMIT", 1)
        for number in range(5):
            reserve(clip, reference=f"off_{number}", quantity=1)
        done = [reservations.lapse_due(LATER) for _ in range(5)]
        assert (max(done) <= 4, sum(done), world.stock_of(clip)) == (True, 5, 5)

    def test_costs_what_is_due_whatever_is_stored(self, clip: Any) -> None:
        with calls() as of_none:
            reservations.lapse_due(NOW)
        for number in range(4):
            reserve(clip, reference=f"off_{number}", quantity=1)
        with calls() as of_none_due:
            reservations.lapse_due(NOW)
        assert of_none == of_none_due == ["Query"] * 4

    def test_of_one_that_fails_doesnt_hold_up_the_others(
        self, clip: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for number in range(3):
            reserve(clip, reference=f"off_{number}", quantity=1)
        lapse = reservations.lapse

        def stumbling(tx: Transaction, reservation: Reservation, *, at: datetime) -> None:
            if reservation.reference == "off_1":
                raise DomainError
            lapse(tx, reservation, at=at)

        monkeypatch.setattr(reservations, "lapse", stumbling)
        assert reservations.lapse_due(LATER) == 2
        monkeypatch.undo()
        assert reservations.lapse_due(LATER) == 1
        assert world.stock_of(clip) == 5


class Shop(RuleBasedStateMachine):
    """Two goods and a few purposes; whatever is tried, however often, no piece appears or vanishes."""

    references = st.sampled_from(["off_a", "off_b", "off_c"])

    @initialize()
    def open(self) -> None:
        cloud_emptied()
        store = world.a_store()
        self.goods = [world.a_listing(store=store, title=title, stock=6) for title in ("Clip", "Ring")]
        self.now = NOW
        self.seen: dict[str, list[Reservation]] = {}
        self.sold = 0

    def attempt(self, doing: Any, *may: type[DomainError]) -> bool:
        try:
            doing()
        except may:
            return False
        return True

    @rule(reference=references, quantity=st.integers(1, 4), both=st.booleans(), minutes=st.integers(1, 90))
    def reserve(self, reference: str, quantity: int, both: bool, minutes: int) -> None:
        goods: Sequence[Any] = self.goods if both else self.goods[:1]
        until = self.now + timedelta(minutes=minutes)
        self.attempt(
            lambda: reserve(*goods, reference=reference, quantity=quantity, until=until),
            SoldOut,
            ReservationExists,
        )
        if known := found(reference):
            self.seen.setdefault(reference, []).append(known)

    @rule(reference=references, old=st.booleans())
    def use(self, reference: str, old: bool) -> None:
        for one in self.seen.get(reference, [])[: 1 if old else None]:
            if self.attempt(lambda one=one: use(one, at=self.now), ReservationGone):
                self.sold += sum(line.quantity for line in one.lines)

    @rule(reference=references)
    def release(self, reference: str) -> None:
        for one in self.seen.get(reference, []):
            self.attempt(lambda one=one: release(one), ReservationGone)

    @rule(minutes=st.integers(0, 60))
    def wait(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        reservations.lapse_due(self.now)
        kept = [one for one in read_together([reservations.reservation_want(r) for r in self.seen]) if one]
        assert not any(one.held and one.until <= self.now for one in kept)

    @invariant()
    def every_piece_is_somewhere(self) -> None:
        if not hasattr(self, "goods"):
            return
        wants = [reservations.reservation_want(reference) for reference in self.seen]
        kept = [one for one in (read_together(wants) if wants else []) if one and one.held]
        held = sum(line.quantity for one in kept for line in one.lines)
        assert sum(world.stock_of(one) for one in self.goods) + held + self.sold == 12


def test_no_piece_appears_or_vanishes() -> None:
    run_state_machine_as_test(
        Shop,
        settings=settings(
            max_examples=10,
            stateful_step_count=20,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
