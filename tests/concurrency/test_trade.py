"""Accepting against disputing, confirming against asking for money back, a loan against its order, many
presses on a supplier's plan: at one instant each, again and again."""

from __future__ import annotations

import os
from functools import partial
from typing import Any

from chalicelib.foundation import clock
from chalicelib.foundation.money import Money
from chalicelib.lending import service as lending
from chalicelib.lending.rules import Purpose, Wish
from chalicelib.lending.schedules.days.rules import DayCount
from chalicelib.lending.schedules.rules import Method
from chalicelib.orders import checkouts
from chalicelib.orders import service as orders
from chalicelib.orders.bargains import service as bargains
from chalicelib.orders.refunds import service as refunds
from chalicelib.orders.refunds.rules import RefundKind, RefundReason
from chalicelib.orders.rules import Order, State
from chalicelib.partners.contracts import service as contracts
from chalicelib.partners.contracts.rules import Act, Contract, MilestoneState
from chalicelib.partners.profiles import service as profiles
from chalicelib.partners.profiles.rules import Trade
from chalicelib.payments import service as payments
from chalicelib.wholesale.memberships import service as memberships
from chalicelib.wholesale.memberships.rules import PLANS, Tier
from chalicelib.wholesale.quotes import service as quotes
from chalicelib.wholesale.suppliers import service as suppliers
from chalicelib.wholesale.suppliers.rules import SupplierAction
from tests.concurrency.conftest import at_once, done, refusals
from tests.concurrency.test_loans import a_borrower, a_pool
from tests.concurrency.test_races import a_listing, a_shipped_order, home, in_wallet, somebody
from tests.concurrency.test_wholesale import asked, quoted
from tests.deployed.watching import audit

ROUNDS = int(os.environ.get("TRADE_ROUNDS", "4"))
LOST = {"changed_meanwhile"}


def delivered(merchant: str, partner: str) -> Contract:
    """Work for 1,000 fen that waits for its merchant."""
    said = profiles.Self("Yun", "Light", "", (Trade.PHOTOGRAPHY,), "330782", "CNY")
    profiles.introduce(partner, said, now=clock.now())
    shown = profiles.add_package(partner, profiles.Terms("Photos", "", Trade.PHOTOGRAPHY, 1_000, 5, 1))
    contract = contracts.buy_package(
        shown.profile.id,
        merchant=merchant,
        package_id=shown.profile.packages[0].id,
        store_id=a_listing(merchant=merchant).store_id,
        note="",
        pin=None,
        now=clock.now(),
    )
    return contracts.deliver(
        contract.id, 1, provider=partner, text="Done", photo_ids=[], accent="", now=clock.now()
    )


class TestAMilestone:
    def test_accepted_and_disputed_at_once_is_one_of_the_two(self, on_engine: Any) -> None:
        for _ in range(ROUNDS):
            merchant, partner = somebody(1_000), somebody()
            work = delivered(merchant, partner)
            moves = [
                partial(contracts.act, work.id, 1, what, caller=who, said="Look", now=clock.now())
                for what, who in ((Act.ACCEPT, merchant), (Act.DISPUTE, merchant), (Act.DISPUTE, partner))
            ]
            results = at_once([*moves, *moves])
            assert refusals(results) <= LOST | {"wrong_milestone_state"}
            state = contracts.load(work.id).milestone(1).state
            if state is MilestoneState.RELEASED:  # at once, or by who read it when it was disputed already
                assert (len(done(results)) <= 2, in_wallet(partner)) == (True, 950)
            else:
                assert (len(done(results)), state, in_wallet(partner)) == (1, MilestoneState.DISPUTED, 0)
        audit(on_engine)


class TestAnInspection:
    def test_confirmed_and_contested_at_once_is_one_of_the_two(self, on_engine: Any) -> None:
        for _ in range(ROUNDS):
            buyer, clip = somebody(1_000), a_listing()
            order = a_shipped_order(buyer, clip)
            confirm = partial(orders.confirm_receipt, order.id, buyer=buyer, now=clock.now())
            contest = partial(
                refunds.ask,
                order.id,
                caller=buyer,
                kind=RefundKind.REFUND_ONLY,
                reason=RefundReason.NOT_AS_DESCRIBED,
                amount=400,
                text="Other goods",
                photo_ids=[],
                now=clock.now(),
            )
            results = at_once([confirm, contest])
            assert (len(done(results)), refusals(results)) in (
                (1, LOST),
                (1, {"wrong_order_state"}),
                (2, set()),
            )
            after = orders.show(order.id, caller=buyer)
            if after.state is State.COMPLETED:  # at once, or when the refund had been asked for already
                assert in_wallet(clip.owner_id) == 980
            else:
                assert (after.open_refund is not None, in_wallet(clip.owner_id)) == (True, 0)
        audit(on_engine)


def begun(buyer: str) -> Order:
    """A purchase order of 4,500 fen, of which the deposit is paid."""
    payments.top_up(buyer, amount=Money(10_000, "CNY"), method="pm_card_visa", now=clock.now())
    clip = a_listing(stock=50)
    quote = quoted(asked(buyer, clip.id), clip)
    quotes.accept(quote.request_id, quote.id, caller=buyer, now=clock.now())
    selection = checkouts.select_offer(buyer, quote.id, address_id=home(buyer))
    return checkouts.buy(buyer, selection, now=clock.now()).orders[0]


class TestNetTerms:
    def test_paid_by_a_loan_by_hand_and_called_off_at_once_is_one_of_the_three(self, on_engine: Any) -> None:
        a_pool(10**9)
        for _ in range(ROUNDS):
            buyer = a_borrower(50_000)
            order = begun(buyer)
            balance = order.balance.amount
            wish = Wish(balance, 2, Purpose.STOCK, Method.INTEREST_ONLY, DayCount.THIRTY_360)
            loan = lending.apply(buyer, wish, pays=order.id, now=clock.now()).loan
            assert loan
            lending.accept(loan.id, borrower=buyer, contract=loan.contract, now=clock.now())
            lend = partial(lending.disburse, loan.id, now=clock.now())
            pay = partial(bargains.pay_balance, order.id, buyer=buyer, pin=None, now=clock.now())
            supplier = order.seller.merchant_id
            results = at_once(
                [lend, lend, pay, partial(orders.cancel, order.id, caller=supplier, now=clock.now())]
            )

            assert refusals(results) <= LOST | {"wrong_order_state"}
            lend()  # the message comes again until the money is out
            after = orders.show(order.id, caller=buyer)
            assert after.state in (State.PAID, State.CANCELLED)
            paid = 4_500 if after.state is State.PAID else 0
            assert in_wallet(buyer) == 10_000 + balance - paid
        audit(on_engine)


class TestASuppliersPlan:
    def test_taken_on_many_phones_at_once_is_paid_once(self, on_engine: Any) -> None:
        price = PLANS[Tier.PLUS].price
        owner = somebody(3 * price)
        store_id = a_listing(merchant=owner).store_id
        suppliers.apply(store_id, person=owner, since=2012, about="Clips", now=clock.now())
        suppliers.judge(store_id, SupplierAction.VERIFY, reason="", now=clock.now())
        take = partial(memberships.take, store_id, Tier.PLUS, person=owner, now=clock.now())

        results = at_once([take] * 8)

        assert len(done(results)) == 1
        assert refusals(results) <= LOST | {"same_membership"}
        assert in_wallet(owner) == 2 * price
        audit(on_engine)
