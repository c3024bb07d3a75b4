"""Requests for quotation and quotations: their lives, and who is what to them. Pure.

A quotation is haggled over as any offer is (`foundation.haggling`); what ends all of it is the request.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.foundation import haggling
from chalicelib.foundation.haggling import Action, Actor, OfferState
from chalicelib.foundation.money import Money
from chalicelib.wholesale.errors import (
    QuoteRoundsOver,
    RequestClosed,
    WrongQuoteState,
)

HELD = timedelta(hours=72)
"""How long the goods of an accepted quotation are kept for the buyer to order them."""

MOST_SUPPLIERS = 50
"""Who may answer one request."""


class RequestState(StrEnum):
    """What became of a request. It leaves OPEN once."""

    OPEN = "open"
    AWARDED = "awarded"
    """A quotation was accepted."""
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class RequestAction(StrEnum):
    """What can be done with a request."""

    AWARD = "award"
    WITHDRAW = "withdraw"
    EXPIRE = "expire"


class TradeSide(StrEnum):
    """Who it is."""

    BUYER = "buyer"
    SUPPLIER = "supplier"
    CLOCK = "clock"

    @property
    def other(self) -> TradeSide:
        """The other side."""
        return TradeSide.SUPPLIER if self is TradeSide.BUYER else TradeSide.BUYER


REQUEST_MOVES: Mapping[tuple[RequestState, RequestAction], tuple[frozenset[TradeSide], RequestState]] = {
    (RequestState.OPEN, RequestAction.AWARD): (
        frozenset({TradeSide.BUYER, TradeSide.SUPPLIER}),
        RequestState.AWARDED,
    ),
    (RequestState.OPEN, RequestAction.WITHDRAW): (frozenset({TradeSide.BUYER}), RequestState.WITHDRAWN),
    (RequestState.OPEN, RequestAction.EXPIRE): (frozenset({TradeSide.CLOCK}), RequestState.EXPIRED),
}
"""The whole life of a request. A supplier awards it by accepting the buyer's counter-quotation."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The goods that a request is about, as the buyer saw them then."""

    listing_id: str
    store_id: str
    owner_id: str
    title: str
    price: Money
    """Of the cheapest variant, of so many pieces as she asks for."""


@dataclass(frozen=True, slots=True)
class QuoteRequest:
    """What a buyer asks for. Nothing of it changes after it is asked but what became of it."""

    id: str
    buyer_id: str
    title: str
    text: str
    category: str
    quantity: int
    currency: str
    target: Money | None
    """What a piece should cost, if she tells."""
    region: str
    """Where it is to go: a county's code."""
    about: Seen | None
    """Whose goods it is about; None: whoever is a supplier may answer."""
    asked_at: datetime
    closes_at: datetime
    state: RequestState = RequestState.OPEN
    suppliers: int = 0
    """How many have answered."""
    accepted: str | None = None
    """The quotation that it was awarded to."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """How a quotation is paid and carried out; shares are in basis points."""

    deposit: int
    balance_days: int
    forfeit: int
    ship_days: int
    inspect_days: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A price for so many pieces of a supplier's goods, by one side to the other."""

    id: str
    request_id: str
    buyer_id: str
    store_id: str
    owner_id: str
    listing_id: str
    variant_id: str
    title: str
    quantity: int
    price: Money
    """Of one piece."""
    conditions: Conditions
    text: str
    by: TradeSide
    round: int
    state: OfferState
    created_at: datetime
    expires_at: datetime
    reserved_until: datetime | None = None
    """Until when the goods are kept for the buyer."""

    @property
    def total(self) -> Money:
        """What it all costs."""
        return self.price * self.quantity

    def actor(self, side: TradeSide) -> Actor:
        """What a side is to it."""
        if side is TradeSide.CLOCK:
            return Actor.CLOCK
        return Actor.PROPOSER if side is self.by else Actor.RECEIVER

    def person(self, side: TradeSide) -> str:
        """Who hears of it on a side."""
        return self.buyer_id if side is TradeSide.BUYER else self.owner_id


def moved(request: QuoteRequest, action: RequestAction, side: TradeSide, *, now: datetime) -> RequestState:
    """The state of a request after an action. Raises RequestClosed.

    What is over is over, though the clock hasn't come by yet.
    """
    sides, after = REQUEST_MOVES.get((request.state, action), (frozenset[TradeSide](), request.state))
    late = now >= request.closes_at
    if side not in sides or late is not (side is TradeSide.CLOCK):
        raise RequestClosed
    return after


def refuse_closed(request: QuoteRequest, *, now: datetime) -> None:
    """May it be answered now? Raises RequestClosed."""
    if request.state is not RequestState.OPEN or now >= request.closes_at:
        raise RequestClosed


def transition(quote: Quote, action: Action, side: TradeSide, *, now: datetime) -> OfferState:
    """The state of a quotation after an action. Raises WrongQuoteState."""
    return haggling.transition(quote, action, quote.actor(side), now=now, otherwise=WrongQuoteState)


def next_round(before: Quote | None, *, now: datetime) -> int:
    """The number of a quotation after another one. Raises QuoteRoundsOver."""
    return haggling.next_round(before, now=now, otherwise=QuoteRoundsOver)


def is_answer(quote: Quote, side: TradeSide) -> bool:
    """Does a supplier answer with this what a buyer asked it?"""
    return side is TradeSide.SUPPLIER and quote.by is TradeSide.BUYER
