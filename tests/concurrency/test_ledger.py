"""The ledger under many hands at once: exact to the last fen, whoever comes first.

`LEDGER_SECONDS=20` lets the storm rage for longer than `make test` does.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from itertools import groupby
from typing import Any, TypeVar

import pytest

from chalicelib.foundation import clock, ids
from chalicelib.foundation.errors import Busy
from chalicelib.foundation.money import Money
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders.refunds import service as refunds
from chalicelib.orders.refunds.rules import RefundKind, RefundReason
from chalicelib.payments import ledger, pending, rules
from chalicelib.payments.escrow import models as escrow_models
from chalicelib.payments.escrow import service as escrow
from chalicelib.payments.escrow.rules import Sale
from chalicelib.payments.rules import Account, Code, Pending, PendingState, Transfer
from tests.concurrency import storm
from tests.concurrency.conftest import at_once, done, refusals
from tests.concurrency.storm import Diary
from tests.concurrency.test_races import a_listing, buy, home, in_wallet, somebody
from tests.deployed.watching import audit

SECONDS = float(os.environ.get("LEDGER_SECONDS", "6"))
THREADS = 64
FUNDS = 1_000
"""What is in each of the storm's eight wallets at first, in fen."""

_T = TypeVar("_T")


def fen(amount: int) -> Money:
    return Money(amount, "CNY")


def a_wallet(amount: int = 0) -> Account:
    return rules.wallet(somebody(amount), "CNY")


def a_transfer(payer: Account, payee: Account, amount: int) -> Transfer:
    return Transfer(ids.new("mov"), payer, payee, fen(amount), Code.SPLIT, "race")


def patiently(doing: Callable[[], _T]) -> _T:
    """Do it as a caller does who comes again when she is told to."""
    while True:
        try:
            return doing()
        except Busy:
            continue


def racing(*doings: Callable[[], _T]) -> list[Any]:
    return at_once([partial(patiently, doing) for doing in doings])


def stored_of(stack: Any, account: Account) -> tuple[dict[str, int], Counter[tuple[str, int]]]:
    """An account's sums, and its entries by transfer and amount, as they are stored."""
    pages = (
        stack.client("dynamodb")
        .get_paginator("query")
        .paginate(
            TableName=stack.deployment.table("payments"),
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": {"S": account.id}},
            ConsistentRead=True,
        )
    )
    sums: dict[str, int] = {}
    entries: Counter[tuple[str, int]] = Counter()
    for row in (row for page in pages for row in page["Items"]):
        if row["sk"]["S"] == "account":
            sums = {name: int(value["N"]) for name, value in row.items() if "N" in value}
        else:
            entries[row["transfer_id"]["S"], int(row["amount"]["N"])] += 1
    return sums, entries


def transfers_stored(stack: Any, reference: str) -> list[tuple[str, str, str, int]]:
    """Every transfer that refers to something: id, payer, payee and amount. Nobody need have told of it."""
    pages = (
        stack.client("dynamodb")
        .get_paginator("scan")
        .paginate(
            TableName=stack.deployment.table("payments"),
            FilterExpression="sk = :sk AND #reference = :reference",
            ExpressionAttributeNames={"#reference": "reference"},
            ExpressionAttributeValues={":sk": {"S": "transfer"}, ":reference": {"S": reference}},
            ConsistentRead=True,
        )
    )
    return [
        (
            row["pk"]["S"].removeprefix("transfer#"),
            row["debit"]["S"],
            row["credit"]["S"],
            int(row["amount"]["N"]),
        )
        for page in pages
        for row in page["Items"]
    ]


@dataclass(frozen=True)
class Aftermath:
    """The storm when it is over."""

    wallets: list[Account]
    diaries: list[Diary]
    sums_seen: list[int]
    """What all wallets held together at each look."""
    lowest_seen: int

    @property
    def made(self) -> list[Transfer]:
        """What the threads were told was made."""
        return [transfer for diary in self.diaries for transfer in diary.made]

    @property
    def refused(self) -> Counter[str]:
        """How often which refusal was told."""
        return Counter(code for diary in self.diaries for _, code in diary.refused)


@pytest.fixture(scope="class")
def aftermath(on_engine: Any) -> Aftermath:
    """Sixty-four threads have moved money among eight wallets."""
    wallets = [a_wallet(FUNDS) for _ in range(8)]
    client, table = on_engine.client("dynamodb"), on_engine.deployment.table("payments")
    keys = [{"pk": {"S": one.id}, "sk": {"S": "account"}} for one in wallets]
    sums, lowest = [], [FUNDS]

    def look() -> None:
        answer = client.transact_get_items(
            TransactItems=[{"Get": {"TableName": table, "Key": key}} for key in keys]
        )
        rows = [one["Item"] for one in answer["Responses"]]
        sums.append(sum(int(row["balance"]["N"]) for row in rows))
        lowest.append(min(int(row[name]["N"]) for row in rows for name in ("balance", "available")))

    diaries = storm.rage(wallets, threads=THREADS, seconds=SECONDS, seed=2026, look=look)
    seen = Aftermath(wallets, diaries, sums, min(lowest))
    print(f"\n  {len(seen.made)} transfers made in {SECONDS:g} s; refused: {dict(seen.refused)}")
    return seen


class TestSixtyFourThreadsAmongEightWallets:
    def test_store_each_transfer_that_they_were_told_of_once_and_no_other(
        self, on_engine: Any, aftermath: Aftermath
    ) -> None:
        told = [(one.id, one.debit.id, one.credit.id, one.amount.amount) for one in aftermath.made]

        assert len(told) >= THREADS
        assert Counter(transfers_stored(on_engine, "storm")) == Counter(told)
        assert len({transfer_id for transfer_id, *_ in told}) == len(told)

    def test_leave_each_wallet_with_what_those_transfers_make_of_it(
        self, on_engine: Any, aftermath: Aftermath
    ) -> None:
        effects = rules.effects(aftermath.made)
        for wallet in aftermath.wallets:
            sums, _ = stored_of(on_engine, wallet)

            assert sums["balance"] == FUNDS + effects[wallet].change
            assert sums["entries"] == 1 + effects[wallet].entries

    def test_leave_two_entries_of_each_and_balances_that_are_their_sum(
        self, on_engine: Any, aftermath: Aftermath
    ) -> None:
        found: Counter[tuple[str, int]] = Counter()
        for wallet in aftermath.wallets:
            sums, entries = stored_of(on_engine, wallet)
            assert sums["balance"] == sum(amount * times for (_, amount), times in entries.items())
            assert sums["available"] == sums["balance"] >= 0
            assert sums["entries"] == entries.total()
            found += entries
        sides = [(one.id, sign * one.amount.amount) for one in aftermath.made for sign in (-1, 1)]

        assert {side: times for side, times in found.items() if side[0].startswith("mov")} == Counter(sides)

    def test_neither_make_nor_lose_a_fen_at_any_instant(self, on_engine: Any, aftermath: Aftermath) -> None:
        assert len(aftermath.sums_seen) >= 10
        assert set(aftermath.sums_seen) == {8 * FUNDS}
        assert aftermath.lowest_seen >= 0
        audit(on_engine)

    def test_change_nothing_where_they_were_refused(self, on_engine: Any, aftermath: Aftermath) -> None:
        assert {"busy", "insufficient_funds", "transfer_differs"} == set(aftermath.refused)
        refused = {(one.id, one.amount.amount) for diary in aftermath.diaries for one, _ in diary.refused}
        stored = {(transfer_id, amount) for transfer_id, _, _, amount in transfers_stored(on_engine, "storm")}

        assert not refused & stored


class TestOneTransfer:
    def test_made_by_sixteen_threads_is_made_once(self, on_engine: Any) -> None:
        li, mei = a_wallet(1_000), a_wallet()
        wish = a_transfer(li, mei, 100)

        results = racing(*[partial(ledger.make, wish, at=clock.now()) for _ in range(16)])

        assert results == [wish] * 16
        assert (ledger.balance(li), ledger.balance(mei)) == (fen(900), fen(100))
        assert stored_of(on_engine, mei)[1] == {(wish.id, 100): 1}
        audit(on_engine)

    def test_made_with_sixteen_amounts_is_made_with_one_of_them(self, on_engine: Any) -> None:
        li, mei = a_wallet(1_000), a_wallet()
        wish = a_transfer(li, mei, 10)
        others = [replace(wish, amount=fen(10 + more)) for more in range(16)]

        results = racing(*[partial(ledger.make, one, at=clock.now()) for one in others])

        (made,) = done(results)
        assert refusals(results) == {"transfer_differs"}
        assert ledger.balance(mei) == made.amount
        assert stored_of(on_engine, mei)[1] == {(wish.id, made.amount.amount): 1}
        audit(on_engine)

    def test_undone_by_sixteen_threads_is_undone_once(self, on_engine: Any) -> None:
        li, mei = a_wallet(1_000), a_wallet(1_000)
        wish = ledger.make(a_transfer(li, mei, 100), at=clock.now())

        racing(*[partial(ledger.reverse, wish.id, memo="", at=clock.now()) for _ in range(16)])

        assert (ledger.balance(li), ledger.balance(mei)) == (fen(1_000), fen(1_000))
        audit(on_engine)


class TestTransfersInTwoPhases:
    def begin(self, transfer: Transfer, *, hours: int = 1) -> Pending:
        now = clock.now()
        with Transaction() as tx:
            return pending.set_aside(tx, transfer, until=now + timedelta(hours=hours), at=now)

    def resolve(self, how: Callable[[Transaction], _T]) -> _T:
        with Transaction() as tx:
            return how(tx)

    def ways(self, one: Pending) -> list[Callable[[], object]]:
        """Whole, in part, and not at all."""
        now = clock.now()
        return [
            partial(self.resolve, lambda tx: pending.post(tx, one, now=now)),
            partial(self.resolve, lambda tx: pending.post(tx, one, amount=fen(10), now=now)),
            partial(self.resolve, lambda tx: pending.void(tx, one, now=now)),
        ]

    def test_set_aside_no_more_than_there_is(self, on_engine: Any) -> None:
        li, mei = a_wallet(100), a_wallet()
        wishes = [a_transfer(li, mei, 30) for _ in range(16)]

        results = racing(*[partial(self.begin, one, hours=72) for one in wishes])

        assert (len(done(results)), refusals(results)) == (3, {"insufficient_funds"})
        held = ledger.state(li)
        assert (held.posted, held.available) == (fen(100), fen(10))
        assert ledger.state(mei).awaited == fen(90)
        audit(on_engine)

    def test_posted_in_part_and_whole_voided_and_expired_at_once_are_resolved_once(
        self, on_engine: Any
    ) -> None:
        wishes = [a_transfer(a_wallet(100), a_wallet(), 30) for _ in range(8)]
        begun = [self.begin(one) for one in wishes]
        ways = [way for one in begun for way in self.ways(one)]
        late = clock.now() + timedelta(hours=2)

        results = racing(*ways, *[partial(pending.expire_due, late) for _ in range(4)])

        found = [pending.load(one.id) for one in wishes]
        expired = sum(results[len(ways) :])
        assert refusals(results) <= {"already_resolved"}
        assert len(done(results[: len(ways)])) + expired == len(wishes)
        assert [one.state for one in found].count(PendingState.EXPIRED) == expired
        for one in found:
            self.check(one)
        audit(on_engine)

    def test_posted_and_voided_by_sixteen_threads_are_resolved_once(self, on_engine: Any) -> None:
        one = self.begin(a_transfer(a_wallet(100), a_wallet(), 30))

        results = racing(*(self.ways(one) * 6)[:16])

        assert (len(done(results)), refusals(results)) == (1, {"already_resolved"})
        self.check(pending.load(one.transfer.id))
        audit(on_engine)

    def check(self, one: Pending) -> None:
        """Both accounts are as the one resolution leaves them."""
        payer, payee = ledger.state(one.transfer.debit), ledger.state(one.transfer.credit)
        assert one.state is not PendingState.PENDING
        assert one.posted in ({30, 10} if one.state is PendingState.POSTED else {0})
        assert payer.posted == payer.available == fen(100 - one.posted)
        assert (payee.posted, payee.awaited) == (fen(one.posted), fen(0))


class TestTwoRefundsOfSixtyOfAPaymentOfAHundred:
    def test_take_sixty_from_escrow_once(self, on_engine: Any) -> None:
        buyer, order_id, now = somebody(100), ids.new("ord"), clock.now()
        with Transaction() as tx:
            escrow.hold(tx, buyer=buyer, sales=[(order_id, fen(100))], at=now)
        sale = Sale(order_id, buyer, somebody(), fen(100), fen(2), fen(0), fen(0))

        def give_back(refund_id: str) -> None:
            with Transaction() as tx:
                escrow.give_back(tx, sale, refund_id=refund_id, amount=fen(60), at=now)

        results = racing(*[partial(give_back, ids.new("ref")) for _ in range(2)])

        assert (len(done(results)), refusals(results)) == (1, {"insufficient_funds"})
        assert in_wallet(buyer) == 60
        assert ledger.balance(rules.escrow(order_id, "CNY")) == fen(40)
        audit(on_engine)

    def test_given_by_the_merchant_on_two_devices_are_one(self, on_engine: Any) -> None:
        buyer, clip = somebody(100), a_listing(price=100)
        (order,) = buy(buyer, home(buyer), clip).orders
        refund = partial(
            refunds.ask,
            order.id,
            caller=clip.owner_id,
            kind=RefundKind.REFUND_ONLY,
            reason=RefundReason.OTHER,
            amount=60,
            text="",
            photo_ids=[],
            now=clock.now(),
        )

        results = racing(refund, refund)

        assert len(done(results)) == 1
        assert refusals(results) <= {"changed_meanwhile", "refund_too_large"}
        assert in_wallet(buyer) == 60
        assert ledger.balance(rules.escrow(order.id, "CNY")) == fen(40)
        assert len(refunds.of_order(order.id, caller=buyer)) == 1
        audit(on_engine)


class TestThePlatformsRevenue:
    COMMISSION, PAYMENT_FEE = 20, 6

    def orders_of_all_shards(self, each: int) -> list[str]:
        """New orders of which so many belong to each shard."""
        numbered = (ids.derived("ord", "revenue race", str(number)) for number in range(1_000))
        by_shard = sorted((rules.revenue(order_id, "CNY").name, order_id) for order_id in numbered)
        return [
            order_id
            for _, several in groupby(by_shard, key=lambda pair: pair[0])
            for _, order_id in list(several)[:each]
        ]

    def sold(self, order_id: str, buyer: str) -> Sale:
        return Sale(
            order_id, buyer, somebody(), fen(1_000), fen(self.COMMISSION), fen(self.PAYMENT_FEE), fen(0)
        )

    def shards(self) -> list[int]:
        names = [f"{number:02}" for number in range(rules.SHARDS)]
        return [ledger.balance(Account(rules.Kind.REVENUE, name, "CNY")).amount for name in names]

    def test_of_sixty_four_sales_at_once_is_exact_in_each_of_its_shards(self, on_engine: Any) -> None:
        buyer, now = somebody(64_000), clock.now()
        sales = [
            self.sold(order_id, buyer) for order_id in self.orders_of_all_shards(each=64 // rules.SHARDS)
        ]
        for start in range(0, 64, 16):
            with Transaction() as tx:
                several = [(one.id, one.total) for one in sales[start : start + 16]]
                escrow.hold(tx, buyer=buyer, sales=several, at=now)
        before = self.shards()

        def settle(sale: Sale) -> Money:
            with Transaction() as tx:
                return escrow.settle(tx, sale, escrow_models.NONE, at=now)

        results = racing(*[partial(settle, sale) for sale in sales])

        assert results == [fen(974)] * 64
        gained = [after - earlier for earlier, after in zip(before, self.shards(), strict=True)]
        each = 64 // rules.SHARDS * (self.COMMISSION + self.PAYMENT_FEE)
        assert gained == [each] * rules.SHARDS
        for sale in sales:
            sums, _ = stored_of(on_engine, rules.escrow(sale.id, "CNY"))
            assert (sums["balance"], sums["available"], sums["entries"]) == (0, 0, 4)
        assert [in_wallet(sale.merchant) for sale in sales] == [974] * 64
        audit(on_engine)

    def test_is_spread_evenly_over_the_shards(self) -> None:
        orders = (ids.derived("ord", "spread", str(number)) for number in range(200 * rules.SHARDS))
        shares = Counter(rules.revenue(order_id, "CNY").name for order_id in orders)

        assert len(shares) == rules.SHARDS
        assert all(150 <= share <= 250 for share in shares.values())
