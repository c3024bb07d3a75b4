"""What operators do with pools, and lenders with what they have put in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chalicelib.foundation import idempotency
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.lending import models
from chalicelib.lending.errors import NotFree, PoolFull, PoolNotFound
from chalicelib.lending.models import PoolItem, SwitchItem
from chalicelib.lending.rules import MOST_POOLS, Pool
from chalicelib.payments.credit import service as books


def open_pool(*, owner: str, name: str, currency: str, cap: int, per_borrower: int) -> Pool:
    """Let a lender's money be lent, once there is some. 1 query, 1 transaction of 1 item. Raises PoolFull."""
    if len(models.pools()) >= MOST_POOLS:
        raise PoolFull
    pool = Pool(idempotency.stable_id("pol"), owner, name, currency, cap, per_borrower)
    with Transaction() as tx:
        tx.put(models.pool_item(pool))
        return tx.result(pool)


def pools() -> list[Pool]:
    """All pools. 1 query."""
    return models.pools()


def change(pool_id: str, *, cap: int, per_borrower: int, halted: bool) -> Pool:
    """Set a pool's limits, or stop it. 1 transaction of 1 item, 1 read. Raises PoolNotFound."""
    item = PoolItem
    with Transaction() as tx:
        tx.update(
            models.pool_key(pool_id),
            [item.cap.set(cap), item.per_borrower.set(per_borrower), item.halted.set(halted)],
            condition=item.pk.exists(),
            otherwise=PoolNotFound,
        )
    return _load(pool_id)


def put_in(pool_id: str, *, lender: str, amount: int, now: datetime) -> Pool:
    """Move money from one's wallet to one's pool. 1 read, 1 transaction of 6 items.

    Raises PoolNotFound; on commit InsufficientFunds.
    """
    return _move(pool_id, lender, amount, now)


def take_out(pool_id: str, *, lender: str, amount: int, now: datetime) -> Pool:
    """Move money that is free from one's pool to one's wallet. 1 read, 1 transaction of 6 items.

    Raises PoolNotFound; on commit NotFree.
    """
    return _move(pool_id, lender, -amount, now)


def _move(pool_id: str, lender: str, amount: int, now: datetime) -> Pool:
    pool = _load(pool_id)
    if pool.owner != lender:
        raise PoolNotFound
    name = idempotency.stable_id("fnd")
    with Transaction() as tx:
        tx.update(
            models.pool_key(pool_id),
            [PoolItem.free.add(amount)],
            condition=PoolItem.free >= max(0, -amount),
            otherwise=NotFree,
        )
        money = Money(amount, pool.currency)
        books.fund(tx, pool_id, lender=lender, amount=money, name=name, at=now)
        return tx.result(replace(pool, free=pool.free + amount))


def throw_switch(*, halted: bool) -> bool:
    """End all lending, or begin it again; what is lent goes on as agreed. 1 transaction of 1 item."""
    with Transaction() as tx:
        tx.update(SwitchItem(pk="lending", sk="switch"), [SwitchItem.halted.set(halted)])
    return halted


def _load(pool_id: str) -> Pool:
    found: Pool | None
    (found,) = read_together([models.pool_want(pool_id)])
    if found is None:
        raise PoolNotFound
    return found
