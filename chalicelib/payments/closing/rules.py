"""What closing a day means: cuts, checkpoints, the trial balance, and how books can differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from chalicelib.foundation.money import Money
from chalicelib.payments.rules import Entry, Kind

GRACE = timedelta(hours=1)
"""How long after midnight a day's entries may still come: they are stamped before they are committed."""


def cut_of(day: date) -> datetime:
    """The moment at which a day ends, in UTC."""
    return datetime.combine(day + timedelta(days=1), time(), UTC)


def can_close(day: date, now: datetime) -> bool:
    """Are all entries of a day there?"""
    return now >= cut_of(day) + GRACE


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How far an account's entries are added up: all up to the sort key `through`, that many, to this sum."""

    through: str
    entries: int
    posted: int

    def and_(self, entries: Iterable[tuple[str, Entry]]) -> Checkpoint:
        """With more entries, in their order."""
        through, count, posted = self.through, self.entries, self.posted
        for key, entry in entries:
            through, count, posted = key, count + 1, posted + entry.amount.amount
        return Checkpoint(through, count, posted)


START = Checkpoint("entry#", 0, 0)


class Discrepancy(StrEnum):
    """How books can differ."""

    BALANCE = "balance"
    """An account's balance isn't the sum of its entries."""
    TRIAL = "trial"
    """The accounts of a currency don't add up to zero."""
    DEBTS = "debts"
    """What is owed of a currency's loans isn't what their lenders claim and have set aside."""
    MISSING_HERE = "missing_here"
    MISSING_THERE = "missing_there"
    AMOUNT_DIFFERS = "amount_differs"
    TWICE_HERE = "twice_here"
    TWICE_THERE = "twice_there"


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that an operator must look at. Amounts are in minor units; None: there is none."""

    fault: Discrepancy
    subject: str
    """The account, the currency, or what the gateway's line is about."""
    ours: int | None
    theirs: int | None
    """What the entries add up to, or what the gateway says."""


class Phase(StrEnum):
    """How far a day's closing is."""

    ACCOUNTS = "accounts"
    GATEWAYS = "gateways"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Day:
    """The books of a day: what the accounts of each kind and currency held together at its end."""

    day: date
    phase: Phase
    trial: Mapping[str, int]
    """By `kind:currency`, in minor units."""
    differences: int


def unbalanced(trial: Mapping[str, int]) -> list[Difference]:
    """The currencies whose accounts don't add up to zero. Every transfer has both sides on one day."""
    sums: dict[str, int] = {}
    for name, amount in trial.items():
        currency = name.rpartition(":")[2]
        sums[currency] = sums.get(currency, 0) + amount
    faults = [Difference(Discrepancy.TRIAL, currency, total, 0) for currency, total in sums.items() if total]
    return faults + _unclaimed(trial, sums)


_OWED, _CLAIMED = (Kind.LOAN, Kind.INTEREST), (Kind.CLAIM, Kind.PROVISION)


def _unclaimed(trial: Mapping[str, int], currencies: Iterable[str]) -> list[Difference]:
    """The currencies in which debts and claims differ: of each loan they are the same."""
    faults = []
    for currency in currencies:
        owed, claimed = (
            sum(trial.get(f"{kind}:{currency}", 0) for kind in kinds) for kinds in (_OWED, _CLAIMED)
        )
        if owed + claimed:
            faults.append(Difference(Discrepancy.DEBTS, currency, -owed, claimed))
    return faults


@dataclass(frozen=True, slots=True)
class TrialLine:
    """What the accounts of one kind held together."""

    kind: Kind
    balance: Money


def trial_lines(trial: Mapping[str, int]) -> list[TrialLine]:
    """A trial balance, by kind and currency."""
    return [
        TrialLine(Kind(name.partition(":")[0]), Money(amount, name.rpartition(":")[2]))
        for name, amount in sorted(trial.items())
    ]
