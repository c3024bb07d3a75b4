"""The routes of offers."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.conversations.errors import Blocked, ConversationNotFound, TooFast
from chalicelib.conversations.offers import many, service
from chalicelib.conversations.offers.errors import (
    BadThresholds,
    OfferNotFound,
    OfferOpen,
    TooManyRounds,
    WrongOfferState,
)
from chalicelib.conversations.offers.many import Made
from chalicelib.conversations.offers.rules import Action, Offer, Thresholds
from chalicelib.conversations.offers.schemas import (
    CounterOffer,
    NewOffer,
    OffersMadeView,
    OfferThresholds,
    OfferToAskers,
    OfferToFans,
    PriceOfferView,
)
from chalicelib.conversations.offers.service import Proposal
from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile, DomainError
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import BadCursor
from chalicelib.listings.errors import (
    ListingNotFound,
    NotOnSale,
    ReservationExists,
    SoldOut,
    VariantNotFound,
)
from chalicelib.stores.errors import NotPermitted

bp = Routes(__name__)

_TAKES_PART: tuple[type[DomainError], ...] = (ConversationNotFound, NotPermitted)
_SPEAKS = (*_TAKES_PART, Blocked, TooFast, ChangedMeanwhile)
_GOODS = (ListingNotFound, VariantNotFound, NotOnSale, SoldOut, ReservationExists)
_MOVES = (*_SPEAKS, OfferNotFound, WrongOfferState)


@bp.post(
    "/conversations/{conversation_id}/offers",
    answers=PriceOfferView,
    status=HTTPStatus.CREATED,
    raises=(*_SPEAKS, *_GOODS, OfferOpen, TooManyRounds),
)
def make_offer(conversation_id: str, caller: Caller, body: NewOffer) -> Offer:
    """Make an offer for some goods; one's own that still waits is superseded by it."""
    return service.propose(
        conversation_id,
        caller=caller.person_id,
        listing_id=body.listing_id,
        variant_id=body.variant_id,
        proposal=_proposal(body),
        now=clock.now(),
    )


def _proposal(body: CounterOffer) -> Proposal:
    return Proposal(body.price, body.quantity, body.text, body.hours)


@bp.get(
    "/conversations/{conversation_id}/offers/{offer_id}",
    answers=PriceOfferView,
    raises=(*_TAKES_PART, OfferNotFound),
)
def show_offer(conversation_id: str, offer_id: str, caller: Caller) -> Offer:
    """See an offer and what became of it."""
    return service.show(conversation_id, offer_id, caller=caller.person_id)


@bp.post(
    "/conversations/{conversation_id}/offers/{offer_id}/accept",
    answers=PriceOfferView,
    raises=(*_MOVES, *_GOODS),
)
def accept_offer(conversation_id: str, offer_id: str, caller: Caller) -> Offer:
    """Accept an offer: its goods are kept for the buyer at that price."""
    return _answer(conversation_id, offer_id, Action.ACCEPT, caller)


@bp.post("/conversations/{conversation_id}/offers/{offer_id}/decline", answers=PriceOfferView, raises=_MOVES)
def decline_offer(conversation_id: str, offer_id: str, caller: Caller) -> Offer:
    """Decline an offer."""
    return _answer(conversation_id, offer_id, Action.DECLINE, caller)


@bp.post("/conversations/{conversation_id}/offers/{offer_id}/retract", answers=PriceOfferView, raises=_MOVES)
def retract_offer(conversation_id: str, offer_id: str, caller: Caller) -> Offer:
    """Take one's own offer back."""
    return _answer(conversation_id, offer_id, Action.RETRACT, caller)


def _answer(conversation_id: str, offer_id: str, action: Action, caller: Caller) -> Offer:
    return service.answer(conversation_id, offer_id, action, caller=caller.person_id, now=clock.now())


@bp.post(
    "/conversations/{conversation_id}/offers/{offer_id}/counter",
    answers=PriceOfferView,
    status=HTTPStatus.CREATED,
    raises=(*_MOVES, *_GOODS, TooManyRounds),
)
def counter_offer(conversation_id: str, offer_id: str, caller: Caller, body: CounterOffer) -> Offer:
    """Answer an offer with another one."""
    return service.counter(
        conversation_id, offer_id, caller=caller.person_id, proposal=_proposal(body), now=clock.now()
    )


@bp.put(
    "/listings/{listing_id}/askers-offer",
    answers=OffersMadeView,
    raises=(TooFast, ChangedMeanwhile, NotPermitted, BadCursor, *_GOODS),
)
def offer_to_askers(listing_id: str, caller: Caller, body: OfferToAskers) -> Made:
    """Make one offer to the buyers who have asked about goods, 20 at a time."""
    return many.propose_to_askers(
        listing_id,
        variant_id=body.variant_id,
        proposal=_proposal(body),
        caller=caller.person_id,
        cursor=body.cursor,
        now=clock.now(),
    )


@bp.put(
    "/listings/{listing_id}/favourites-offer",
    answers=OffersMadeView,
    raises=(TooFast, ChangedMeanwhile, NotPermitted, BadCursor, *_GOODS),
)
def offer_to_fans(listing_id: str, caller: Caller, body: OfferToFans) -> Made:
    """Make one offer to the buyers who keep goods in mind, 20 at a time."""
    return many.propose_to_fans(
        listing_id,
        variant_id=body.variant_id,
        proposal=_proposal(body),
        caller=caller.person_id,
        cursor=body.cursor,
        now=clock.now(),
    )


@bp.get(
    "/listings/{listing_id}/offer-thresholds",
    answers=OfferThresholds,
    raises=(ListingNotFound, NotPermitted),
)
def show_thresholds(listing_id: str, caller: Caller) -> Thresholds:
    """See what happens by itself to buyers' offers for a listing."""
    return service.thresholds_of(listing_id, caller=caller.person_id)


@bp.put(
    "/listings/{listing_id}/offer-thresholds",
    answers=OfferThresholds,
    raises=(ListingNotFound, NotPermitted, BadThresholds),
)
def set_thresholds(listing_id: str, caller: Caller, body: OfferThresholds) -> Thresholds:
    """Decide beforehand which of buyers' offers are accepted or declined by themselves."""
    wish = Thresholds(body.accept_from, body.decline_below)
    return service.set_thresholds(listing_id, wish, caller=caller.person_id)
