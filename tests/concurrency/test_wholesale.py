"""Agreeing and paying at one instant: one quotation is agreed on, and one balance is paid."""

from __future__ import annotations

import os
from functools import partial
from typing import Any

from chalicelib.foundation import clock
from chalicelib.orders import checkouts
from chalicelib.orders.bargains import service as bargains
from chalicelib.wholesale.quotes import requests, service
from chalicelib.wholesale.quotes.requests import Asking
from chalicelib.wholesale.quotes.rules import Conditions, Quote, QuoteRequest
from chalicelib.wholesale.quotes.service import Goods, Proposal
from tests.concurrency.conftest import at_once, done, refusals
from tests.concurrency.test_races import a_listing, home, in_wallet, somebody, stock_of
from tests.deployed.watching import audit

PRESSES = int(os.environ.get("QUOTE_PRESSES", "12"))
CONDITIONS = Conditions(3_000, 7, 5_000, 7, 10)


def asked(buyer: str, listing_id: str | None) -> QuoteRequest:
    wish = Asking("Clips", "", "hair", 5, "CNY", None, "330782", 7, listing_id)
    return requests.ask(buyer, wish, now=clock.now())


def quoted(request: QuoteRequest, listing: Any) -> Quote:
    goods = Goods(listing.store_id, listing.id, "v01")
    proposal = Proposal(900, 5, CONDITIONS, "", 48)
    return service.quote(request.id, goods, proposal, caller=listing.owner_id, now=clock.now())


class TestManyPressesOnAccept:
    def test_agree_once_and_many_on_the_balance_pay_once(self, on_engine: Any) -> None:
        buyer, clip = somebody(10_000), a_listing(stock=50)
        quote = quoted(asked(buyer, clip.id), clip)
        press = partial(service.accept, quote.request_id, quote.id, caller=buyer, now=clock.now())

        results = at_once([press] * PRESSES)

        assert len(done(results)) == 1
        assert refusals(results) <= {"request_closed", "wrong_quote_state"}
        assert stock_of(clip) == 45

        selection = checkouts.select_offer(buyer, quote.id, address_id=home(buyer))
        (order,) = checkouts.buy(buyer, selection, now=clock.now()).orders
        pay = partial(bargains.pay_balance, order.id, buyer=buyer, pin=None, now=clock.now())
        paid = at_once([pay] * PRESSES)
        assert len(done(paid)) == 1
        assert refusals(paid) <= {"changed_meanwhile", "wrong_order_state", "insufficient_funds"}
        assert in_wallet(buyer) == 10_000 - 4_500
        audit(on_engine)
