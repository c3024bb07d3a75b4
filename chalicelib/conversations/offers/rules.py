"""The life of an offer: who may do what with it in which state, and what the merchant decided beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.conversations.offers.errors import BadThresholds, TooManyRounds, WrongOfferState
from chalicelib.conversations.rules import Side
from chalicelib.foundation.money import Money

LASTS = timedelta(hours=48)
"""How long an offer waits for its answer, unless it says otherwise."""
HELD = timedelta(hours=24)
"""How long what was agreed on is kept for the buyer."""
MOST_ROUNDS = 10
"""Of offers and counter-offers about the same."""

WHOLE = 10_000
"""Basis points of the listed price."""


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


@dataclass(frozen=True, slots=True)
class Offer:
    """A price for so many pieces of one variant, by one side to the other."""

    id: str
    conversation_id: str
    store_id: str
    buyer_id: str
    listing_id: str
    variant_id: str
    title: str
    quantity: int
    price: Money
    """Of one piece."""
    by: Side
    round: int
    """How many offers about the same this is."""
    state: OfferState
    created_at: datetime
    expires_at: datetime
    reserved_until: datetime | None = None
    """Until when what was agreed on is kept for the buyer."""

    @property
    def total(self) -> Money:
        """What it all costs."""
        return self.price * self.quantity

    def actor(self, side: Side) -> Actor:
        """What a side is to it."""
        if side is Side.SYSTEM:
            return Actor.CLOCK
        return Actor.PROPOSER if side is self.by else Actor.RECEIVER


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What a merchant decided about offers for a listing, in basis points of its listed price."""

    accept_from: int | None = None
    """A buyer's offer of this much or more is accepted at once."""
    decline_below: int | None = None
    """One of less than this is declined at once."""


def transition(offer: Offer, action: Action, actor: Actor, *, now: datetime) -> OfferState:
    """The state after an action. Raises WrongOfferState.

    What has expired is expired, though the clock hasn't come by yet.
    """
    allowed = MOVES.get((offer.state, action))
    late = now >= offer.expires_at
    if allowed is None or allowed[0] is not actor or (late and actor is not Actor.CLOCK):
        told = OfferState.EXPIRED if offer.state is OfferState.PENDING and late else offer.state
        raise WrongOfferState(f"The {actor} of an offer that is {told} can't {action} it.")
    if actor is Actor.CLOCK and not late:
        raise WrongOfferState
    return allowed[1]


def may_ever(action: Action, actor: Actor) -> bool:
    """Is this ever for somebody like that to do?"""
    return any(done == action and by is actor for (_, done), (by, _) in MOVES.items())


def next_round(before: Offer | None, *, now: datetime) -> int:
    """The number of an offer that follows another one, whatever became of that. Raises TooManyRounds.

    Once something was agreed on, or the one before is too old, one begins anew.
    """
    goes_on = before and before.state is not OfferState.ACCEPTED and now < before.expires_at
    number = before.round + 1 if before and goes_on else 1
    if number > MOST_ROUNDS:
        raise TooManyRounds
    return number


def decided(offered: Money, listed: Money, thresholds: Thresholds | None) -> Action | None:
    """What the merchant decided beforehand about such a price; None: nothing."""
    if thresholds is None:
        return None
    share = offered.amount * WHOLE
    if thresholds.accept_from is not None and share >= listed.amount * thresholds.accept_from:
        return Action.ACCEPT
    if thresholds.decline_below is not None and share < listed.amount * thresholds.decline_below:
        return Action.DECLINE
    return None


def refuse_bad(thresholds: Thresholds) -> None:
    """Raises BadThresholds."""
    accept, decline = thresholds.accept_from, thresholds.decline_below
    if accept is not None and decline is not None and accept < decline:
        raise BadThresholds(field="accept_from")
