"""Events: past-tense facts that one domain tells and others may listen to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from chalicelib.foundation import ids


class Event(BaseModel):
    """A fact that has happened. Its class name and version tell a consumer what it is."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True, hide_input_in_errors=True)

    version: ClassVar[int] = 1

    event_id: str = Field(default_factory=lambda: ids.new("evt"))
    at: datetime

    @classmethod
    def kind(cls) -> str:
        """What the subscription table and the messages call it, such as `OrderPaid.1`."""
        return f"{cls.__name__}.{cls.version}"


Table = Mapping[type[Event], Sequence[str]]
"""Who listens to what: for every kind of event the names of the queues that get it."""

_subscriptions: Mapping[str, Sequence[str]] | Callable[[], Table] = {}


def subscribe(table: Table | Callable[[], Table]) -> None:
    """Say who listens to what. A function is asked for it when the first event is told: the table knows
    the events of all domains, and a cold start needn't."""
    global _subscriptions  # noqa: PLW0603 - there is one table
    _subscriptions = table if callable(table) else _by_kind(table)


def listeners(event: Event) -> Sequence[str]:
    """The queues that get this event."""
    global _subscriptions  # noqa: PLW0603 - there is one table
    if callable(_subscriptions):
        _subscriptions = _by_kind(_subscriptions())
    return _subscriptions.get(event.kind(), ())


def _by_kind(table: Table) -> Mapping[str, Sequence[str]]:
    return {kind.kind(): tuple(queues) for kind, queues in table.items()}
