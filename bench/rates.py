"""How many transfers a second: on the local engine, in PostgreSQL, and into a hot account.

What is compared is done in turns in one run, several times, and the medians are taken: what else the machine
does slows all of it.
"""

from __future__ import annotations

import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import Any
from unittest.mock import patch

from bench import books, conflicts
from bench.books import CURRENCY, Doing
from bench.postgres import Postgres
from chalicelib.foundation import aws, clock, ids
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import Busy
from chalicelib.payments import ledger, rules
from chalicelib.payments.escrow.rules import Sale
from chalicelib.payments.rules import Account, Code, Kind, Transfer

THREADS = (1, 16, 64)
HOT_THREADS = 64
AT_ONCE = (4, 16)
"""How many of their transactions are on their way at once."""

WALLETS = 1_000
SEED = 2026

Revenue = Callable[[str, str], Account]

APART, ONE = "an account for each sale", "one account"
FEWER = 16
REVENUES: Mapping[str, Revenue] = {
    APART: lambda order_id, currency: Account(Kind.REVENUE, order_id, currency),
    f"{FEWER} accounts": lambda order_id, currency: Account(
        Kind.REVENUE, f"{ids.shard(order_id, FEWER):02}", currency
    ),
    f"{rules.SHARDS} accounts, as it is": rules.revenue,
    ONE: lambda _, currency: Account(Kind.REVENUE, "00", currency),
}
"""Where the platform's fees go."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much is done for each figure."""

    each_thread: int
    times: int


@dataclass(frozen=True, slots=True)
class Rate:
    """What so many threads did in a second."""

    threads: int
    puts: float
    """PutItems of 1 KB on the engine."""
    transfers: float
    in_postgres: float | None


@dataclass(frozen=True, slots=True)
class Hot:
    """Sales settled a second with so many on their way at once, by where the fees go."""

    at_once: int
    sales: Mapping[str, float]
    shares: Mapping[str, float]
    """Of what is reached with an account for each sale, in the same turn."""
    conflicts: Mapping[str, float]
    """For each sale."""
    busy: Mapping[str, float]
    """How many in a hundred sales were told to come again, and did."""
    share_in_postgres: Mapping[str, float]


def transfers(postgres: Postgres | None, amounts: Amounts, say: Callable[[str], None]) -> list[Rate]:
    """Transfers between random wallets of a thousand."""
    dice = random.Random(SEED)
    wallets = [rules.wallet(ids.new("per"), CURRENCY) for _ in range(WALLETS)]
    books.fund(wallets, books.RICH)
    if postgres:
        fund(postgres, wallets)
    found = []
    for threads in THREADS:
        say(f"{threads} threads")
        count = max(threads, 8) * amounts.each_thread
        wishes = partial(_wishes, wallets, dice, count)
        found.append(_transfer_rate(threads, wishes, postgres, amounts.times))
    return found


def fund(postgres: Postgres, accounts: Sequence[Account]) -> None:
    """Give accounts in PostgreSQL money from outside."""
    for batch in books.funding(accounts, books.RICH):
        postgres.open([batch[0].debit, *(one.credit for one in batch)])
        postgres.post(batch, clock.now())


def _wishes(wallets: Sequence[Account], dice: random.Random, count: int) -> list[Transfer]:
    pairs = [dice.sample(wallets, 2) for _ in range(count)]
    return [books.moving(payer, payee) for payer, payee in pairs]


def _transfer_rate(
    threads: int, wishes: Callable[[], list[Transfer]], postgres: Postgres | None, times: int
) -> Rate:
    took: dict[str, list[float]] = defaultdict(list)
    for _ in range(times):
        many = wishes()
        took["puts"].append(rate([partial(_put, number) for number in range(len(many))], threads))
        took["engine"].append(rate([partial(_make, one) for one in many], threads))
        if postgres:
            took["postgres"].append(rate([partial(_make_there, postgres, one) for one in many], threads))
    there = median(took["postgres"]) if postgres else None
    return Rate(threads, median(took["puts"]), median(took["engine"]), there)


def _make(one: Transfer) -> None:
    ledger.make(one, at=clock.now())


def _make_there(postgres: Postgres, *several: Transfer) -> None:
    postgres.post(several, clock.now())


def _put(number: int) -> None:
    item = {"pk": {"S": "bench"}, "sk": {"S": str(number)}, "text": {"S": "x" * 900}}
    aws.client("dynamodb").put_item(TableName=settings().table("foundation"), Item=item)


def rate(doings: Sequence[Doing], threads: int) -> float:
    """How many a second are done by so many threads, while all of them have something to do.

    All is done, and four fifths are timed: at the end threads run out of work.
    """
    with ThreadPoolExecutor(threads) as pool:
        began, counted = time.perf_counter(), max(1, len(doings) * 4 // 5)
        running = [pool.submit(doing) for doing in doings]
        for number, done in enumerate(as_completed(running), 1):
            done.result()
            if number == counted:
                took = time.perf_counter() - began
        return counted / took


def hot(postgres: Postgres | None, amounts: Amounts, say: Callable[[str], None]) -> list[Hot]:
    """Sales settled when their fees go to accounts of their own, to the shards, and to one account."""
    buyer = ids.new("per")
    books.fund([rules.wallet(buyer, CURRENCY)], books.RICH)
    found = []
    for at_once in AT_ONCE:
        say(f"{at_once} at once")
        found.append(_hot(buyer, at_once, postgres, amounts))
    return found


def _hot(buyer: str, at_once: int, postgres: Postgres | None, amounts: Amounts) -> Hot:
    count = HOT_THREADS * amounts.each_thread
    sales, clashes, busy, there = (defaultdict[str, list[float]](list) for _ in range(4))
    names = list(REVENUES)
    for turn in range(amounts.times):
        first = turn % len(names)  # what the machine does otherwise shouldn't always meet the same one
        for name in names[first:] + names[:first]:
            several = books.held([ids.new("ord") for _ in range(count)], buyer=buyer)
            with _settling(REVENUES[name], at_once) as (tally, again):
                doings = [partial(_patiently, one, again) for one in several]
                sales[name].append(rate(doings, HOT_THREADS))
            clashes[name].append(tally.conflicts / count)
            busy[name].append(100 * len(again) / count)
            if postgres and name in (APART, ONE):
                there[name].append(_settled_there(postgres, several, REVENUES[name], at_once))
    medians = [_medians(one) for one in (sales, _shares(sales), clashes, busy, _shares(there))]
    return Hot(at_once, *medians)


def _medians(found: Mapping[str, Sequence[float]]) -> Mapping[str, float]:
    return {name: median(several) for name, several in found.items()}


def _shares(found: Mapping[str, Sequence[float]]) -> Mapping[str, Sequence[float]]:
    """Each turn's rates as shares of the same turn's whole."""
    return {
        name: [one / whole for one, whole in zip(several, found[APART], strict=True)]
        for name, several in found.items()
    }


@contextmanager
def _settling(revenue: Revenue, at_once: int) -> Iterator[tuple[conflicts.Tally, list[str]]]:
    """Let fees go somewhere, with the conflicts of AWS; gives their tally, and a list for who came again."""
    elsewhere: AbstractContextManager[Any] = nullcontext()
    if revenue is not rules.revenue:
        elsewhere = patch.object(rules, "revenue", revenue)
    with elsewhere, conflicts.as_on_aws(aws.client("dynamodb"), at_once=at_once) as tally:
        yield tally, []


def _patiently(sale: Sale, again: list[str]) -> None:
    while True:
        try:
            books.settle(sale)
        except Busy:
            again.append(sale.id)
        else:
            return


def _settled_there(postgres: Postgres, sales: Sequence[Sale], revenue: Revenue, threads: int) -> float:
    """The same sales settled in PostgreSQL, which knows of no sharding: its rows are locked in turns."""
    parts = [_payments(sale, revenue) for sale in sales]
    fund(postgres, [several[0].debit for several in parts])
    postgres.open([one.credit for several in parts for one in several])
    return rate([partial(_make_there, postgres, *several) for several in parts], threads)


def _payments(sale: Sale, revenue: Revenue) -> list[Transfer]:
    """What `escrow.settle` makes of a sale without refunds or split instructions."""
    source, platform = rules.escrow(sale.id, CURRENCY), revenue(sale.id, CURRENCY)
    rest = sale.total - sale.commission - sale.payment_fee
    parts = [
        ("release", rules.wallet(sale.merchant, CURRENCY), rest, Code.SALE),
        ("fee", platform, sale.commission, Code.FEE),
        ("payment_fee", platform, sale.payment_fee, Code.PAYMENT_FEE),
    ]
    return [
        Transfer(f"{sale.id}:{step}", source, payee, amount, code, sale.id)
        for step, payee, amount, code in parts
    ]
