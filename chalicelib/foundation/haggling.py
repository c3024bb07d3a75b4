"""How two sides come to terms about anything: who may do what with a proposal in which state. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from chalicelib.foundation.errors import DomainError

MOST_ROUNDS = 10
"""Of proposals and counter-proposals about the same."""


class OfferState(StrEnum):
    """What became of an offer. It leaves PENDING once."""

    PENDING = "pending"
    COUNTERED = "countered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    RETRACTED = "retracted"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"


class Action(StrEnum):
    """What can be done with an offer."""

    ACCEPT = "accept"
    DECLINE = "decline"
    COUNTER = "counter"
    RETRACT = "retract"
    SUPERSEDE = "supersede"
    EXPIRE = "expire"


class Actor(StrEnum):
    """Who does it."""

    PROPOSER = "proposer"
    RECEIVER = "receiver"
    CLOCK = "clock"


MOVES: Mapping[tuple[OfferState, Action], tuple[Actor, OfferState]] = {
    (OfferState.PENDING, Action.ACCEPT): (Actor.RECEIVER, OfferState.ACCEPTED),
    (OfferState.PENDING, Action.DECLINE): (Actor.RECEIVER, OfferState.DECLINED),
    (OfferState.PENDING, Action.COUNTER): (Actor.RECEIVER, OfferState.COUNTERED),
    (OfferState.PENDING, Action.RETRACT): (Actor.PROPOSER, OfferState.RETRACTED),
    (OfferState.PENDING, Action.SUPERSEDE): (Actor.PROPOSER, OfferState.SUPERSEDED),
    (OfferState.PENDING, Action.EXPIRE): (Actor.CLOCK, OfferState.EXPIRED),
}
"""Everything that can happen to an offer, and who may let it."""


class Proposal(Protocol):
    """What one side proposes to the other, until a time."""

    @property
    def state(self) -> OfferState:
        """What became of it."""

    @property
    def round(self) -> int:
        """How many proposals about the same this is."""

    @property
    def expires_at(self) -> datetime:
        """Until when it waits for its answer."""


def transition(
    one: Proposal, action: Action, actor: Actor, *, now: datetime, otherwise: type[DomainError]
) -> OfferState:
    """The state after an action. Raises `otherwise`.

    What has expired is expired, though the clock hasn't come by yet.
    """
    allowed = MOVES.get((one.state, action))
    late = now >= one.expires_at
    if allowed is None or allowed[0] is not actor or (late and actor is not Actor.CLOCK):
        told = OfferState.EXPIRED if one.state is OfferState.PENDING and late else one.state
        raise otherwise(f"The {actor} of an offer that is {told} can't {action} it.")
    if actor is Actor.CLOCK and not late:
        raise otherwise
    return allowed[1]


def may_ever(action: Action, actor: Actor) -> bool:
    """Is this ever for somebody like that to do?"""
    return any(done == action and by is actor for (_, done), (by, _) in MOVES.items())


def next_round(before: Proposal | None, *, now: datetime, otherwise: type[DomainError]) -> int:
    """The number of an offer that follows another one, whatever became of that. Raises `otherwise`.

    Once something was agreed on, or the one before is too old, one begins anew.
    """
    goes_on = before and before.state is not OfferState.ACCEPTED and now < before.expires_at
    number = before.round + 1 if before and goes_on else 1
    if number > MOST_ROUNDS:
        raise otherwise
    return number


def waits(one: Proposal | None, *, now: datetime) -> bool:
    """Does it still wait for its answer?"""
    return one is not None and one.state is OfferState.PENDING and now < one.expires_at
