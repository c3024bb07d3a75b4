"""Haggling: offers and counter-offers in a conversation, and what is agreed on.

An offer leaves `pending` by one conditional change, in the transaction that says so in the conversation: of
two who accept and retract at one instant one wins, and both are told the same. What is accepted is reserved
in listings at the agreed price, under the offer's id; a checkout uses that reservation and asks nothing here.
Cost: 2 reads at most, for staff 3; 1 transaction of 6 to 11 items and 1 or 2 events; and telling the devices.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from chalicelib.conversations import models as conversation_models
from chalicelib.conversations import posting
from chalicelib.conversations import service as conversations
from chalicelib.conversations.errors import Overtaken
from chalicelib.conversations.live import fanout
from chalicelib.conversations.live.frames import MessageFrame
from chalicelib.conversations.offers import models, rules
from chalicelib.conversations.offers.errors import OfferNotFound, OfferOpen
from chalicelib.conversations.offers.rules import Action, Actor, Offer, OfferState, Thresholds
from chalicelib.conversations.rules import Card, Conversation, Draft, Kind, Message, Seen, Side
from chalicelib.conversations.schemas import MessageView
from chalicelib.foundation import ids
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.money import Money
from chalicelib.foundation.observability import log
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.errors import ListingNotFound
from chalicelib.listings.reservations import service as reservations
from chalicelib.listings.reservations.service import Terms
from chalicelib.listings.service import Listing
from chalicelib.stores import service as stores
from chalicelib.stores.errors import NotPermitted
from chalicelib.stores.service import Scope

SWEEP_LIMIT = 25
"""The most offers of one shard that one sweep lets expire."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody proposes: so many of a variant at so much each, in minor units."""

    price: int
    quantity: int
    text: str = ""
    hours: int | None = None
    """For how long; None: as usual."""


_Said = tuple[Offer, Conversation, list[Message]]


def propose(
    conversation_id: str,
    *,
    caller: str,
    listing_id: str,
    variant_id: str,
    proposal: Proposal,
    now: datetime,
) -> Offer:
    """Make an offer for goods; one's own that still waits is superseded by it.

    What the merchant decided beforehand about a buyer's offer happens in the same step. Raises
    ConversationNotFound, NotPermitted, ListingNotFound, VariantNotFound, NotOnSale, SoldOut, OfferOpen,
    TooManyRounds, Blocked, TooFast, Busy.
    """
    return _tell(
        posting.in_turn(
            lambda: _propose(
                conversation_id,
                caller,
                listing_id=listing_id,
                variant_id=variant_id,
                proposal=proposal,
                now=now,
            )
        )
    )


def _propose(
    conversation_id: str,
    caller: str,
    *,
    listing_id: str,
    variant_id: str,
    proposal: Proposal,
    now: datetime,
) -> _Said:
    conversation, found, latest, thresholds = read_together(
        [
            conversation_models.conversation_want(conversation_id),
            listings.listing_want(listing_id),
            models.latest_want(conversation_id, listing_id, variant_id),
            models.thresholds_want(listing_id),
        ]
    )
    seen = conversations.seen_by(conversation, caller)
    listing = listings.on_sale(found)
    if listing is None or listing.store_id != conversation.store_id:
        raise ListingNotFound(field="listing_id")
    before: Offer | None = None
    if latest:
        (before,) = read_together([models.offer_want(conversation_id, latest)])
    waits = before is not None and before.state is OfferState.PENDING and now < before.expires_at
    if before and waits and before.actor(seen.side) is Actor.RECEIVER:
        raise OfferOpen
    offer = _offer(seen, (listing, variant_id), proposal, before, now)
    return _write(
        seen,
        offer,
        before,
        instead=Action.SUPERSEDE,
        caller=caller,
        text=proposal.text,
        listing=listing,
        thresholds=thresholds,
        now=now,
    )


def _offer(
    seen: Seen,
    variant: tuple[Listing, str],
    proposal: Proposal,
    before: Offer | None,
    now: datetime,
) -> Offer:
    listing, variant_id = variant
    chosen = listing.variant(variant_id)
    wanted = listings.Wanted(listing.id, variant_id, proposal.quantity, None)
    listings.sellable(listing, [wanted], field="quantity", now=now)
    lasts = rules.LASTS if proposal.hours is None else timedelta(hours=proposal.hours)
    return Offer(
        id=ids.new("off"),
        conversation_id=seen.conversation.id,
        store_id=seen.conversation.store_id,
        buyer_id=seen.conversation.buyer_id,
        listing_id=listing.id,
        variant_id=variant_id,
        title=f"{listing.title} {chosen.title}".strip(),
        quantity=proposal.quantity,
        price=Money(proposal.price, chosen.price.currency),
        by=seen.side,
        round=rules.next_round(before, now=now),
        state=OfferState.PENDING,
        created_at=now,
        expires_at=now + lasts,
    )


def counter(conversation_id: str, offer_id: str, *, caller: str, proposal: Proposal, now: datetime) -> Offer:
    """Answer an offer with another one. Raises as `propose` does, OfferNotFound and WrongOfferState."""
    return _tell(posting.in_turn(lambda: _counter(conversation_id, offer_id, caller, proposal, now)))


def _counter(conversation_id: str, offer_id: str, caller: str, proposal: Proposal, now: datetime) -> _Said:
    seen, before = _about_to(conversation_id, offer_id, Action.COUNTER, caller)
    rules.transition(before, Action.COUNTER, before.actor(seen.side), now=now)
    found, thresholds = read_together(
        [listings.listing_want(before.listing_id), models.thresholds_want(before.listing_id)]
    )
    listing = listings.on_sale(found)
    if listing is None:
        raise ListingNotFound(field="listing_id")
    offer = _offer(seen, (listing, before.variant_id), proposal, before, now)
    return _write(
        seen,
        offer,
        before,
        instead=Action.COUNTER,
        caller=caller,
        text=proposal.text,
        listing=listing,
        thresholds=thresholds,
        now=now,
    )


def _write(
    seen: Seen,
    offer: Offer,
    before: Offer | None,
    *,
    instead: Action,
    caller: str,
    text: str,
    listing: Listing,
    thresholds: Thresholds | None,
    now: datetime,
) -> _Said:
    """Store a new offer, and what the merchant decided about such a price."""
    drafts = [_draft(offer, seen.side, caller, text)]
    listed = listing.variant(offer.variant_id).price_at(now, quantity=offer.quantity)
    decision = None
    if seen.side is Side.BUYER and offer.quantity >= listing.lot.least:  # fewer she decides on herself
        decision = rules.decided(offer.price, listed, thresholds)
    with Transaction() as tx:
        posting.count(tx, caller, at=now)
        if before and before.state is OfferState.PENDING:
            _leave(tx, _superseded(before, instead, seen.side, now))
        if decision:
            offer = _decide(tx, offer, listing, decision, now)
            drafts.append(_draft(offer, Side.STORE, seen.conversation.owner_id, ""))
        tx.put(models.offer_item(offer))
        key, actions, condition = models.becoming_latest(offer, before)
        tx.update(key, actions, condition=condition, otherwise=Overtaken)
        after, messages = posting.post(tx, seen.conversation, drafts, at=now)
        tx.result(offer)
    return offer, after, messages


def _superseded(before: Offer, instead: Action, side: Side, now: datetime) -> Offer:
    if now >= before.expires_at:
        return replace(before, state=rules.transition(before, Action.EXPIRE, Actor.CLOCK, now=now))
    return replace(before, state=rules.transition(before, instead, before.actor(side), now=now))


def _leave(tx: Transaction, after: Offer) -> None:
    """Note that an offer waits no more: 1 item. On commit raises Overtaken."""
    tx.update(models.offer_key(after), models.leaving(after), condition=models.waiting(), otherwise=Overtaken)


def _decide(tx: Transaction, offer: Offer, listing: Listing, action: Action, now: datetime) -> Offer:
    if action is Action.ACCEPT:
        return _reserve(tx, offer, listing, now)
    return replace(offer, state=rules.transition(offer, action, Actor.RECEIVER, now=now))


def _reserve(tx: Transaction, offer: Offer, listing: Listing, now: datetime) -> Offer:
    """Accept an offer: what was agreed on is kept for the buyer. 1 item, 1 for the listing and 1 event."""
    accepted = replace(
        offer,
        state=rules.transition(offer, Action.ACCEPT, Actor.RECEIVER, now=now),
        reserved_until=now + rules.HELD,
    )
    reservations.reserve(
        tx,
        [listing],
        [reservations.Line(offer.listing_id, offer.variant_id, offer.quantity, offer.price)],
        holder=offer.buyer_id,
        reference=offer.id,
        until=now + rules.HELD,
        terms=Terms.AGREED,
        at=now,
    )
    return accepted


def _draft(offer: Offer, side: Side, author: str, text: str) -> Draft:
    """What a conversation says of an offer: what it is and what became of it."""
    card = Card(offer.id, offer.title, offer.total, state=offer.state.value)
    return Draft(Kind.OFFER, side, author, f"{offer.id}.{offer.state}", text, card)


def answer(conversation_id: str, offer_id: str, action: Action, *, caller: str, now: datetime) -> Offer:
    """Accept, decline or retract an offer. What is accepted is reserved for the buyer.

    Raises ConversationNotFound, NotPermitted, OfferNotFound, WrongOfferState, ListingNotFound, NotOnSale,
    VariantNotFound, SoldOut, Blocked, TooFast, Busy.
    """
    return _tell(posting.in_turn(lambda: _answer(conversation_id, offer_id, action, caller, now)))


def _answer(conversation_id: str, offer_id: str, action: Action, caller: str, now: datetime) -> _Said:
    seen, before = _about_to(conversation_id, offer_id, action, caller)
    state = rules.transition(before, action, before.actor(seen.side), now=now)
    listing = _goods(before) if state is OfferState.ACCEPTED else None
    with Transaction() as tx:
        posting.count(tx, caller, at=now)
        after = _reserve(tx, before, listing, now) if listing else replace(before, state=state)
        _leave(tx, after)
        conversation, messages = posting.post(
            tx, seen.conversation, [_draft(after, seen.side, caller, "")], at=now
        )
        tx.result(after)
    return after, conversation, messages


def _goods(offer: Offer) -> Listing:
    listing: Listing | None
    (listing,) = read_together([listings.listing_want(offer.listing_id)])
    if listing is None:
        raise ListingNotFound
    return listing


def _load(conversation_id: str, offer_id: str, caller: str) -> tuple[Seen, Offer]:
    conversation, offer = read_together(
        [
            conversation_models.conversation_want(conversation_id),
            models.offer_want(conversation_id, offer_id),
        ]
    )
    seen = conversations.seen_by(conversation, caller)
    if offer is None:
        raise OfferNotFound
    return seen, offer


def _about_to(conversation_id: str, offer_id: str, action: Action, caller: str) -> tuple[Seen, Offer]:
    seen, offer = _load(conversation_id, offer_id, caller)
    actor = offer.actor(seen.side)
    if not rules.may_ever(action, actor):
        raise NotPermitted(f"It isn't for the {actor} of an offer to {action} it.")
    return seen, offer


def show(conversation_id: str, offer_id: str, *, caller: str) -> Offer:
    """An offer, for both sides. 1 read, for staff 2.

    Raises ConversationNotFound, NotPermitted, OfferNotFound.
    """
    return _load(conversation_id, offer_id, caller)[1]


def _tell(said: _Said) -> Offer:
    offer, conversation, messages = said
    fanout.tell(conversation, [MessageFrame(message=MessageView.of(message)) for message in messages])
    return offer


def set_thresholds(listing_id: str, thresholds: Thresholds, *, caller: str) -> Thresholds:
    """Decide beforehand about buyers' offers for a listing. 1 read, for staff 2, 1 transaction of 1 item.

    Raises ListingNotFound, NotPermitted, BadThresholds.
    """
    rules.refuse_bad(thresholds)
    permitted(listing_id, caller, Scope.GOODS_EDIT)
    with Transaction() as tx:
        tx.update(models.thresholds_key(listing_id), models.deciding(thresholds))
        return tx.result(thresholds)


def thresholds_of(listing_id: str, *, caller: str) -> Thresholds:
    """What was decided beforehand about a listing's offers. 2 reads, for staff 3.

    Raises ListingNotFound, NotPermitted.
    """
    permitted(listing_id, caller, Scope.GOODS_READ)
    (found,) = read_together([models.thresholds_want(listing_id)])
    return found or Thresholds()


def permitted(listing_id: str, caller: str, scope: Scope) -> Listing:
    """A listing with which one may do this. 1 read, for staff 2. Raises ListingNotFound, NotPermitted."""
    listing: Listing | None
    (listing,) = read_together([listings.listing_want(listing_id)])
    if listing is None:
        raise ListingNotFound
    stores.permit(caller, scope, store_id=listing.store_id, owner=listing.owner_id, otherwise=ListingNotFound)
    return listing


def expire_due(now: datetime) -> int:
    """Let offers expire that nobody answered; answers how many.

    For each of 4 shards a query and, if anything is due, a read; for each that is due 1 read and 1
    transaction. One that fails is left for the next sweep and doesn't hold up the others.
    """
    expired = 0
    for wants in models.due_wants(now, limit=SWEEP_LIMIT):
        for offer in read_together(wants) if wants else []:
            expired += _expire(offer, now)
    return expired


def _expire(offer: Offer, now: datetime) -> bool:
    try:
        _tell(posting.in_turn(lambda: _expired(offer, now)))
        return True
    except DomainError:
        log.exception("offer not expired", extra={"offer_id": offer.id})
        return False


def _expired(offer: Offer, now: datetime) -> _Said:
    conversation, latest = read_together(
        [
            conversation_models.conversation_want(offer.conversation_id),
            models.offer_want(offer.conversation_id, offer.id),
        ]
    )
    after = replace(latest, state=rules.transition(latest, Action.EXPIRE, Actor.CLOCK, now=now))
    with Transaction() as tx:
        _leave(tx, after)
        told, messages = posting.note(tx, conversation, _draft(after, Side.SYSTEM, "clock", ""), at=now)
    return after, told, messages
