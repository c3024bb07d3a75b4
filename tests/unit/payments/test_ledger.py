from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.foundation.money import Money
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import ledger, rules
from chalicelib.payments.errors import InsufficientFunds, TransferExists
from chalicelib.payments.rules import Account, Code, Transfer
from tests.unit.payments import books

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
MEI = rules.wallet("per_mei", "CNY")
LI = rules.wallet("per_li", "CNY")
WORLD = rules.outside("sandbox", "x", "CNY")


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


class TestStatement:
    def test_shows_the_newest_first_page_by_page(self) -> None:
        for day in range(3):
            post(move(f"t{day}", WORLD, MEI, day + 1), at=NOW + timedelta(days=day))

        first = ledger.statement(MEI, limit=2, cursor=None)
        rest = ledger.statement(MEI, limit=2, cursor=first.cursor)

        assert [entry.amount.amount for entry in (*first.items, *rest.items)] == [3, 2, 1]
