"""Requests for quotation, quotations, and agreeing on one of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation import clock
from chalicelib.listings.reservations import service as reservations
from chalicelib.wholesale.errors import RequestClosed
from chalicelib.wholesale.quotes import rules, service
from chalicelib.wholesale.quotes.rules import QuoteRequest, RequestAction, RequestState, TradeSide
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls
from tests.unit.wholesale.trade import (
    FACTORY,
    SHOP,
    a_quote,
    a_request,
    a_supplier,
    an_agreed_quote,
    answering,
    ordering,
    quoting,
    wares,
)
from tests.unit.world import LI, ZHAO, made, stock_of

AT = datetime(2026, 3, 1, tzinfo=UTC)


def a_plain_request(state: RequestState) -> QuoteRequest:
    closes = AT + timedelta(days=7)
    return QuoteRequest(
        "rfq_1", "per_b", "Clips", "", "hair", 100, "CNY", None, "330782", None, AT, closes, state
    )


class TestARequestsLife:
    @given(
        st.sampled_from(RequestState),
        st.sampled_from(RequestAction),
        st.sampled_from(TradeSide),
        st.integers(0, 14),
    )
    def test_is_what_the_table_says_and_nothing_else(
        self, state: RequestState, action: RequestAction, side: TradeSide, days: int
    ) -> None:
        sides, after = rules.REQUEST_MOVES.get((state, action), (frozenset(), None))
        fits = side in sides and (days >= 7) is (side is TradeSide.CLOCK)
        if fits:
            now = AT + timedelta(days=days)
            assert rules.moved(a_plain_request(state), action, side, now=now) is after
        else:
            with pytest.raises(RequestClosed):
                rules.moved(a_plain_request(state), action, side, now=AT + timedelta(days=days))


class TestAsking:
    def test_is_seen_by_all_suppliers_as_it_was_asked(self) -> None:
        request = a_request()
        shown = made(FACTORY.get("/open-requests?category=hair"))["items"]
        assert [one["id"] for one in shown] == [request["id"]]
        assert made(FACTORY.get(f"/quote-requests/{request['id']}")) == request

    def test_keeps_what_the_goods_were_when_it_is_about_some(self) -> None:
        listing = wares()
        request = a_request(listing_id=listing["id"])
        made(FACTORY.patch(f"/listings/{listing['id']}", {"title": "Another"}))

        about = made(SHOP.get(f"/quote-requests/{request['id']}"))["about"]
        assert (about["title"], about["price"]["amount"]) == ("Hair clip", 600)
        assert made(FACTORY.get("/open-requests?category=hair"))["items"] == []
        assert ZHAO.get(f"/quote-requests/{request['id']}").status == 404

    def test_can_be_withdrawn_once(self) -> None:
        request = a_request()
        assert made(SHOP.post(f"/quote-requests/{request['id']}/withdraw"))["state"] == "withdrawn"
        assert SHOP.post(f"/quote-requests/{request['id']}/withdraw").json["code"] == "request_closed"
        assert made(FACTORY.get("/open-requests?category=hair"))["items"] == []


class TestQuoting:
    def test_is_for_verified_suppliers(self) -> None:
        listing = world.a_listing(FACTORY, stock=200)
        assert quoting(a_request(), listing).json["code"] == "not_a_supplier"

    def test_by_whoever_is_asked_alone_needs_no_verification(self) -> None:
        listing = world.a_listing(FACTORY, stock=200)
        request = a_request(listing_id=listing["id"])
        a_quote(request, listing)
        other = world.a_listing(ZHAO, stock=200)
        assert quoting(request, other, by=ZHAO).status == 404

    def test_is_told_to_the_buyer_who_compares_all(self) -> None:
        request, listing = a_request(), wares()
        other = wares(ZHAO, store=a_supplier(ZHAO, name="Other"))
        quotes = [a_quote(request, listing), a_quote(request, other, by=ZHAO, price=540)]

        shown = made(SHOP.get(f"/quote-requests/{request['id']}/quotes"))["items"]
        assert {one["id"] for one in shown} == {one["id"] for one in quotes}
        assert FACTORY.get(f"/quote-requests/{request['id']}/quotes").status == 404
        assert FACTORY.get(f"/quote-requests/{request['id']}/quotes/{quotes[1]['id']}").status == 404

    def test_again_supersedes_what_waits(self) -> None:
        request, listing = a_request(), wares()
        first, second = a_quote(request, listing), a_quote(request, listing, price=520)
        shown = made(FACTORY.get(f"/stores/{listing['store_id']}/quotes"))["items"]
        assert {one["id"]: one["state"] for one in shown} == {
            first["id"]: "superseded",
            second["id"]: "pending",
        }
        assert made(SHOP.get(f"/quote-requests/{request['id']}"))["suppliers"] == 1

    def test_reads_twice_and_writes_once(self) -> None:
        request, listing = a_request(), wares()
        with calls() as made_calls:
            a_quote(request, listing)
        assert made_calls.count("BatchGetItem") == 1
        assert made_calls.count("TransactWriteItems") == 1


class TestHaggling:
    def test_goes_to_and_fro_until_one_side_accepts(self) -> None:
        request, listing = a_request(), wares()
        first = a_quote(request, listing)
        mine = made(answering(first, "counter", by=SHOP, price=500, quantity=120, text="量大"))
        theirs = made(answering(mine, "counter", by=FACTORY, price=530, quantity=120))
        agreed = made(answering(theirs, "accept", by=SHOP))
        assert (agreed["state"], agreed["round"], agreed["total"]["amount"]) == ("accepted", 3, 63_600)

    def test_is_for_the_side_that_was_asked(self) -> None:
        quote = a_quote(a_request(), wares())
        assert answering(quote, "accept", by=FACTORY).status == 403
        assert answering(quote, "accept", by=LI).status == 404
        assert answering(quote, "retract", by=SHOP).status == 403
        assert made(answering(quote, "retract", by=FACTORY))["state"] == "retracted"

    def test_counts_what_a_supplier_answers_and_what_it_misses(self) -> None:
        listing = wares()
        a_quote(a_request(listing_id=listing["id"]), listing)  # answered
        mine = made(answering(a_quote(a_request(), listing), "counter", by=SHOP, price=500, quantity=100))
        a_request(listing_id=listing["id"])  # missed
        made(answering(mine, "decline", by=FACTORY))  # answered
        with clock.stopped_at(clock.now() + timedelta(days=8)):
            service.expire_due(clock.now())
            service.expire_due(clock.now())

        record = made(Api().get(f"/suppliers/{listing['store_id']}"))["record"]
        assert (record["answered"], record["missed"]) == (2, 1)
        assert record["response_rate"] == 6_666


class TestAccepting:
    def test_closes_the_request_and_keeps_the_goods(self) -> None:
        listing = wares()
        quote = an_agreed_quote(listing=listing)
        assert stock_of(listing) == 100
        assert made(SHOP.get(f"/quote-requests/{quote['request_id']}"))["state"] == "awarded"

    def test_of_two_quotations_is_possible_once(self) -> None:
        request, listing = a_request(), wares()
        other = wares(ZHAO, store=a_supplier(ZHAO, name="Other"))
        quotes = [a_quote(request, listing), a_quote(request, other, by=ZHAO)]
        made(answering(quotes[0], "accept", by=SHOP))
        assert answering(quotes[1], "accept", by=SHOP).json["code"] == "request_closed"
        assert stock_of(other) == 200

    def test_at_one_instant_is_possible_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What was read before the other one committed is refused by the conditions."""
        request, listing = a_request(), wares()
        other = wares(ZHAO, store=a_supplier(ZHAO, name="Other"))
        quotes = [a_quote(request, listing), a_quote(request, other, by=ZHAO)]
        promise = service._promise

        def meanwhile(*args: Any) -> None:
            monkeypatch.setattr(service, "_promise", promise)
            made(answering(quotes[1], "accept", by=SHOP))
            promise(*args)

        monkeypatch.setattr(service, "_promise", meanwhile)
        assert answering(quotes[0], "accept", by=SHOP).json["code"] == "request_closed"
        assert (stock_of(listing), stock_of(other)) == (200, 100)

    def test_in_vain_gives_the_goods_back(self) -> None:
        listing = wares()
        quote = an_agreed_quote(listing=listing)
        world.money_for(SHOP)
        with clock.stopped_at(clock.now() + rules.HELD):
            reservations.lapse_due(clock.now())
            assert ordering(quote).json["code"] == "reservation_gone"
        assert stock_of(listing) == 200
