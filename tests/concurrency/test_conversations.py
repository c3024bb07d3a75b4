"""Two who speak or decide at one instant: one conversation, one outcome, and both are told the same."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from chalicelib.conversations import service as conversations
from chalicelib.conversations.offers import service as offers
from chalicelib.conversations.offers.rules import Action, Offer
from chalicelib.conversations.offers.service import Proposal
from chalicelib.conversations.rules import Kind, Message
from chalicelib.conversations.service import Wish
from chalicelib.foundation import clock
from chalicelib.listings.service import Listing
from chalicelib.orders import checkouts
from chalicelib.orders.rules import Checkout
from tests.concurrency.conftest import at_once, done, refusals
from tests.concurrency.test_races import a_listing, buy, home, in_wallet, somebody, stock_of


def opened(buyer: str, clip: Listing) -> str:
    return conversations.open_about(buyer, listing_id=clip.id, now=clock.now()).conversation.id


def offered(buyer: str, clip: Listing, *, talk: str | None = None, price: int = 900) -> Offer:
    return offers.propose(
        talk or opened(buyer, clip),
        caller=buyer,
        listing_id=clip.id,
        variant_id="v01",
        proposal=Proposal(price, 1),
        now=clock.now(),
    )


def answer(offer: Offer, action: Action, caller: str) -> Offer:
    return offers.answer(offer.conversation_id, offer.id, action, caller=caller, now=clock.now())


def messages_of(talk: str, caller: str) -> list[Message]:
    return conversations.history(talk, caller=caller, after=0, before=None, limit=100).messages


class TestTwoFirstMessages:
    def test_make_one_conversation_and_both_are_in_it(self, on_engine: Any) -> None:
        clip, li = a_listing(), somebody()

        def begin(text: str) -> str:
            talk = opened(li, clip)
            conversations.send(talk, author=li, wish=Wish(text, text), now=clock.now())
            return talk

        texts = [f"m{number}" for number in range(8)]
        results = at_once([partial(begin, text) for text in texts])

        assert refusals(results) == set()
        (talk,) = set(done(results))
        said = messages_of(talk, clip.owner_id)
        assert [one.seq for one in said] == list(range(1, 9))
        assert sorted(one.text for one in said) == texts
        inbox = conversations.of_store(
            clip.store_id, caller=clip.owner_id, assignee=None, limit=9, cursor=None
        )
        assert [one.conversation.id for one in inbox.items] == [talk]


class TestOneOffer:
    @pytest.mark.parametrize("round_", range(4))
    def test_accepted_and_retracted_at_once_has_one_outcome_that_both_are_told(
        self, on_engine: Any, round_: int
    ) -> None:
        clip, li = a_listing(stock=5), somebody()
        offer = offered(li, clip)
        accept = partial(answer, offer, Action.ACCEPT, clip.owner_id)
        retract = partial(answer, offer, Action.RETRACT, li)

        results = at_once([accept, retract, accept, retract])

        (ended,) = done(results)
        assert refusals(results) == {"wrong_offer_state"}
        for who in (li, clip.owner_id):
            assert offers.show(offer.conversation_id, offer.id, caller=who).state == ended.state
            cards = [one.card for one in messages_of(offer.conversation_id, who) if one.kind is Kind.OFFER]
            assert [card.state for card in cards if card] == ["pending", ended.state]
        assert stock_of(clip) == (4 if ended.state == "accepted" else 5)

    def test_for_the_same_goods_is_the_only_one_that_waits(self, on_engine: Any) -> None:
        clip, li = a_listing(), somebody()
        talk = opened(li, clip)

        results = at_once([partial(offered, li, clip, talk=talk, price=800 + n) for n in range(5)])

        assert refusals(results) <= {"too_fast"}
        states = sorted(offers.show(talk, one.id, caller=li).state for one in done(results))
        assert states == ["pending", *["superseded"] * (len(states) - 1)]


class TestTheLastPiece:
    @pytest.mark.parametrize("round_", range(3))
    def test_is_agreed_on_or_sold_but_not_both(self, on_engine: Any, round_: int) -> None:
        clip, li, zhao = a_listing(stock=1), somebody(), somebody(1_000)
        offer, address = offered(li, clip), home(zhao)

        results = at_once(
            [partial(answer, offer, Action.ACCEPT, clip.owner_id), partial(buy, zhao, address, clip)]
        )

        assert len(done(results)) == 1
        assert refusals(results) == {"sold_out"}
        assert stock_of(clip) == 0

    def test_that_was_agreed_on_is_bought_once(self, on_engine: Any) -> None:
        clip, li = a_listing(stock=1), somebody(2_000)
        agreed, address = answer(offered(li, clip), Action.ACCEPT, clip.owner_id), home(li)

        def pay() -> Checkout:
            selection = checkouts.select_offer(li, agreed.id, address_id=address)
            return checkouts.buy(li, selection, now=clock.now())

        results = at_once([pay] * 4)

        assert len(done(results)) == 1
        assert refusals(results) <= {"reservation_gone", "changed_meanwhile"}
        assert (stock_of(clip), in_wallet(li)) == (0, 1_100)
