from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from chalicelib.conversations import posting
from chalicelib.conversations.offers import many, rules, service
from chalicelib.conversations.offers.rules import Action, Actor, OfferState, Thresholds
from chalicelib.conversations.rules import Side
from chalicelib.foundation import clock
from chalicelib.foundation.money import Money
from chalicelib.listings.reservations import service as reservations
from tests.api import Api, Reply
from tests.unit import world
from tests.unit.conftest import calls
from tests.unit.conversations.talks import a_device, a_talk, messages_of, posted, seen
from tests.unit.stores.crew import says
from tests.unit.world import LI, MEI, ZHAO, made


def try_offering(who: Api, talk: Any, listing: Any, price: int = 900, **more: Any) -> Reply:
    wish = {"listing_id": listing["id"], "variant_id": "v01", "price": price, "quantity": 1, **more}
    return who.post(f"/conversations/{talk['id']}/offers", wish)


def offered(who: Api, talk: Any, listing: Any, price: int = 900, **more: Any) -> Any:
    return made(try_offering(who, talk, listing, price, **more))


def try_(who: Api, offer: Any, what: str, **body: Any) -> Reply:
    path = f"/conversations/{offer['conversation_id']}/offers/{offer['id']}/{what}"
    return who.post(path, body or None)


def do(who: Api, offer: Any, what: str, **body: Any) -> Any:
    return made(try_(who, offer, what, **body))


def state_of(offer: Any, who: Api = LI) -> str:
    path = f"/conversations/{offer['conversation_id']}/offers/{offer['id']}"
    state: str = made(who.get(path))["state"]
    return state


def try_buying(buyer: Api, offer: Any, **more: Any) -> Reply:
    wish = {"address_id": world.an_address(buyer), "offer_id": offer["id"], **more}
    return buyer.post("/checkouts", wish)


@pytest.fixture
def clip() -> Any:
    return world.a_listing(price=1_000, stock=3)


@pytest.fixture
def talk(clip: Any) -> Any:
    return a_talk(listing=clip)


class TestHaggling:
    def test_goes_by_offer_and_counter_offer_to_an_agreement(self, talk: Any, clip: Any) -> None:
        first = offered(LI, talk, clip, 700, quantity=2, text="两个便宜点？")
        second = do(MEI, first, "counter", price=900, quantity=2)
        third = do(LI, second, "counter", price=800, quantity=2)
        agreed = do(MEI, third, "accept")
        assert [state_of(one) for one in (first, second, third)] == ["countered", "countered", "accepted"]
        assert (agreed["round"], agreed["total"]["amount"]) == (3, 1_600)
        assert world.stock_of(clip) == 1
        said = [(one["side"], one["card"]["state"]) for one in messages_of(LI, talk)]
        assert said == [
            ("buyer", "pending"),
            ("store", "pending"),
            ("buyer", "pending"),
            ("store", "accepted"),
        ]

    def test_may_be_begun_by_the_merchant(self, talk: Any, clip: Any) -> None:
        offer = offered(MEI, talk, clip, 850)
        assert do(LI, offer, "accept")["by"] == "store"

    @pytest.mark.parametrize(
        ("who", "what", "after"), [(MEI, "decline", "declined"), (LI, "retract", "retracted")]
    )
    def test_may_end_without_one(self, talk: Any, clip: Any, who: Api, what: str, after: str) -> None:
        offer = offered(LI, talk, clip)
        assert do(who, offer, what)["state"] == after
        for other in ("accept", "decline"):
            says(try_(MEI, offer, other), 409, "wrong_offer_state")
        assert world.stock_of(clip) == 3

    @pytest.mark.parametrize(("who", "what"), [(LI, "accept"), (LI, "decline"), (MEI, "retract")])
    def test_is_not_for_the_other_side(self, talk: Any, clip: Any, who: Api, what: str) -> None:
        says(try_(who, offered(LI, talk, clip), what), 403, "not_permitted")

    def test_has_one_live_offer_for_a_variant(self, talk: Any, clip: Any) -> None:
        first = offered(LI, talk, clip, 700)
        second = offered(LI, talk, clip, 750)
        assert (state_of(first), state_of(second)) == ("superseded", "pending")
        says(try_offering(MEI, talk, clip), 409, "offer_open")

    def test_ends_after_ten_rounds(self, talk: Any, clip: Any) -> None:
        offer = offered(LI, talk, clip)
        for number in range(rules.MOST_ROUNDS - 1):
            offer = do((MEI, LI)[number % 2], offer, "counter", price=900, quantity=1)
        says(try_(LI, offer, "counter", price=900, quantity=1), 409, "too_many_rounds")
        do(LI, offer, "decline")
        says(try_offering(LI, talk, clip), 409, "too_many_rounds")

    def test_of_more_than_there_is_is_refused(self, talk: Any, clip: Any) -> None:
        says(try_offering(LI, talk, clip, quantity=4), 409, "sold_out")

    def test_of_what_was_sold_meanwhile_is_not_accepted(self, talk: Any, clip: Any) -> None:
        offer = offered(LI, talk, clip, quantity=3)
        world.a_paid_order(ZHAO, listing=clip)
        says(try_(MEI, offer, "accept"), 409, "sold_out")
        assert state_of(offer) == "pending"

    def test_expires_and_tells_so(self, talk: Any, clip: Any) -> None:
        offer = offered(LI, talk, clip, hours=1)
        with clock.stopped_at(clock.now() + timedelta(hours=1)):
            says(try_(MEI, offer, "accept"), 409, "wrong_offer_state")
            assert service.expire_due(clock.now()) == 1
            assert service.expire_due(clock.now()) == 0
        assert state_of(offer) == "expired"
        last = messages_of(LI, talk)[-1]
        assert (last["side"], last["card"]["state"]) == ("system", "expired")
        assert seen(LI, talk)["unread"] == 0

    def test_is_told_to_both_sides_devices(self, talk: Any, clip: Any) -> None:
        device = a_device(LI)
        offer = offered(LI, talk, clip)
        with posted() as told:
            do(MEI, offer, "accept")
        ((connection, frame),) = told
        assert (connection, frame["message"]["card"]["state"]) == (device, "accepted")

    def test_costs_the_same_at_every_offer(self, talk: Any, clip: Any) -> None:
        offer = offered(LI, talk, clip)
        with calls() as made_calls:
            do(MEI, offer, "accept")
        assert made_calls[:3] == ["BatchGetItem", "BatchGetItem", "TransactWriteItems"]


class TestAnOfferToAllWhoAsked:
    WISH: ClassVar = {"variant_id": "v01", "price": 850, "quantity": 1, "text": "今天特价"}

    def test_reaches_each_of_them_once_by_pages(self, clip: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(many, "PAGE", 1)
        talks = {who.person: a_talk(who, listing=clip) for who in (LI, ZHAO)}
        path, cursor = f"/listings/{clip['id']}/askers-offer", None
        for _ in range(3):
            made_ = made(MEI.put(path, self.WISH | {"cursor": cursor}))
            if (cursor := made_["cursor"]) is None:
                break
        for who in (LI, ZHAO):
            (message,) = messages_of(who, talks[who.person])
            assert (message["card"]["price"]["amount"], message["text"]) == (850, "今天特价")
        monkeypatch.setattr(many, "PAGE", 20)
        again = made(MEI.put(path, self.WISH))
        assert (again["sent"], again["unchanged"], again["passed_over"]) == (0, 2, 0)

    def test_passes_over_who_waits_for_an_answer_or_wants_to_hear_nothing(self, clip: Any, talk: Any) -> None:
        offered(LI, talk, clip)
        other = a_talk(ZHAO, listing=clip)
        made(ZHAO.post(f"/conversations/{other['id']}/block"))
        told = made(MEI.put(f"/listings/{clip['id']}/askers-offer", self.WISH))
        assert (told["sent"], told["passed_over"], told["cursor"]) == (0, 2, None)

    def test_is_for_the_store_to_make(self, clip: Any, talk: Any) -> None:
        says(LI.put(f"/listings/{clip['id']}/askers-offer", self.WISH), 404, "listing_not_found")


class TestAnOfferToAllWhoMarkedThem:
    WISH: ClassVar = {"variant_id": "v01", "price": 850, "quantity": 1, "text": "今天特价"}

    def test_reaches_each_of_them_once_and_begins_a_conversation_where_there_is_none(
        self, clip: Any, talk: Any
    ) -> None:
        for who in (LI, ZHAO, MEI):
            made(who.put(f"/favourites/{clip['id']}"))
        told = made(MEI.put(f"/listings/{clip['id']}/favourites-offer", self.WISH))
        assert (told["sent"], told["passed_over"], told["cursor"]) == (2, 1, None)
        for who in (LI, ZHAO):
            (met,) = made(who.get("/conversations"))["items"]
            (message,) = messages_of(who, met)
            assert (message["card"]["price"]["amount"], message["text"]) == (850, "今天特价")
        again = made(MEI.put(f"/listings/{clip['id']}/favourites-offer", self.WISH))
        assert (again["sent"], again["unchanged"], again["passed_over"]) == (0, 2, 1)

    def test_makes_nobody_one_who_asked(self, clip: Any) -> None:
        made(ZHAO.put(f"/favourites/{clip['id']}"))
        made(MEI.put(f"/listings/{clip['id']}/favourites-offer", self.WISH))
        told = made(MEI.put(f"/listings/{clip['id']}/askers-offer", self.WISH | {"price": 800}))
        assert told["sent"] == 0

    def test_goes_by_pages(self, clip: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(many, "PAGE", 1)
        for who in (LI, ZHAO):
            made(who.put(f"/favourites/{clip['id']}"))
        sent, cursor = 0, None
        for _ in range(3):
            told = made(MEI.put(f"/listings/{clip['id']}/favourites-offer", self.WISH | {"cursor": cursor}))
            sent, cursor = sent + told["sent"], told["cursor"]
            if cursor is None:
                break
        assert sent == 2

    def test_is_for_goods_on_sale_and_for_the_store_to_make(self, clip: Any) -> None:
        path = f"/listings/{clip['id']}/favourites-offer"
        says(LI.put(path, self.WISH), 404, "listing_not_found")
        made(MEI.post(f"/listings/{clip['id']}/withdraw"))
        says(MEI.put(path, self.WISH), 409, "not_on_sale")


class TestAtOneInstant:
    """She accepts while he takes it back: one of them wins, and both see the same."""

    @pytest.mark.parametrize(("first", "second"), [("accept", "retract"), ("retract", "accept")])
    def test_one_of_two_wins(
        self, talk: Any, clip: Any, first: str, second: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        offer = offered(LI, talk, clip)
        who = {"accept": MEI, "retract": LI}
        real, done = posting.post, []

        def meanwhile(*args: Any, **kwargs: Any) -> Any:
            if not done:
                done.append(True)
                do(who[first], offer, first)
            return real(*args, **kwargs)

        monkeypatch.setattr(posting, "post", meanwhile)
        says(try_(who[second], offer, second), 409, "wrong_offer_state")
        ended = {"accept": "accepted", "retract": "retracted"}[first]
        assert (state_of(offer, LI), state_of(offer, MEI)) == (ended, ended)
        assert world.stock_of(clip) == (2 if first == "accept" else 3)


class TestThresholds:
    def test_accept_and_decline_by_themselves(self, talk: Any, clip: Any) -> None:
        wish = {"accept_from": 9_000, "decline_below": 6_000}
        assert made(MEI.put(f"/listings/{clip['id']}/offer-thresholds", wish)) == wish
        assert made(MEI.get(f"/listings/{clip['id']}/offer-thresholds")) == wish
        states = [offered(LI, talk, clip, price)["state"] for price in (599, 600, 900)]
        assert states == ["declined", "pending", "accepted"]
        assert world.stock_of(clip) == 2
        assert messages_of(LI, talk)[-1]["side"] == "store"

    def test_that_contradict_each_other_are_refused(self, clip: Any) -> None:
        wish = {"accept_from": 5_000, "decline_below": 6_000}
        says(MEI.put(f"/listings/{clip['id']}/offer-thresholds", wish), 422, "bad_thresholds")

    @given(st.integers(1, 10**10), st.integers(1, 10**10), st.integers(1, 20_000), st.integers(0, 5_000))
    def test_decide_one_thing_at_most(self, price: int, listed: int, low: int, more: int) -> None:
        thresholds = Thresholds(accept_from=low + more, decline_below=low)
        action = rules.decided(Money(price, "CNY"), Money(listed, "CNY"), thresholds)
        assert (action is Action.ACCEPT) == (price * 10_000 >= listed * (low + more))
        assert (action is Action.DECLINE) == (price * 10_000 < listed * low)


class TestBuying:
    def test_what_was_agreed_on_costs_what_was_agreed(self, talk: Any, clip: Any) -> None:
        agreed = do(MEI, offered(LI, talk, clip, 800, quantity=2), "accept")
        made(MEI.patch(f"/listings/{clip['id']}", {"variants": [{"id": "v01", "price": 5_000}]}))
        world.money_for(LI, 10_000)
        (order,) = made(try_buying(LI, agreed))["orders"]
        assert (order["total"]["amount"], order["lines"][0]["quantity"]) == (1_600, 2)
        assert (world.in_wallet(LI), world.stock_of(clip)) == (8_400, 1)

    def test_is_possible_once(self, talk: Any, clip: Any) -> None:
        agreed = do(MEI, offered(LI, talk, clip), "accept")
        world.money_for(LI)
        made(try_buying(LI, agreed))
        says(try_buying(LI, agreed), 409, "reservation_gone")

    def test_is_possible_for_its_buyer_alone(self, talk: Any, clip: Any) -> None:
        agreed = do(MEI, offered(LI, talk, clip), "accept")
        world.money_for(ZHAO)
        says(try_buying(ZHAO, agreed), 404, "reservation_not_found")

    def test_is_not_possible_before_it_is_accepted(self, talk: Any, clip: Any) -> None:
        world.money_for(LI)
        says(try_buying(LI, offered(LI, talk, clip)), 404, "reservation_not_found")

    def test_is_not_possible_when_its_time_is_over_and_the_stock_is_back(self, talk: Any, clip: Any) -> None:
        agreed = do(MEI, offered(LI, talk, clip), "accept")
        world.money_for(LI)
        with clock.stopped_at(clock.now() + rules.HELD):
            says(try_buying(LI, agreed), 409, "reservation_gone")
            assert reservations.lapse_due(clock.now()) == 1
            says(try_buying(LI, agreed), 409, "reservation_gone")
        assert world.stock_of(clip) == 3

    def test_by_card_keeps_the_goods_until_it_is_paid(self, talk: Any, clip: Any) -> None:
        agreed = do(MEI, offered(LI, talk, clip, 800), "accept")
        checkout = made(try_buying(LI, agreed, pay_from="gateway"))
        assert (checkout["total"]["amount"], world.stock_of(clip)) == (800, 2)
        paid = made(LI.post(f"/checkouts/{checkout['id']}/complete", {"method": "pm_card_visa"}))
        assert (paid["state"], world.stock_of(clip)) == ("placed", 2)
        says(try_buying(LI, agreed), 409, "reservation_gone")

    def test_by_card_that_is_given_up_gives_the_goods_back(self, talk: Any, clip: Any) -> None:
        agreed = do(MEI, offered(LI, talk, clip, 800), "accept")
        checkout = made(try_buying(LI, agreed, pay_from="gateway"))
        made(LI.post(f"/checkouts/{checkout['id']}/cancel"))
        assert world.stock_of(clip) == 3

    def test_with_something_else_is_refused(self, talk: Any, clip: Any) -> None:
        agreed = do(MEI, offered(LI, talk, clip), "accept")
        says(try_buying(LI, agreed, line_ids=["lin_1"]), 422, "invalid")


class OfferMachine(RuleBasedStateMachine):
    """Whatever the two and the clock try, in any order: the table decides, and the stock adds up."""

    @initialize()
    def begin(self) -> None:
        self.now = clock.now()
        self.state = OfferState.PENDING
        self.offer = rules.Offer(
            id="off_1", conversation_id="cnv_1", store_id="sto_1", buyer_id="per_1", listing_id="lst_1",
            variant_id="v01", title="", quantity=1, price=Money(1, "CNY"), by=Side.BUYER, round=1,
            state=OfferState.PENDING, created_at=self.now, expires_at=self.now + rules.LASTS,
        )  # fmt: skip
        self.moves = 0

    @rule(action=st.sampled_from(Action), actor=st.sampled_from(Actor), hours=st.sampled_from([0, 1, 47, 48]))
    def try_(self, action: Action, actor: Actor, hours: int) -> None:
        from dataclasses import replace

        at = self.now + timedelta(hours=hours)
        late = at >= self.offer.expires_at
        wanted = rules.MOVES.get((self.offer.state, action))
        possible = wanted is not None and wanted[0] is actor and late == (actor is Actor.CLOCK)
        try:
            after = rules.transition(self.offer, action, actor, now=at)
        except rules.WrongOfferState:
            assert not possible
            return
        assert possible and wanted and after is wanted[1]
        self.offer = replace(self.offer, state=after)
        self.moves += 1

    @precondition(lambda self: self.offer.state is not OfferState.PENDING)
    @rule(action=st.sampled_from(Action), actor=st.sampled_from(Actor))
    def nothing_moves_what_has_ended(self, action: Action, actor: Actor) -> None:
        with pytest.raises(rules.WrongOfferState):
            rules.transition(self.offer, action, actor, now=self.now)

    @invariant()
    def it_leaves_pending_once(self) -> None:
        assert self.moves == (self.offer.state is not OfferState.PENDING)


TestTheLifeOfAnOffer = OfferMachine.TestCase
TestTheLifeOfAnOffer.settings = settings(
    max_examples=60, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
