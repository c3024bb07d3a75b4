"""One offer of a merchant's to all who have asked about some goods, or marked them, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chalicelib.conversations import models as conversation_models
from chalicelib.conversations import service as conversations
from chalicelib.conversations.errors import Blocked
from chalicelib.conversations.models import AskedItem
from chalicelib.conversations.offers import models, service
from chalicelib.conversations.offers.errors import OfferOpen, TooManyRounds
from chalicelib.conversations.offers.rules import Offer, OfferState
from chalicelib.conversations.offers.service import Proposal
from chalicelib.conversations.rules import Side, conversation_id
from chalicelib.foundation import paging
from chalicelib.foundation.tables import read_together
from chalicelib.listings import service as listings
from chalicelib.listings.errors import NotOnSale
from chalicelib.listings.favourites import service as favourites
from chalicelib.listings.service import Listing
from chalicelib.stores.service import Scope

PAGE = 20
"""The most buyers whom one request makes an offer to."""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a page: how many were made an offer, who has the same one, and who gets none now."""

    sent: int
    unchanged: int
    passed_over: int
    """They have blocked the store, have made an offer that waits for an answer, or have haggled too long."""
    cursor: str | None
    """Where the next page begins; None: there is nobody more."""


def propose_to_askers(
    listing_id: str, *, variant_id: str, proposal: Proposal, caller: str, cursor: str | None, now: datetime
) -> Made:
    """Make an offer to those who have asked about goods. To ask for the same again changes nothing.

    1 read, for staff 2, 1 query, 2 reads, and for each who has no such offer yet what `propose` costs. Raises
    ListingNotFound, NotPermitted, BadCursor, and what `propose` raises of goods and pace: some have it then.
    """
    service.permitted(listing_id, caller, Scope.CHAT)
    asked = paging.query(AskedItem, conversation_models.asked_key(listing_id), limit=PAGE, cursor=cursor)
    talks = [item.sk for item in asked.items]
    sent, unchanged = _propose(talks, listing_id, variant_id, proposal, caller=caller, now=now)
    return Made(sent, unchanged, len(talks) - sent - unchanged, asked.cursor)


def propose_to_fans(
    listing_id: str, *, variant_id: str, proposal: Proposal, caller: str, cursor: str | None, now: datetime
) -> Made:
    """Make an offer to those who marked goods as favourites, in a new conversation where there is none.

    As `propose_to_askers`; 1 read more, and for each without a conversation what `open_with` costs. The
    store's owner, and who asks this, are passed over.
    """
    listing = service.permitted(listing_id, caller, Scope.CHAT)
    if listings.on_sale(listing) is None:
        raise NotOnSale
    listing.variant(variant_id)
    fans = favourites.fans_of(listing_id, limit=PAGE, cursor=cursor)
    buyers = [person for person in fans.items if person not in (listing.owner_id, caller)]
    talks = _talks(listing, buyers, now)
    sent, unchanged = _propose(talks, listing_id, variant_id, proposal, caller=caller, now=now)
    return Made(sent, unchanged, len(fans.items) - sent - unchanged, fans.cursor)


def _talks(listing: Listing, buyers: Sequence[str], now: datetime) -> list[str]:
    """The conversations of a listing's store with some buyers, begun where there is none."""
    wanted = [conversation_id(listing.store_id, buyer) for buyer in buyers]
    found = read_together([conversation_models.conversation_want(one) for one in wanted]) if wanted else []
    for buyer, there in zip(buyers, found, strict=True):
        if there is None:
            conversations.open_with(
                buyer, store_id=listing.store_id, listing_id=listing.id, title=listing.title, now=now
            )
    return wanted


def _propose(
    talks: Sequence[str], listing_id: str, variant_id: str, proposal: Proposal, *, caller: str, now: datetime
) -> tuple[int, int]:
    """Make an offer in some conversations; answers in how many, and in how many the same one waits."""
    sent = unchanged = 0
    for talk, before in zip(talks, _latest(talks, listing_id, variant_id), strict=True):
        if before and _is_same(before, proposal, now):
            unchanged += 1
            continue
        try:
            service.propose(
                talk, caller=caller, listing_id=listing_id, variant_id=variant_id, proposal=proposal, now=now
            )
            sent += 1
        except (Blocked, OfferOpen, TooManyRounds):
            continue
    return sent, unchanged


def _latest(talks: Sequence[str], listing_id: str, variant_id: str) -> list[Offer | None]:
    """The latest offers for a variant in some conversations. 2 reads at most."""
    if not talks:
        return []
    ids = read_together([models.latest_want(talk, listing_id, variant_id) for talk in talks])
    wants = {talk: models.offer_want(talk, id_) for talk, id_ in zip(talks, ids, strict=True) if id_}
    found = dict(zip(wants, read_together(list(wants.values())), strict=True)) if wants else {}
    return [found.get(talk) for talk in talks]


def _is_same(offer: Offer, proposal: Proposal, now: datetime) -> bool:
    """Does this very offer of the store's wait already?"""
    waits = offer.state is OfferState.PENDING and now < offer.expires_at and offer.by is Side.STORE
    return waits and (offer.price.amount, offer.quantity) == (proposal.price, proposal.quantity)
