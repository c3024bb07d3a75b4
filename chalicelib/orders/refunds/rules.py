"""A refund's life: who may move it from which state to which, and what happens to whoever doesn't."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chalicelib.foundation.money import Money
from chalicelib.orders.errors import HearingOpen, TooMuchEvidence, WrongRefundState

MOST_EVIDENCE = 10
"""Of each side."""


class RefundKind(StrEnum):
    """What the buyer wants."""

    REFUND_ONLY = "refund_only"
    """Money back, and the goods stay where they are."""
    RETURN = "return"
    """Money back for goods that she sends back."""


class RefundReason(StrEnum):
    """Why."""

    NOT_RECEIVED = "not_received"
    DAMAGED = "damaged"
    NOT_AS_DESCRIBED = "not_as_described"
    WRONG_ITEM = "wrong_item"
    CHANGED_MIND = "changed_mind"
    OUT_OF_STOCK = "out_of_stock"
    GOODWILL = "goodwill"
    OTHER = "other"


class RefundState(StrEnum):
    """Where a refund is."""

    REQUESTED = "requested"
    """The merchant must answer, or it is accepted for her."""
    RETURNING = "returning"
    """The buyer must send the goods back, or it is closed."""
    RETURNED = "returned"
    """The merchant must look at what came back, or it is paid."""
    REJECTED = "rejected"
    """The buyer may dispute that, or it is closed."""
    DISPUTED = "disputed"
    """An operator decides."""
    REFUNDED = "refunded"
    CLOSED = "closed"
    """Nothing was paid."""

    @property
    def is_open(self) -> bool:
        """Is it still being negotiated?"""
        return self not in (RefundState.REFUNDED, RefundState.CLOSED)


class Action(StrEnum):
    """What can be done to a refund."""

    ACCEPT = "accept"
    REJECT = "reject"
    SEND_BACK = "send_back"
    RECEIVE = "receive"
    DISPUTE = "dispute"
    WITHDRAW = "withdraw"
    RULE = "rule"


class Party(StrEnum):
    """Who does it."""

    BUYER = "buyer"
    MERCHANT = "merchant"
    OPERATOR = "operator"
    CLOCK = "clock"


_BUYER, _MERCHANT = frozenset({Party.BUYER}), frozenset({Party.MERCHANT})
_MERCHANT_OR_CLOCK = _MERCHANT | {Party.CLOCK}
_BUYER_OR_CLOCK = _BUYER | {Party.CLOCK}

MOVES: Mapping[tuple[RefundState, Action], tuple[RefundState, frozenset[Party]]] = {
    (RefundState.REQUESTED, Action.ACCEPT): (RefundState.REFUNDED, _MERCHANT_OR_CLOCK),
    (RefundState.REQUESTED, Action.REJECT): (RefundState.REJECTED, _MERCHANT),
    (RefundState.REQUESTED, Action.WITHDRAW): (RefundState.CLOSED, _BUYER),
    (RefundState.RETURNING, Action.SEND_BACK): (RefundState.RETURNED, _BUYER),
    (RefundState.RETURNING, Action.WITHDRAW): (RefundState.CLOSED, _BUYER_OR_CLOCK),
    (RefundState.RETURNED, Action.RECEIVE): (RefundState.REFUNDED, _MERCHANT_OR_CLOCK),
    (RefundState.RETURNED, Action.REJECT): (RefundState.REJECTED, _MERCHANT),
    (RefundState.REJECTED, Action.DISPUTE): (RefundState.DISPUTED, _BUYER),
    (RefundState.REJECTED, Action.WITHDRAW): (RefundState.CLOSED, _BUYER_OR_CLOCK),
    (RefundState.DISPUTED, Action.ACCEPT): (RefundState.REFUNDED, _MERCHANT),
    (RefundState.DISPUTED, Action.WITHDRAW): (RefundState.CLOSED, _BUYER),
    (RefundState.DISPUTED, Action.RULE): (RefundState.REFUNDED, frozenset({Party.OPERATOR})),
}
"""The whole life of a refund: the state and the action, the state after it and who may do it.

A request to return goods, once accepted, is RETURNING; a ruling that gives the buyer nothing is CLOSED.
"""

LAPSES: Mapping[RefundState, Action] = {
    RefundState.REQUESTED: Action.ACCEPT,
    RefundState.RETURNING: Action.WITHDRAW,
    RefundState.RETURNED: Action.RECEIVE,
    RefundState.REJECTED: Action.WITHDRAW,
}
"""What the clock does for whoever lets her time pass. A dispute waits for the operator, however long."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that shows what is meant."""

    id: str
    key: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one side says and shows."""

    by: Party
    text: str
    photos: tuple[Photo, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Refund:
    """Money that a buyer wants back of an order."""

    id: str
    order_id: str
    buyer_id: str
    merchant_id: str
    store_id: str
    kind: RefundKind
    reason: RefundReason
    amount: Money
    """What is asked for; once it is refunded, what was given back."""
    state: RefundState
    evidence: tuple[Evidence, ...]
    created_at: datetime
    deadline: datetime | None
    """When the clock acts; in a dispute, until when evidence can be added."""
    disputed_at: datetime | None = None
    answer: str = ""
    """What the merchant or the operator said; to a return, where to send the goods."""
    courier: str = ""
    tracking_number: str = ""
    version: int = 1


def transition(refund: Refund, action: Action, party: Party) -> RefundState:
    """The state after an action. Raises WrongRefundState."""
    after, parties = MOVES.get((refund.state, action), (None, frozenset()))
    if after is None or party not in parties:
        raise WrongRefundState(f"A refund that is {refund.state} can't be told to {action} by the {party}.")
    if action is Action.ACCEPT and refund.kind is RefundKind.RETURN and refund.state is RefundState.REQUESTED:
        return RefundState.RETURNING
    return after


def may_ever(action: Action, party: Party) -> bool:
    """Is there a state in which this is for her to do?"""
    return any(party in parties for (_, what), (_, parties) in MOVES.items() if what is action)


def refused_evidence(refund: Refund, party: Party, *, now: datetime) -> None:
    """May a side still add evidence? Raises WrongRefundState, TooMuchEvidence."""
    over = refund.state is RefundState.DISPUTED and refund.deadline is not None and now >= refund.deadline
    if not refund.state.is_open or over:
        raise WrongRefundState("The time to add evidence is over.")
    if sum(one.by is party for one in refund.evidence) >= MOST_EVIDENCE:
        raise TooMuchEvidence


def refused_ruling(refund: Refund, *, now: datetime) -> None:
    """May an operator rule already? Once both sides were heard, or their time is over. Raises HearingOpen."""
    since = refund.disputed_at or now
    heard = {one.by for one in refund.evidence if one.at >= since}
    if heard < {Party.BUYER, Party.MERCHANT} and refund.deadline is not None and now < refund.deadline:
        raise HearingOpen
