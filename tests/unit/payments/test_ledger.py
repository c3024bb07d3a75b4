from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import BadCursor
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import ledger, rules
from chalicelib.payments.errors import (
    AccountClosed,
    AccountFrozen,
    AccountNotEmpty,
    InsufficientFunds,
    TransferDiffers,
    TransferExists,
    TransferNotFound,
)
from chalicelib.payments.rules import Account, Code, Standing, Transfer
from tests.unit.payments import books

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
MEI = rules.wallet("per_mei", "CNY")
LI = rules.wallet("per_li", "CNY")
WORLD = rules.outside("sandbox", "x", "CNY")
LOAN = Account(rules.Kind.LOAN, "lon_1", "CNY")


def fen(amount: int) -> Money:
    return Money(amount, "CNY")


def move(name: str, debit: Account, credit: Account, amount: int) -> Transfer:
    return Transfer(name, debit, credit, fen(amount), Code.SALE, "ord_1")


def post(*transfers: Transfer, at: datetime = NOW) -> None:
    with Transaction() as tx:
        ledger.post(tx, list(transfers), at=at)


class TestPost:
    def test_moves_money_from_one_account_to_another(self) -> None:
        post(move("t1", WORLD, MEI, 500))

        assert ledger.balance(MEI) == fen(500)
        assert ledger.balance(WORLD) == fen(-500)
        books.audit()

    def test_refuses_to_overdraw(self) -> None:
        post(move("t1", WORLD, MEI, 500))

        with pytest.raises(InsufficientFunds):
            post(move("t2", MEI, LI, 501))

        assert ledger.balance(MEI) == fen(500)
        books.audit()

    def test_refuses_to_draw_on_an_account_that_never_had_money(self) -> None:
        with pytest.raises(InsufficientFunds):
            post(move("t1", MEI, LI, 1))

    def test_made_twice_under_one_id_happens_once(self) -> None:
        post(move("t1", WORLD, MEI, 500))

        with pytest.raises(TransferExists):
            post(move("t1", WORLD, MEI, 500), at=NOW + timedelta(days=1))

        assert ledger.balance(MEI) == fen(500)
        books.audit()

    def test_nets_what_several_transfers_do_to_one_account(self) -> None:
        post(move("in", WORLD, MEI, 500), move("out", MEI, LI, 500))

        assert (ledger.balance(MEI), ledger.balance(LI)) == (fen(0), fen(500))
        assert len(ledger.statement(MEI, limit=10, cursor=None).items) == 2
        books.audit()

    def test_makes_all_transfers_or_none(self) -> None:
        post(move("t1", WORLD, MEI, 500))

        with pytest.raises(InsufficientFunds):
            post(move("t2", MEI, LI, 300), move("t3", LI, WORLD, 301))

        assert (ledger.balance(MEI), ledger.balance(LI)) == (fen(500), fen(0))
        books.audit()


class TestReplay:
    def test_of_a_transfer_is_harmless(self) -> None:
        for day in range(3):
            ledger.make(move("t1", WORLD, MEI, 500), at=NOW + timedelta(days=day))
        assert ledger.balance(MEI) == fen(500)
        books.audit()

    @pytest.mark.parametrize(
        "other",
        [move("t1", WORLD, MEI, 501), move("t1", WORLD, LI, 500), move("t1", MEI, LI, 500)],
        ids=["amount", "payee", "payer"],
    )
    def test_with_anything_different_is_an_error(self, other: Transfer) -> None:
        ledger.make(move("t1", WORLD, MEI, 500), at=NOW)
        with pytest.raises(TransferDiffers):
            ledger.make(other, at=NOW)
        assert ledger.balance(MEI) == fen(500)


class TestReverse:
    def test_is_a_new_transfer_and_edits_nothing(self) -> None:
        post(move("t1", WORLD, MEI, 500))

        ledger.reverse("t1", memo="entered twice", at=NOW + timedelta(hours=1))

        lines = ledger.statement(MEI, limit=10, cursor=None).items
        assert [line.entry.amount.amount for line in lines] == [-500, 500]
        assert (lines[0].entry.code, lines[0].entry.memo) == (Code.REVERSAL, "entered twice")
        books.audit()

    def test_happens_once(self) -> None:
        post(move("t1", WORLD, MEI, 500), move("t2", WORLD, LI, 900))
        for _ in range(2):
            ledger.reverse("t1", memo="", at=NOW)
        assert (ledger.balance(MEI), ledger.balance(LI)) == (fen(0), fen(900))

    def test_of_what_never_was_is_refused(self) -> None:
        with pytest.raises(TransferNotFound):
            ledger.reverse("t1", memo="", at=NOW)


class TestStanding:
    def put(self, account: Account, standing: Standing) -> None:
        with Transaction() as tx:
            ledger.put_into(tx, account, standing)

    def test_frozen_lets_nothing_out_and_takes_what_comes(self) -> None:
        post(move("t1", WORLD, MEI, 500))
        self.put(MEI, Standing.FROZEN)

        with pytest.raises(AccountFrozen):
            post(move("t2", MEI, LI, 1))
        post(move("t3", WORLD, MEI, 1))

        assert ledger.balance(MEI) == fen(501)

    def test_closed_refuses_both_ways(self) -> None:
        post(move("t1", WORLD, LI, 500))
        self.put(MEI, Standing.CLOSED)

        for transfer in (move("t2", LI, MEI, 1), move("t3", MEI, LI, 1)):
            with pytest.raises(AccountClosed):
                post(transfer)

    def test_open_again_moves_as_before(self) -> None:
        post(move("t1", WORLD, MEI, 500))
        self.put(MEI, Standing.FROZEN)
        self.put(MEI, Standing.OPEN)
        post(move("t2", MEI, LI, 500))
        assert ledger.balance(LI) == fen(500)

    def test_closes_no_account_with_money_in_it(self) -> None:
        post(move("t1", WORLD, MEI, 500))
        with pytest.raises(AccountNotEmpty):
            self.put(MEI, Standing.CLOSED)

    def test_is_told_before_the_lack_of_money(self) -> None:
        self.put(MEI, Standing.FROZEN)
        with pytest.raises(AccountFrozen):
            post(move("t1", MEI, LI, 1))


class TestAssets:
    def test_may_owe_and_are_never_repaid_more_than_is_owed(self) -> None:
        post(move("t1", LOAN, MEI, 500))
        assert ledger.balance(LOAN) == fen(-500)

        with pytest.raises(InsufficientFunds):
            post(move("t2", WORLD, LOAN, 501))
        post(move("t3", MEI, LOAN, 500))

        assert (ledger.balance(LOAN), ledger.balance(MEI)) == (fen(0), fen(0))
        books.audit()


class TestStatement:
    def test_shows_the_newest_first_page_by_page_with_the_balance_after_each(self) -> None:
        for day in range(3):
            post(move(f"t{day}", WORLD, MEI, day + 1), at=NOW + timedelta(days=day))

        first = ledger.statement(MEI, limit=2, cursor=None)
        rest = ledger.statement(MEI, limit=2, cursor=first.cursor)

        lines = [*first.items, *rest.items]
        assert [line.entry.amount.amount for line in lines] == [3, 2, 1]
        assert [line.balance.amount for line in lines] == [6, 3, 1]

    def test_goes_on_from_where_it_ended_whatever_came_meanwhile(self) -> None:
        for day in range(3):
            post(move(f"t{day}", WORLD, MEI, day + 1), at=NOW + timedelta(days=day))
        first = ledger.statement(MEI, limit=2, cursor=None)

        post(move("late", WORLD, MEI, 100), at=NOW + timedelta(days=9))

        (last,) = ledger.statement(MEI, limit=2, cursor=first.cursor).items
        assert last.balance == fen(1)

    def test_that_something_came_into_while_it_was_read_is_read_again(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        post(move("t1", WORLD, MEI, 1))
        real, coming = ledger.paging.query, [move("t2", WORLD, MEI, 10)]

        def query(*args: Any, **kwargs: Any) -> Any:
            if coming:
                post(coming.pop(), at=NOW + timedelta(hours=1))
            return real(*args, **kwargs)

        monkeypatch.setattr(ledger.paging, "query", query)

        lines = ledger.statement(MEI, limit=9, cursor=None).items
        assert [line.balance.amount for line in lines] == [11, 1]

    @pytest.mark.parametrize("cursor", ["x", "1", "x.1", "eyJ9.", "."])
    def test_refuses_a_made_up_cursor(self, cursor: str) -> None:
        with pytest.raises(BadCursor):
            ledger.statement(MEI, limit=9, cursor=cursor)
