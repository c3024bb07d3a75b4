"""Setting, changing and asking for the payment PIN.

Each try is counted, and the last one locks, before it is compared: a try that isn't counted is never
compared, so however many guess at once, five are all they get. Whoever is right takes the count back.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from chalicelib.foundation import clock
from chalicelib.foundation.errors import Busy, ChangedMeanwhile
from chalicelib.foundation.tables import get
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments.errors import (
    ObviousPin,
    PinExists,
    PinLocked,
    PinNotSet,
    PinRequired,
    SignInAgain,
    WrongPin,
)
from chalicelib.payments.pins import models, rules
from chalicelib.payments.pins.models import PinItem
from chalicelib.payments.pins.rules import Guard, Secret

_SALT = 16
_ATTEMPTS = 8
"""How often somebody who tries at the same instant as others looks again before she is sent away."""


@dataclass(frozen=True, slots=True)
class PinState:
    """Whether a person has a PIN, and until when it is locked."""

    is_set: bool
    locked_until: datetime | None


def show(person_id: str, *, now: datetime) -> PinState:
    """Whether a person has a PIN. 1 read."""
    found = _pin_of(person_id)
    guard = found.guard() if found else Guard()
    return PinState(found is not None, guard.locked_until if guard.is_locked(now) else None)


def set_first(person_id: str, *, pin: str, now: datetime) -> PinState:
    """Set a PIN where there is none. 1 transaction of 1 item. Raises ObviousPin, PinExists."""
    item = _made(person_id, pin, now)
    with Transaction() as tx:
        tx.put(item, otherwise=PinExists)
        return tx.result(PinState(is_set=True, locked_until=None))


def change(person_id: str, *, old: str, new: str, now: datetime) -> PinState:
    """Set another PIN instead of the old one. 1 read, 3 writes.

    Raises ObviousPin, PinNotSet, WrongPin, PinLocked.
    """
    item = _made(person_id, new, now)
    if not (found := _verify(person_id, old, now)):
        raise PinNotSet
    with Transaction() as tx:
        tx.put(item, condition=PinItem.salt == found.salt)
    return PinState(is_set=True, locked_until=None)


def reset(person_id: str, *, pin: str, signed_in_at: datetime | None, now: datetime) -> PinState:
    """Set a PIN instead of a forgotten one, after a fresh sign-in; a lock is gone. 1 transaction of 1 item.

    Raises ObviousPin, SignInAgain, PinNotSet.
    """
    if not rules.is_fresh(signed_in_at, now):
        raise SignInAgain
    item = _made(person_id, pin, now)
    with Transaction() as tx:
        tx.put(item, condition=PinItem.pk.exists(), otherwise=PinNotSet)
        return tx.result(PinState(is_set=True, locked_until=None))


def demand(tx: Transaction, person_id: str, *, pin: str | None, now: datetime) -> None:
    """Let a transaction through only with the person's PIN, if she has one.

    Without a PIN given: no read, 1 item; with it: 1 read, 2 writes, and 1 item when she has none. Raises
    WrongPin and PinLocked, on commit PinRequired.
    """
    if pin is None or _verify(person_id, pin, now) is None:
        tx.check(models.pin_key(person_id), PinItem.pk.does_not_exist(), otherwise=PinRequired)


def _verify(person_id: str, pin: str, now: datetime) -> PinItem | None:
    """The person's PIN, which this one is; None: she has none. Raises WrongPin, PinLocked, Busy."""
    for _ in range(_ATTEMPTS):
        if (found := _pin_of(person_id)) is None:
            return None
        guard = found.guard()
        if guard.is_locked(now):
            raise _locked(guard)
        counted = guard.after_a_try(now)
        try:
            _write(person_id, counted, found)
        except ChangedMeanwhile:
            continue
        if not found.secret().fits(pin):
            raise _locked(counted) if counted.locked_until else _wrong(counted)
        _forgive(person_id, found)
        return found
    raise Busy


def _write(person_id: str, guard: Guard, read: PinItem) -> None:
    with Transaction() as tx:
        tx.update(models.pin_key(person_id), models.guarded(guard), condition=read.is_unchanged())


def _forgive(person_id: str, found: PinItem) -> None:
    """Whoever was right begins anew, unless the PIN was changed meanwhile."""
    try:
        with Transaction() as tx:
            tx.update(
                models.pin_key(person_id), models.guarded(Guard()), condition=PinItem.salt == found.salt
            )
    except ChangedMeanwhile:
        raise WrongPin from None


def _wrong(guard: Guard) -> WrongPin:
    tries = "1 try is" if guard.left == 1 else f"{guard.left} tries are"
    return WrongPin(f"{WrongPin.__doc__} {tries} left.", field="pin")


def _locked(guard: Guard) -> PinLocked:
    assert guard.locked_until
    until = clock.stamp(guard.locked_until)[:16].replace("T", " ")
    return PinLocked(f"{str(PinLocked.__doc__)[:-1]}, until {until} UTC.", field="pin")


def _pin_of(person_id: str) -> PinItem | None:
    found: PinItem | None = get(PinItem, f"pin#{person_id}", "pin")
    return found


def _made(person_id: str, pin: str, now: datetime) -> PinItem:
    if rules.is_obvious(pin):
        raise ObviousPin(field="pin")
    return models.pin_item(person_id, Secret.of(pin, salt=secrets.token_bytes(_SALT)), now)
