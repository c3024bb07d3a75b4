from __future__ import annotations

from datetime import timedelta

import pytest

from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import ledger, pending
from chalicelib.payments.errors import (
    AlreadyResolved,
    BadTransfer,
    InsufficientFunds,
    NotExpired,
    PendingExpired,
    TransferExists,
)
from chalicelib.payments.rules import Pending, PendingState, Transfer
from tests.unit.payments import books
from tests.unit.payments.test_ledger import LI, LOAN, MEI, NOW, WORLD, fen, move, post

UNTIL = NOW + timedelta(hours=1)


def set_aside(transfer: Transfer) -> Pending:
    with Transaction() as tx:
        return pending.set_aside(tx, transfer, until=UNTIL, at=NOW)


def posted(begun: Pending, amount: int | None = None, *, minutes: int = 1) -> None:
    with Transaction() as tx:
        wanted = None if amount is None else fen(amount)
        pending.post(tx, begun, amount=wanted, now=NOW + timedelta(minutes=minutes))


def voided(begun: Pending) -> None:
    with Transaction() as tx:
        pending.void(tx, begun, now=NOW)


@pytest.fixture
def begun() -> Pending:
    """60 of Mei's 100 set aside for Li."""
    post(move("in", WORLD, MEI, 100))
    return set_aside(move("p", MEI, LI, 60))


def sums() -> tuple[int, int, int, int]:
    """What Mei has and may spend, what Li has and awaits."""
    mei, li = ledger.state(MEI), ledger.state(LI)
    return mei.posted.amount, mei.available.amount, li.posted.amount, li.awaited.amount


class TestSettingAside:
    def test_moves_only_the_pending_sums(self, begun: Pending) -> None:
        assert sums() == (100, 40, 0, 60)
        books.audit()

    def test_leaves_only_the_rest_to_spend(self, begun: Pending) -> None:
        with pytest.raises(InsufficientFunds):
            post(move("t", MEI, WORLD, 41))
        post(move("t", MEI, WORLD, 40))
        assert sums() == (60, 0, 0, 60)

    def test_of_more_than_is_free_is_refused(self, begun: Pending) -> None:
        with pytest.raises(InsufficientFunds):
            set_aside(move("q", MEI, LI, 41))

    def test_twice_under_one_id_is_refused(self, begun: Pending) -> None:
        with pytest.raises(TransferExists):
            set_aside(move("p", MEI, LI, 1))
        assert sums() == (100, 40, 0, 60)

    def test_of_a_repayment_never_promises_more_than_is_owed(self) -> None:
        post(move("lend", LOAN, MEI, 100))
        set_aside(move("p", MEI, LOAN, 60))
        with pytest.raises(InsufficientFunds):
            post(move("t", WORLD, LOAN, 41))


class TestPosting:
    def test_makes_the_transfer(self, begun: Pending) -> None:
        posted(begun)
        assert sums() == (40, 40, 60, 0)
        books.audit()

    def test_less_gives_the_rest_back(self, begun: Pending) -> None:
        posted(begun, 25)
        assert sums() == (75, 75, 25, 0)
        assert pending.load("p").posted == 25

    @pytest.mark.parametrize("amount", [61, 0, -1])
    def test_more_or_nothing_is_refused(self, begun: Pending, amount: int) -> None:
        with pytest.raises(BadTransfer):
            posted(begun, amount)
        assert sums() == (100, 40, 0, 60)

    def test_happens_once(self, begun: Pending) -> None:
        posted(begun)
        for again in (begun, pending.load("p")):
            with pytest.raises(AlreadyResolved):
                posted(again)
            with pytest.raises(AlreadyResolved):
                voided(again)
        assert sums() == (40, 40, 60, 0)

    def test_is_too_late_when_its_time_is_over(self, begun: Pending) -> None:
        with pytest.raises(PendingExpired):
            posted(begun, minutes=60)


class TestVoiding:
    def test_frees_the_money(self, begun: Pending) -> None:
        voided(begun)
        assert sums() == (100, 100, 0, 0)
        with pytest.raises(AlreadyResolved):
            posted(begun)


class TestExpiry:
    def test_frees_the_money_by_the_clock(self, begun: Pending) -> None:
        assert pending.expire_due(UNTIL - timedelta(seconds=1)) == 0
        assert pending.expire_due(UNTIL) == 1
        assert pending.expire_due(UNTIL) == 0
        assert sums() == (100, 100, 0, 0)
        assert pending.load("p").state is PendingState.EXPIRED

    def test_leaves_what_was_posted(self, begun: Pending) -> None:
        posted(begun)
        assert pending.expire_due(UNTIL) == 0
        assert sums() == (40, 40, 60, 0)

    def test_before_its_time_is_refused(self, begun: Pending) -> None:
        with Transaction() as tx, pytest.raises(NotExpired):
            pending.void(tx, begun, now=NOW, into=PendingState.EXPIRED)
