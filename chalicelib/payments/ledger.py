"""Posting transfers: both entries, both balances and the transfer itself, in the caller's transaction.

Balances change by addition, so two transfers never wait for each other to be read; what an account may
not do is a condition on the change. Two-phase transfers are in `pending`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.foundation import clock, due, paging
from chalicelib.foundation.errors import Busy, DomainError
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import get
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import models, rules
from chalicelib.payments.errors import (
    AccountClosed,
    AccountFrozen,
    AccountNotEmpty,
    InsufficientFunds,
    TransferDiffers,
    TransferExists,
    TransferNotFound,
)
from chalicelib.payments.models import AccountItem, EntryItem, TransferItem
from chalicelib.payments.rules import Account, Balance, Effect, Line, Standing, Transfer, Type


def post(
    tx: Transaction,
    transfers: Sequence[Transfer],
    *,
    at: datetime,
    before: Mapping[Account, Effect] | None = None,
) -> None:
    """Make all these transfers, or none. 3 items for each transfer and 1 for each account.

    Call it once in a transaction: what several transfers do to one account, and what is done `before` to
    its pending sums, is netted to one change. `at` is the time of the commit, by which statements and
    audits order entries. On commit raises TransferExists when one was made before, TransferDiffers when
    it was made before and differently, InsufficientFunds when an account would pass its bound (1 more
    read), AccountFrozen, AccountClosed.
    """
    for transfer in transfers:
        made_before = _made_before(transfer)
        tx.put(models.transfer_item(transfer, at), otherwise=made_before)
        for entry in models.entry_items(transfer, at):
            tx.put(entry, otherwise=made_before)
    for account, effect in rules.effects(transfers, before).items():
        _change(tx, account, effect, at)


def make(transfer: Transfer, *, at: datetime) -> Transfer:
    """Make one transfer by itself; a replay of one that was made changes nothing. 1 transaction of 5 items.

    Raises TransferDiffers, InsufficientFunds, AccountFrozen, AccountClosed.
    """
    try:
        with Transaction() as tx:
            post(tx, [transfer], at=at)
    except TransferExists:
        pass
    return transfer


def reverse(transfer_id: str, *, memo: str, at: datetime) -> Transfer:
    """Undo a transfer by a new one the other way, once. 1 read, 1 transaction of 5 items.

    Raises TransferNotFound, InsufficientFunds, AccountFrozen, AccountClosed.
    """
    found: TransferItem | None = get(TransferItem, f"transfer#{transfer_id}", "transfer")
    if found is None:
        raise TransferNotFound
    return make(rules.reversal(found.transfer(), memo=memo), at=at)


def _made_before(transfer: Transfer) -> Callable[[], DomainError]:
    def refusal() -> DomainError:
        found: TransferItem | None = get(TransferItem, f"transfer#{transfer.id}", "transfer")
        same = found is not None and found.transfer() == transfer
        return TransferExists() if same else TransferDiffers()

    return refusal


def _change(tx: Transaction, account: Account, effect: Effect, at: datetime) -> None:
    if effect == Effect():
        return
    room = rules.room(account, effect)
    item = AccountItem
    actions: list[Action] = [
        item.balance.add(effect.change),
        item.entries.add(effect.entries),
        item.kind.set(account.kind.value),
        item.currency.set(account.currency),
    ]
    if account.type is not Type.OUTSIDE:
        actions.append(item.available.add(room))
    if effect.awaited:
        actions.append(item.awaited.add(effect.awaited))
    if effect.entries:
        actions += [
            item.due_shard.set(item.due_shard | due.shard("audit", account.id)),
            item.due_at.set(item.due_at | clock.stamp(at)),
        ]
    tx.update(
        models.account_key(account),
        actions,
        condition=_allowed(account, effect, room),
        otherwise=lambda: _why_not(account, effect),
    )


def _allowed(account: Account, effect: Effect, room: int) -> Condition:
    standing = AccountItem.standing
    leaves = effect.change < 0 or effect.held > 0
    condition = standing.does_not_exist()
    if not leaves:
        condition = condition | (standing == Standing.FROZEN.value)
    if room < 0 and account.type is not Type.OUTSIDE:
        condition = condition & (AccountItem.available >= -room)
    return condition


def _why_not(account: Account, effect: Effect) -> DomainError:
    match state(account).standing:
        case Standing.CLOSED:
            return AccountClosed()
        case Standing.FROZEN if effect.change < 0 or effect.held > 0:
            return AccountFrozen()
    return InsufficientFunds()


def state(account: Account) -> Balance:
    """How an account stands; open and empty when it was never used. 1 read."""
    found: AccountItem | None = get(AccountItem, account.id, "account")
    nothing = Money.zero(account.currency)
    return found.state() if found else Balance(account, nothing, nothing, nothing, 0, Standing.OPEN)


def balance(account: Account) -> Money:
    """What an account holds; nothing when it was never used. 1 read."""
    return state(account).posted


def put_into(tx: Transaction, account: Account, standing: Standing) -> None:
    """Freeze, close or open an account: 1 item. On commit raises AccountNotEmpty.

    Only an account that is empty, with nothing pending, can be closed.
    """
    item = AccountItem
    marks = [item.kind.set(account.kind.value), item.currency.set(account.currency)]
    if standing is Standing.OPEN:
        return tx.update(models.account_key(account), [item.standing.remove(), *marks])
    empty = (
        (item.balance.does_not_exist() | (item.balance == 0))
        & (item.available.does_not_exist() | (item.available == 0))
        & (item.awaited.does_not_exist() | (item.awaited == 0))
    )
    return tx.update(
        models.account_key(account),
        [item.standing.set(standing.value), *marks],
        condition=empty if standing is Standing.CLOSED else None,
        otherwise=AccountNotEmpty,
    )


_LOOKS = 4


def statement(account: Account, *, limit: int, cursor: str | None) -> Page[Line]:
    """An account's entries, the newest first, each with the balance after it. 2 reads and 1 query.

    The balance is counted down from the present one, so the first page looks whether anything was posted
    while it read (the number of entries tells), and reads again if so; the following pages go on from
    where the last one ended. Raises Busy, BadCursor.
    """
    if cursor:
        start, _, running = cursor.rpartition(".")
        return _lines(account, _whole(running), limit=limit, cursor=start)
    for _ in range(_LOOKS):
        now = state(account)
        page = _lines(account, now.posted.amount, limit=limit, cursor=None)
        if state(account).entries == now.entries:
            return page
    raise Busy


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise paging.BadCursor(field="cursor") from None


def _lines(account: Account, running: int, *, limit: int, cursor: str | None) -> Page[Line]:
    found = paging.query(EntryItem, account.id, EntryItem.sk.startswith("entry#"), limit=limit, cursor=cursor)
    lines = []
    for item in found.items:
        entry = item.entry()
        lines.append(Line(entry, Money(running, account.currency)))
        running -= entry.amount.amount
    return Page(lines, f"{found.cursor}.{running}" if found.cursor else None)
