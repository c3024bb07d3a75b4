"""The life of an offer: who may do what with it in which state, and what the merchant decided beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from chalicelib.conversations.offers.errors import BadThresholds, TooManyRounds, WrongOfferState
from chalicelib.conversations.rules import Side
from chalicelib.foundation import haggling
from chalicelib.foundation.haggling import MOST_ROUNDS, MOVES, Action, Actor, OfferState, may_ever
from chalicelib.foundation.money import Money

__all__ = ["MOST_ROUNDS", "MOVES", "Action", "Actor", "OfferState", "may_ever"]

LASTS = timedelta(hours=48)
"""How long an offer waits for its answer, unless it says otherwise."""
HELD = timedelta(hours=24)
"""How long what was agreed on is kept for the buyer."""
WHOLE = 10_000
"""Basis points of the listed price."""


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
    """The state after an action. Raises WrongOfferState."""
    return haggling.transition(offer, action, actor, now=now, otherwise=WrongOfferState)


def next_round(before: Offer | None, *, now: datetime) -> int:
    """The number of an offer that follows another one, whatever became of that. Raises TooManyRounds."""
    return haggling.next_round(before, now=now, otherwise=TooManyRounds)


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
