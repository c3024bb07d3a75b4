"""Auditing one account: its entries up to a cut are added up for good, and its balance must be their sum.

A checkpoint remembers how far it came, so an audit reads each entry about twice however old the account is.
It goes on from there after a crash, and an account with very many entries is done in several steps.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.foundation import clock
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.observability import log
from chalicelib.foundation.tables import get
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import models as payments_models
from chalicelib.payments.closing import rules
from chalicelib.payments.closing.models import CheckpointItem, TotalItem
from chalicelib.payments.closing.rules import Checkpoint, Difference, Discrepancy
from chalicelib.payments.models import AccountItem, EntryItem
from chalicelib.payments.rules import Account, Entry

STEP = 1_000
"""How many entries one step adds up."""

LOOKS = 4
"""How often an account that changes while it is looked at is looked at again."""


class Verdict(StrEnum):
    """What came of auditing an account."""

    SOUND = "sound"
    WRONG = "wrong"
    NOT_YET = "not_yet"
    """It has more entries than a step adds up, or changes too fast: it stays due."""


def audit(account: Account, cut: datetime) -> tuple[Verdict, Difference | None]:
    """Audit an account up to a cut that lies behind. 4 reads, 2 queries and 2 transactions a step."""
    checkpoint = _checkpoint(account)
    step = list(_entries(account, checkpoint.through, until=f"entry#{clock.stamp(cut)}", limit=STEP))
    reached = checkpoint.and_(step)
    if step:
        _advance(account, checkpoint, reached)
    if len(step) == STEP:
        return Verdict.NOT_YET, None
    return _compare(account, reached, cut)


def _checkpoint(account: Account) -> Checkpoint:
    found: CheckpointItem | None = get(CheckpointItem, account.id, "checkpoint")
    return found.checkpoint() if found else rules.START


def _entries(account: Account, after: str, *, until: str, limit: int) -> Iterator[tuple[str, Entry]]:
    within = EntryItem.sk.between(after, until)
    for item in EntryItem.query(account.id, within, limit=limit + 1, consistent_read=True):
        if after < item.sk < until and limit:
            limit -= 1
            yield item.sk, item.entry()


def _advance(account: Account, before: Checkpoint, after: Checkpoint) -> None:
    """Remember how far it is, and add what was found to the trial balance, in one transaction of 2 items."""
    item = CheckpointItem(
        pk=account.id, sk="checkpoint", through=after.through, entries=after.entries, posted=after.posted
    )
    unmoved = CheckpointItem.through == before.through
    fresh = CheckpointItem.pk.does_not_exist()
    with Transaction() as tx:
        tx.put(item, condition=fresh if before == rules.START else unmoved)
        total = TotalItem(pk="trial", sk=f"{account.kind}:{account.currency}")
        tx.update(total, [TotalItem.amount.add(after.posted - before.posted)])


def _compare(account: Account, reached: Checkpoint, cut: datetime) -> tuple[Verdict, Difference | None]:
    for _ in range(LOOKS):
        seen: AccountItem | None = get(AccountItem, account.id, "account")
        later = list(_entries(account, reached.through, until="entry#~", limit=STEP))
        now = reached.and_(later)
        if seen is None or len(later) == STEP:
            return Verdict.NOT_YET, None
        balance = seen.state()
        if now.entries > balance.entries:
            continue  # something came between the two reads
        if (now.entries, now.posted) == (balance.entries, balance.posted.amount):
            _done(account, balance.entries, cut if later else None)
            return Verdict.SOUND, None
        _done(account, balance.entries, cut if later else None)
        return Verdict.WRONG, Difference(Discrepancy.BALANCE, account.id, balance.posted.amount, now.posted)
    return Verdict.NOT_YET, None


def _done(account: Account, entries: int, due: datetime | None) -> None:
    """Take an account off the list of those to be audited, or leave it there for the next cut: 1 item."""
    item = AccountItem
    actions: list[Action] = [item.due_at.set(clock.stamp(due))] if due else []
    condition: Condition = item.pk.exists()
    if due is None:
        actions, condition = [item.due_shard.remove(), item.due_at.remove()], item.entries == entries
    try:
        with Transaction() as tx:
            tx.update(payments_models.account_key(account), actions, condition=condition)
    except DomainError:  # it moved again: so it is due for the next cut, and stays on the list
        log.info("an account moved while it was audited", extra={"account": account.kind.value})
