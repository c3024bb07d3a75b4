"""Counting what people use of their limits, in the very transaction that uses it: no two pass together."""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation.config import settings
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments.errors import LimitExceeded
from chalicelib.payments.limits import models, rules
from chalicelib.payments.limits.models import UsedItem
from chalicelib.payments.limits.rules import Limit, Limits, Use, Used
from chalicelib.payments.rules import refuse_unknown


def show(person_id: str, currency: str, *, now: datetime) -> Limits:
    """The limits of a wallet and what is used of them today. 1 read of 3 items. Raises UnknownCurrency."""
    refuse_unknown(currency)
    day = rules.day_of(now, settings().time_zone)
    used = read_together([models.used_want(person_id, use, currency, day) for use in Use])
    uses = [
        Used(use, _limit(use, currency), Money(max(0, amount or 0), currency))
        for use, amount in zip(Use, used, strict=True)
    ]
    return Limits(day, rules.end_of(day, settings().time_zone), tuple(uses))


def take(tx: Transaction, person_id: str, use: Use, amount: Money, *, now: datetime) -> None:
    """Use some of a person's limit today. 1 item; 1 read more to tell what is left when it is too much.

    Raises LimitExceeded, at once or on commit.
    """
    limit = _limit(use, amount.currency)
    if amount.amount > limit.single.amount:
        raise LimitExceeded(f"At most {limit.single} at once.", field="amount")
    room = UsedItem.used <= limit.daily.amount - amount.amount
    _count(
        tx,
        person_id,
        use,
        amount,
        at=now,
        condition=UsedItem.used.does_not_exist() | room,
        otherwise=lambda: _exceeded(person_id, use, limit, now),
    )


def take_anyway(tx: Transaction, person_id: str, use: Use, amount: Money, *, at: datetime) -> None:
    """Count what happened after all, whatever the limit: the money is there. 1 item."""
    _count(tx, person_id, use, amount, at=at)


def give_back(
    tx: Transaction, person_id: str, use: Use, amount: Money, *, at: datetime, now: datetime
) -> None:
    """Don't count what was taken at a time and came to nothing. 1 item, none once that day is forgotten."""
    if now < models.goes_away(_end(at)):
        _count(tx, person_id, use, -amount, at=at)


def _count(
    tx: Transaction, person_id: str, use: Use, amount: Money, *, at: datetime, **conditional: object
) -> None:
    day = rules.day_of(at, settings().time_zone)
    tx.update(
        models.used_key(person_id, use, amount.currency, day),
        [UsedItem.used.add(amount.amount), UsedItem.expires_at.set(models.goes_away(_end(at)))],
        **conditional,  # type: ignore[arg-type]
    )


def _end(at: datetime) -> datetime:
    zone = settings().time_zone
    return rules.end_of(rules.day_of(at, zone), zone)


def _limit(use: Use, currency: str) -> Limit:
    return rules.limit_of(use, currency, settings().wallet_limits)


def _exceeded(person_id: str, use: Use, limit: Limit, now: datetime) -> LimitExceeded:
    day = rules.day_of(now, settings().time_zone)
    used = read_together([models.used_want(person_id, use, limit.daily.currency, day)])[0] or 0
    left = Used(use, limit, Money(used, limit.daily.currency)).left
    return LimitExceeded(f"At most {limit.daily} a day; {left} are left today.", field="amount")
