"""The same `Idempotency-Key` gives the same answer, however often and however fast it is pressed.

The key's record is written in the very transaction that does the work, so work and record can't part:
a crash leaves both or neither, and of two presses at one instant one commits and the other reads its
answer. Only a success is remembered; after a refusal the same key may try again. A first request pays
nothing for it but one more item in its transaction.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.expressions.condition import Condition

from chalicelib.foundation import ids
from chalicelib.foundation.errors import KeyReused
from chalicelib.foundation.tables import Item, get, table

LIFETIME = timedelta(days=2)
"""How long a key is remembered."""


class Remembered(Item):
    """The answer that a request got. Key: who asked, and the key she sent."""

    class Meta(Item.Meta):
        table_name = table("foundation")

    fingerprint = UnicodeAttribute()
    status = NumberAttribute()
    body = UnicodeAttribute()


@dataclass(slots=True)
class Attempt:
    """A request that carries an Idempotency-Key, while it is being served."""

    owner: str
    key: str
    fingerprint: str
    status: int
    shape: Callable[[object], str]
    """Makes the answer's body of what the use case returns."""
    recorded: bool = False

    def record(self, result: object, now: datetime) -> tuple[Remembered, Condition]:
        """The item that remembers the answer, and the condition that the key is free."""
        self.recorded = True
        item = Remembered(
            pk=f"once#{self.owner}",
            sk=self.key,
            fingerprint=self.fingerprint,
            status=self.status,
            body=self.shape(result),
            expires_at=now + LIFETIME,
        )
        return item, Remembered.pk.does_not_exist() | (Remembered.expires_at < now)

    def answer(self, now: datetime) -> Remembered | None:
        """What an earlier request with this key was answered, if any. Raises KeyReused."""
        found: Remembered | None = get(Remembered, f"once#{self.owner}", self.key)
        if found is None or (found.expires_at and found.expires_at < now):
            return None
        if found.fingerprint != self.fingerprint:
            raise KeyReused
        return found


_current: ContextVar[Attempt | None] = ContextVar("attempt", default=None)


def current() -> Attempt | None:
    """The attempt being served, if its request carries a key."""
    return _current.get()


def stable_id(prefix: str) -> str:
    """The id of what this request makes: the same for a retry with the same key, else a fresh one.

    For a use case that must act in the outside world before its work is done: its retry finds what the
    first try had begun.
    """
    if attempt := _current.get():
        return ids.derived(prefix, attempt.owner, attempt.key)
    return ids.new(prefix)


def serve(attempt: Attempt | None) -> None:
    """From here on this attempt is being served; None: none is."""
    _current.set(attempt)
