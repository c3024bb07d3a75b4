"""When a PIN is too obvious, how it is hashed, and how many wrong tries lock it for how long."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

TRIES = 5
"""How often one may be wrong in a row."""

FIRST_LOCK, LONGEST_LOCK = timedelta(minutes=15), timedelta(days=1)
_LONGER = 4
"""How much longer each lock is than the one before it."""

FRESH = timedelta(minutes=5)
"""How long after the password was given a forgotten PIN may be replaced."""

COST = 2**15
"""scrypt's N: with r = 8 a hash takes 32 MB of memory and about a tenth of a second."""

_BLOCK, _PARALLEL = 8, 1
_WELL_KNOWN = frozenset(
    {"121212", "123123", "112233", "520520", "520131", "168168", "696969", "147258", "159753"}
)
_ROWS = ("01234567890", "09876543210")


@dataclass(frozen=True, slots=True)
class Secret:
    """A PIN as it is kept: what scrypt (RFC 7914) makes of it, with the salt and costs that it was made with."""

    salt: bytes
    digest: bytes
    cost: int
    block: int
    parallel: int

    @classmethod
    def of(cls, pin: str, *, salt: bytes) -> Secret:
        """The secret of a new PIN, at today's costs."""
        digest = _scrypt(pin, salt, COST, _BLOCK, _PARALLEL)
        return cls(salt, digest, COST, _BLOCK, _PARALLEL)

    def fits(self, pin: str) -> bool:
        """Whether this is the PIN; says so in a time that tells nothing."""
        made = _scrypt(pin, self.salt, self.cost, self.block, self.parallel)
        return hmac.compare_digest(made, self.digest)


def _scrypt(pin: str, salt: bytes, cost: int, block: int, parallel: int) -> bytes:
    room = 128 * block * (cost + parallel + 2)
    return hashlib.scrypt(pin.encode(), salt=salt, n=cost, r=block, p=parallel, maxmem=room, dklen=32)


@dataclass(frozen=True, slots=True)
class Guard:
    """What stands between a guesser and a PIN: how many tries in a row, how many locks in a row, until when."""

    tries: int = 0
    locks: int = 0
    locked_until: datetime | None = None

    def is_locked(self, now: datetime) -> bool:
        """Whether no try is let through now."""
        return self.locked_until is not None and now < self.locked_until

    def after_a_try(self, now: datetime) -> Guard:
        """The guard once a try is counted, before it is known to be right: the last one locks."""
        if self.tries + 1 < TRIES:
            return Guard(self.tries + 1, self.locks)
        return Guard(0, self.locks + 1, now + lock_of(self.locks + 1))

    @property
    def left(self) -> int:
        """How many tries are left before it locks; none once it has."""
        return 0 if self.locked_until else TRIES - self.tries


def lock_of(number: int) -> timedelta:
    """How long the lock of this number in a row lasts: 15 minutes, an hour, 4, 16, then a day each."""
    return min(LONGEST_LOCK, FIRST_LOCK * _LONGER ** min(number - 1, 8))


def is_obvious(pin: str) -> bool:
    """Whether a PIN is among those that everybody tries first: repetitions, rows, dates of this century's kind."""
    halves = pin[:3] == pin[3:] or pin == pin[:2] * 3
    return len(set(pin)) <= 2 or halves or pin in _WELL_KNOWN or any(pin in row for row in _ROWS)


def is_fresh(signed_in_at: datetime | None, now: datetime) -> bool:
    """Whether somebody has just given her password."""
    return signed_in_at is not None and timedelta(minutes=-1) <= now - signed_in_at < FRESH
