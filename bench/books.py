"""Whose money `make bench-ledger` moves, and what is done with it and counted.

One payer and one payee, who is a merchant too; every sale belongs to one shard of the platform's revenue. So
these three accounts have all the entries that are stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from bench import capacity, filling
from bench.capacity import Item
from bench.filling import Original
from bench.meter import Meter, Usage
from chalicelib.foundation import aws, clock, ids
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.money import Money
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import ledger, pending, rules
from chalicelib.payments.escrow import models as escrow_models
from chalicelib.payments.escrow import service as escrow
from chalicelib.payments.escrow.rules import Sale
from chalicelib.payments.rules import Account, Code, Pending, Transfer

Doing = Callable[[], object]

CURRENCY = "CNY"
PRICE, COMMISSION, PAYMENT_FEE = 1_990, 40, 12
"""Of a sale, in fen."""

RICH = 10**12
PAGE = 20
OVERHEAD = 100
"""Bytes that DynamoDB bills for keeping an item, beside its own.

Source: Amazon DynamoDB Developer Guide, CapacityUnitCalculations.html.
"""

_AT_ONCE = 20


class Books:
    """The accounts, and how much is stored of them."""

    def __init__(self, aside: Any) -> None:
        self._aside = aside
        self._meter = Meter(aws.client("dynamodb"), aside)
        self._stored, self._filled_until = 0, clock.now()
        self.buyer, self.merchant = ids.new("per"), ids.new("per")
        self.payer, self.payee = (rules.wallet(one, CURRENCY) for one in (self.buyer, self.merchant))
        fund([self.payer], RICH)
        self.shard = rules.revenue(self._order_id(), CURRENCY)
        for prepare in ROWS.values():
            prepare(self)()  # the first time is another: accounts are new, and what is needed is imported

    def grow(self, size: int, say: Callable[[str], None] = lambda _: None) -> None:
        """Store more, until there are `size` entries: half the payer's, a quarter each the others'."""
        owners = (self.payer, self.payee, self.payer, self.shard)
        kinds = [[self._newest_entry(owner) for owner in owners]]
        more = size - self._stored
        self._filled_until = filling.fill(self._aside, kinds, more, since=self._filled_until, say=say)
        self._stored = size

    def measure(self, prepare: Callable[[Books], Doing]) -> Usage:
        """Have a row done once, and count it."""
        doing = prepare(self)
        with self._meter.counting() as usage:
            doing()
        return usage

    def transfer(self, amount: int = 100) -> Transfer:
        """A transfer to be made."""
        return moving(self.payer, self.payee, amount)

    def pending(self) -> Pending:
        """A transfer that is set aside."""
        return _set_aside(self.transfer())

    def sale(self) -> Sale:
        """A sale whose money is in escrow; its fees go to this world's shard."""
        order_id = self._order_id()
        while rules.revenue(order_id, CURRENCY) != self.shard:
            order_id = self._order_id()
        (sale,) = held([order_id], buyer=self.buyer, merchant=self.merchant)
        return sale

    @staticmethod
    def _order_id() -> str:
        return ids.new("ord")

    def _newest_entry(self, account: Account) -> Original:
        entry = _newest(self._aside, account)
        _, at, transfer_id = entry["sk"]["S"].split("#")
        return Original.of("payments", entry, {at: _stamp, transfer_id: _numbered})


def moving(payer: Account, payee: Account, amount: int = 100) -> Transfer:
    """A transfer between two accounts."""
    return Transfer(
        ids.new("mov"), payer, payee, Money(amount, CURRENCY), Code.SPLIT, ids.new("ord"), "一笔转账"
    )


def fund(accounts: Sequence[Account], amount: int) -> None:
    """Give accounts money from outside."""
    for batch in funding(accounts, amount):
        with Transaction() as tx:
            ledger.post(tx, batch, at=clock.now())


def funding(accounts: Sequence[Account], amount: int) -> Iterator[list[Transfer]]:
    """The transfers that bring accounts their first money, as many at a time as a transaction takes."""
    for start in range(0, len(accounts), _AT_ONCE):
        several = accounts[start : start + _AT_ONCE]
        yield [moving(rules.outside("bench", several[0].name, CURRENCY), one, amount) for one in several]


def held(order_ids: Sequence[str], *, buyer: str, merchant: str | None = None) -> list[Sale]:
    """Sales whose money is in escrow; without a merchant each has one of its own."""
    sales = [_sale(order_id, buyer, merchant or ids.new("per")) for order_id in order_ids]
    for start in range(0, len(sales), _AT_ONCE):
        with Transaction() as tx:
            orders = [(one.id, one.total) for one in sales[start : start + _AT_ONCE]]
            escrow.hold(tx, buyer=buyer, sales=orders, at=clock.now())
    return sales


def _sale(order_id: str, buyer: str, merchant: str) -> Sale:
    total, commission, fee, nothing = (Money(n, CURRENCY) for n in (PRICE, COMMISSION, PAYMENT_FEE, 0))
    return Sale(order_id, buyer, merchant, total, commission, fee, nothing)


def settle(sale: Sale) -> Money:
    """Divide a sale's money, in a transaction of its own."""
    with Transaction() as tx:
        return escrow.settle(tx, sale, escrow_models.NONE, at=clock.now())


def _set_aside(transfer: Transfer) -> Pending:
    now = clock.now()
    with Transaction() as tx:
        return pending.set_aside(tx, transfer, until=now + timedelta(days=1), at=now)


def _post(one: Pending) -> None:
    with Transaction() as tx:
        pending.post(tx, one, now=clock.now())


def _void(one: Pending) -> None:
    with Transaction() as tx:
        pending.void(tx, one, now=clock.now())


def _transfer(books: Books) -> Doing:
    return partial(ledger.make, books.transfer(), at=clock.now())


def _replay(books: Books) -> Doing:
    return partial(ledger.make, ledger.make(books.transfer(), at=clock.now()), at=clock.now())


def _refused(books: Books) -> Doing:
    wish = replace(books.transfer(), amount=Money(RICH * 2, CURRENCY))

    def make() -> None:
        with suppress(DomainError):
            ledger.make(wish, at=clock.now())

    return make


ROWS: Mapping[str, Callable[[Books], Doing]] = {
    "Transfer": _transfer,
    "Transfer that was made before": _replay,
    "Transfer of too much": _refused,
    "Set aside": lambda books: partial(_set_aside, books.transfer()),
    "Post what was set aside": lambda books: partial(_post, books.pending()),
    "Void what was set aside": lambda books: partial(_void, books.pending()),
    "Settle a sale": lambda books: partial(settle, books.sale()),
    "Balance": lambda books: partial(ledger.balance, books.payer),
    "Statement, a page": lambda books: partial(ledger.statement, books.payer, limit=PAGE, cursor=None),
}
"""What is counted: each prepares what isn't, and answers what is."""


def bytes_of(doing: Doing) -> int:
    """How many more bytes are stored when it is done, as they are billed: of the items that are new."""
    with _new_items() as items:
        doing()
    return sum(capacity.item_size(item) + OVERHEAD for item in items)


@contextmanager
def _new_items() -> Iterator[list[Item]]:
    found: list[Item] = []

    def note(params: Mapping[str, Any], **_: Any) -> None:
        found.extend(one["Put"]["Item"] for one in params["TransactItems"] if "Put" in one)

    events, event = aws.client("dynamodb").meta.events, "before-parameter-build.dynamodb.TransactWriteItems"
    events.register(event, note)
    try:
        yield found
    finally:
        events.unregister(event, note)


def _newest(client: Any, account: Account) -> Any:
    found = client.query(
        TableName=settings().table("payments"),
        KeyConditionExpression="pk = :pk AND begins_with(sk, :sk)",
        ExpressionAttributeValues={":pk": {"S": account.id}, ":sk": {"S": "entry#"}},
        ScanIndexForward=False,
        Limit=1,
    )
    return found["Items"][0]


def _stamp(at: datetime, _: int) -> str:
    return clock.stamp(at)


def _numbered(at: datetime, number: int) -> str:
    return f"mov_{ids.first_at(at)[:10]}{number:016}"
