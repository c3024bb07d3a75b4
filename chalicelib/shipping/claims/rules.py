"""A claim's life: who may do what with it in which state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chalicelib.foundation.money import Money
from chalicelib.shipping.errors import WrongClaimState


class ClaimReason(StrEnum):
    """What a courier did."""

    LOST = "lost"
    SILENT = "silent"
    """Nothing was heard of the parcel for 30 days."""
    DAMAGED = "damaged"


class ClaimState(StrEnum):
    """Where a claim is."""

    OPEN = "open"
    """The courier must answer."""
    ACCEPTED = "accepted"
    """The courier will pay."""
    REFUSED = "refused"
    PAID = "paid"
    CLOSED = "closed"
    """It came to nothing."""


class Action(StrEnum):
    """What can be done with a claim."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    PAY = "pay"
    CLOSE = "close"


class Side(StrEnum):
    """Who does it."""

    COURIER = "courier"
    MERCHANT = "merchant"
    TRACKING = "tracking"
    """A lost parcel has come after all."""


_COURIER = frozenset({Side.COURIER})
MOVES: Mapping[tuple[ClaimState, Action], tuple[ClaimState, frozenset[Side]]] = {
    (ClaimState.OPEN, Action.ACCEPT): (ClaimState.ACCEPTED, _COURIER),
    (ClaimState.OPEN, Action.REFUSE): (ClaimState.REFUSED, _COURIER),
    (ClaimState.OPEN, Action.CLOSE): (ClaimState.CLOSED, frozenset({Side.MERCHANT, Side.TRACKING})),
    (ClaimState.REFUSED, Action.ACCEPT): (ClaimState.ACCEPTED, _COURIER),
    (ClaimState.REFUSED, Action.CLOSE): (ClaimState.CLOSED, frozenset({Side.MERCHANT})),
    (ClaimState.ACCEPTED, Action.PAY): (ClaimState.PAID, _COURIER),
}
"""The whole life of a claim: the state and the action, the state after it and who may do it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a merchant claims of a courier for a booked parcel: there is one for each at most."""

    booking_id: str
    courier: str
    number: str
    merchant_id: str
    reason: ClaimReason
    state: ClaimState
    opened_at: datetime
    answered_at: datetime | None = None
    """When the courier first said yes or no: how long that took is in its record."""
    amount: Money | None = None
    """What it pays."""
    answer: str = ""
    version: int = 1


def transition(state: ClaimState, action: Action, side: Side) -> ClaimState:
    """The state after an action. Raises WrongClaimState."""
    after, sides = MOVES.get((state, action), (None, frozenset()))
    if after is None or side not in sides:
        raise WrongClaimState(f"A claim that is {state} can't be told to {action} by the {side}.")
    return after
