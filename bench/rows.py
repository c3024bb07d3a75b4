"""The use cases that are measured: a row of the table each.

A row is a function that takes the cast, prepares what isn't counted, and answers what is to be counted.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from functools import partial

from bench import ads, following, promoting, trading
from bench import cast as casting
from bench.cast import PRICE, RICH, Cast
from chalicelib import sweep
from chalicelib.conversations import service as conversations
from chalicelib.conversations.offers import service as offers
from chalicelib.conversations.offers.rules import Action
from chalicelib.conversations.offers.service import Proposal
from chalicelib.foundation import clock, files, ids
from chalicelib.foundation.money import Money
from chalicelib.foundation.transaction import Transaction
from chalicelib.lending import service as lending
from chalicelib.lending.pools import service as pools
from chalicelib.lending.rules import Loan, Purpose, Wish
from chalicelib.lending.schedules.days.rules import DayCount
from chalicelib.lending.schedules.rules import Method
from chalicelib.lending.scoring import models as standings
from chalicelib.lending.scoring import service as scoring
from chalicelib.lending.scoring.errors import ReckonedJustNow
from chalicelib.lending.scoring.record import service as record
from chalicelib.lending.scoring.rules import AGAIN_AFTER, Standing
from chalicelib.lending.servicing import service as servicing
from chalicelib.listings import service as listings
from chalicelib.listings.alerts import service as alerts
from chalicelib.listings.bulk import importing
from chalicelib.listings.bulk import service as bulk
from chalicelib.listings.bulk.rules import Format
from chalicelib.listings.events import Cause, MovedLine, StockMoved
from chalicelib.listings.journal import service as journal
from chalicelib.listings.reservations import service as reservations
from chalicelib.listings.sales import service as sales
from chalicelib.notifications import service as notifications
from chalicelib.orders import carts, checkouts, prepared, quotes
from chalicelib.orders import service as orders
from chalicelib.payments import service as payments
from chalicelib.payments import withdrawals
from chalicelib.promotions import service as promotions
from chalicelib.promotions.service import Terms
from chalicelib.reviews import service as reviews
from chalicelib.stores import service as stores
from chalicelib.stores import sharing
from chalicelib.web import service as web

Doing = Callable[[], object]

PAGE = 20
"""How many of a list one asks for, unless one says otherwise."""


@dataclass(frozen=True, slots=True)
class Row:
    """A use case, and how to have it done once."""

    name: str
    prepare: Callable[[Cast], Doing]


def open_store(_: Cast) -> Doing:
    """A draft under a slug that is free, of somebody who has no other."""
    return partial(
        stores.open_store,
        ids.new("per"),
        name=f"梅的新铺 {ids.new('new')[-8:]}",
        currency="CNY",
        time_zone="Asia/Shanghai",
        now=clock.now(),
    )


def list_goods(cast: Cast) -> Doing:
    """Three kinds and three photos, on sale at once."""
    return partial(casting.list_goods, cast.store, cast.photos)


def store_page(cast: Cast) -> Doing:
    """What a visitor over the link sees first."""
    visit = web.Visit("https://guanxi.example", "zh")
    return partial(web.store_page, cast.store.slug, visit, cursor=None, now=clock.now())


def listing_page(cast: Cast) -> Doing:
    """What she sees when she taps on goods."""
    visit = web.Visit("https://guanxi.example", "zh")
    return partial(web.listing_page, cast.store.slug, cast.goods[0].id, visit, now=clock.now())


def goods_on_sale(cast: Cast) -> Doing:
    """A page of the store's goods for an app."""
    return partial(listings.goods_of, cast.store.id, limit=PAGE, cursor=None)


def follow_link(cast: Cast) -> Doing:
    """What the QR code's address does: count the visit, and lead on."""
    return partial(sharing.follow, cast.link.code)


def add_to_cart(cast: Cast) -> Doing:
    """A first line in an empty cart."""
    buyer = ids.new("per")
    now = clock.now()
    return partial(
        carts.add, buyer, listing_id=cast.goods[0].id, variant_id="v01", quantity=1, note="", now=now
    )


def check_out_one(cast: Cast) -> Doing:
    """A cart of one line, from the wallet."""
    return _check_out(cast, 1)


def check_out_ten(cast: Cast) -> Doing:
    """A cart of ten lines of three stores, from the wallet: three orders."""
    return _check_out(cast, 10)


def _check_out(cast: Cast, lines: int) -> Doing:
    _fill_cart(cast, lines)

    def buy() -> object:
        selection = checkouts.select_cart(cast.buyer, address_id=cast.address, line_ids=None)
        return checkouts.buy(cast.buyer, selection, now=clock.now())

    return buy


def check_out_with_coupon(cast: Cast) -> Doing:
    """A cart of one line with a coupon whose uses are limited, from the wallet."""
    terms = Terms("节日", None, None, code=ids.new("c")[-12:], amount=1, total_limit=1, buyer_limit=1)
    promotions.begin(cast.store.id, person=cast.merchant, terms=terms, now=clock.now())
    _fill_cart(cast, 1)

    def buy() -> object:
        selection = checkouts.select_cart(cast.buyer, address_id=cast.address, line_ids=None)
        named = replace(selection, coupons=(str(terms.code),))
        return checkouts.buy(cast.buyer, named, now=clock.now())

    return buy


def quote_ten(cast: Cast) -> Doing:
    """What a cart of ten lines of three stores would cost."""
    buyer = ids.new("per")
    _fill_cart(cast, 10, buyer=buyer)
    return partial(quotes.quote, buyer, line_ids=None, coupons=(), now=clock.now())


def put_on_sale(cast: Cast) -> Doing:
    """One kind of goods costs less until tomorrow."""
    listing = casting.list_goods(cast.store, ())
    now = clock.now()
    return partial(
        sales.reduce,
        listing.id,
        person=cast.merchant,
        prices={"v01": PRICE - 1},
        starts_at=None,
        ends_at=now + timedelta(days=1),
        now=now,
    )


def pay_by_gateway(cast: Cast) -> Doing:
    """A cart of one line, prepared, paid at the gateway, and placed."""
    _fill_cart(cast, 1)

    def pay() -> object:
        selection = checkouts.select_cart(cast.buyer, address_id=cast.address, line_ids=None)
        checkout = prepared.prepare(cast.buyer, selection, now=clock.now())
        return prepared.complete(checkout.id, buyer=cast.buyer, method="pm_card_visa", now=clock.now())

    return pay


def give_up(cast: Cast) -> Doing:
    """A checkout of one line that waits for its payment is given up: its goods are free again."""
    _fill_cart(cast, 1)
    selection = checkouts.select_cart(cast.buyer, address_id=cast.address, line_ids=None)
    checkout = prepared.prepare(cast.buyer, selection, now=clock.now())
    return partial(prepared.cancel, checkout.id, buyer=cast.buyer, now=clock.now())


def lapse(cast: Cast) -> Doing:
    """The clock's duty when the time of one reservation is over."""
    now, listing = clock.now(), cast.goods[0]
    line = reservations.Line(listing.id, "v01", 1, listing.lowest_price)
    with Transaction() as tx:
        reservations.reserve(
            tx,
            [listing],
            [line],
            holder=cast.buyer,
            reference=ids.new("chk"),
            until=now,
            terms=reservations.Terms.AGREED,
            at=now,
        )
    return partial(reservations.lapse_due, now)


def note_stock(cast: Cast) -> Doing:
    """What the queue's consumer does of a sale of ten lines: the journal, and a look at what is left."""
    lines = tuple(
        MovedLine(listing_id=one.id, variant_id="v01", change=-1, reference=ids.new("ord"))
        for one in cast.goods
    )
    event = StockMoved(at=clock.now(), cause=Cause.SOLD, by=cast.buyer, lines=lines)

    def note() -> None:
        journal.keep(event)
        alerts.notice(event)

    return note


def stock_journal(cast: Cast) -> Doing:
    """The newest page of a variant's journal."""
    listing = cast.goods[0]
    return partial(journal.read, listing.id, "v01", person=cast.merchant, limit=PAGE, cursor=None)


def _fill_cart(cast: Cast, lines: int, *, buyer: str = "") -> None:
    for listing in cast.goods[:lines]:
        carts.add(
            buyer or cast.buyer,
            listing_id=listing.id,
            variant_id="v01",
            quantity=1,
            note="",
            now=clock.now(),
        )


def ship(cast: Cast) -> Doing:
    """An order of one line is handed to a courier."""
    return partial(casting.ship, cast, cast.order())


def confirm_receipt(cast: Cast) -> Doing:
    """The merchant is paid out of escrow, the platform gets its fee."""
    order = cast.shipped()
    return partial(orders.confirm_receipt, order.id, buyer=cast.buyer, now=clock.now())


def top_up(cast: Cast) -> Doing:
    """A card fills the wallet."""
    amount = Money(PRICE, "CNY")
    return partial(payments.top_up, cast.buyer, amount=amount, method="pm_card_visa", now=clock.now())


def withdraw(cast: Cast) -> Doing:
    """Money leaves the wallet, and the bank pays it."""

    def home() -> object:
        asked = withdrawals.withdraw(
            cast.buyer, amount=Money(PRICE, "CNY"), destination="ba_ok", now=clock.now()
        )
        return withdrawals.pay_out(asked.id, now=clock.now())

    return home


def wallet_entries(cast: Cast) -> Doing:
    """The newest page of the buyer's statement."""
    return partial(payments.wallet_entries, cast.buyer, "CNY", limit=PAGE, cursor=None)


def my_orders(cast: Cast) -> Doing:
    """The newest page of what the buyer bought."""
    return partial(orders.bought, cast.buyer, limit=PAGE, cursor=None)


def store_orders(cast: Cast) -> Doing:
    """The newest page of what the store sold."""
    return partial(orders.sold, cast.store.id, person=cast.merchant, limit=PAGE, cursor=None)


def my_notifications(cast: Cast) -> Doing:
    """The newest page of what the buyer was told."""
    return partial(notifications.of_person, cast.buyer, limit=PAGE, cursor=None)


def write_review(cast: Cast) -> Doing:
    """Four stars and a text for a line of an order that is completed; of other goods than those looked at."""
    placed = cast.place(cast.goods[1])[0]
    casting.ship(cast, placed)
    order = orders.confirm_receipt(placed.id, buyer=cast.buyer, now=clock.now())
    return partial(
        reviews.write,
        order.id,
        buyer=cast.buyer,
        line_id=order.lines[0].id,
        stars=4,
        text="夹得牢，颜色也好看。",
        photo_ids=[],
        anonymous=True,
        now=clock.now(),
    )


def goods_rating(cast: Cast) -> Doing:
    """How goods and their store are rated."""
    return partial(reviews.ratings_of, cast.goods[0].id, cast.store.id)


def keep_record(cast: Cast) -> Doing:
    """What the queue's consumer does of an order that is completed: it gets into its seller's record."""
    return partial(record.follow, cast.completed().id, now=clock.now())


def reckon_credit(cast: Cast) -> Doing:
    """What a seller may borrow, reckoned out of her year again, as soon as that may be."""
    now = clock.now()
    with suppress(ReckonedJustNow):  # it was, at the size before
        scoring.reckon(cast.merchant, now=now)
    again = scoring.standing(cast.merchant).computed_at + AGAIN_AFTER
    return partial(scoring.reckon, cast.merchant, now=again)


def see_credit(_: Cast) -> Doing:
    """What a seller may borrow, as last reckoned."""
    seller = ids.new("per")
    scoring.reckon(seller, now=clock.now())
    return partial(scoring.standing, seller)


_WISH = Wish(100_00, 12, Purpose.STOCK, Method.EQUAL_INSTALMENTS, DayCount.THIRTY_360)


def _borrower() -> str:
    """Somebody new who may borrow, of a pool that has money."""
    if not pools.pools():
        lender = ids.new("per")
        payments.top_up(lender, amount=Money(RICH, "CNY"), method="pm_card_visa", now=clock.now())
        pool = pools.open_pool(owner=lender, name="邻里小贷", currency="CNY", cap=RICH, per_borrower=RICH)
        pools.put_in(pool.id, lender=lender, amount=RICH, now=clock.now())
    person = ids.new("per")
    standing = Standing(640, 200, Money(500_00, "CNY"), 1200, "bench", (), clock.now())
    standings.standing_key(person).update(actions=standings.reckoned(standing))
    return person


def _loan(*, paid_out: bool = True) -> Loan:
    person, now = _borrower(), clock.now()
    loan = lending.apply(person, _WISH, now=now).loan
    assert loan
    loan = lending.accept(loan.id, borrower=person, contract=loan.contract, now=now)
    if paid_out:
        lending.disburse(loan.id, now=now)
    return lending.load_any(loan.id)


def apply_for_loan(_: Cast) -> Doing:
    """An application of twelve months, decided."""
    return partial(lending.apply, _borrower(), _WISH, now=clock.now())


def accept_loan(_: Cast) -> Doing:
    """Its contract, accepted."""
    loan = lending.apply(_borrower(), _WISH, now=clock.now()).loan
    assert loan
    return partial(lending.accept, loan.id, borrower=loan.borrower, contract=loan.contract, now=clock.now())


def disburse_loan(_: Cast) -> Doing:
    """What the queue's consumer does of a loan that was accepted."""
    return partial(lending.disburse, _loan(paid_out=False).id, now=clock.now())


def loan_evening(_: Cast) -> Doing:
    """The clock's work of a loan on the evening on which an instalment is due."""
    loan = _loan()
    evening = datetime.combine(loan.book.rows[0].due, time(15), UTC)
    return partial(servicing.work, loan, available=RICH, now=evening)


def pay_loan(_: Cast) -> Doing:
    """All that is owed, paid by hand."""
    loan = _loan()
    return partial(servicing.pay, loan.id, borrower=loan.borrower, amount=None, now=clock.now())


def sweep_idle(_: Cast) -> Doing:
    """The clock's minute when nothing is due and no crash left anything behind: other rows' is done."""
    sweep.sweep()

    def look() -> None:
        done = sweep.sweep()
        assert not any(done.values()), f"something was due, or a duty failed: {done}"

    return look


def import_sheet(cast: Cast) -> Doing:
    """A sheet of ten rows, once it is uploaded and started: ten listings of one variant."""
    now = clock.now()
    announced, _ = bulk.announce(
        cast.store.id, person=cast.merchant, format_=Format.CSV, publish=True, now=now
    )
    rows = "".join(f"发夹 {number},hair,C{number},19.90,5\n" for number in range(10))
    sheet = f"title,category,sku,price,stock\n{rows}".encode()
    files.keep(files.upload_key(announced.id), sheet, Format.CSV.content_type, cache="no-store")
    started = bulk.start(announced.id, person=cast.merchant, now=now)
    return partial(importing.take_turn, started.id, turn=started.turn, now=now)


def order_export(cast: Cast) -> Doing:
    """The wish for all goods as files; each of these is written by a message."""
    return partial(
        bulk.order_export, cast.store.id, person=cast.merchant, format_=Format.CSV, now=clock.now()
    )


def say(cast: Cast) -> Doing:
    """A buyer's text, in the conversation that grows; nobody of the store is connected."""
    return partial(casting.say, cast.talk, cast.buyer)


def history(cast: Cast) -> Doing:
    """The last messages of a conversation."""
    return partial(conversations.history, cast.talk, caller=cast.buyer, before=None, after=None, limit=PAGE)


def accept_offer(cast: Cast) -> Doing:
    """A buyer's offer is accepted: its goods are kept for her."""
    offer = offers.propose(
        cast.talk,
        caller=cast.buyer,
        listing_id=cast.goods[0].id,
        variant_id="v01",
        proposal=Proposal(PRICE - 100, 1),
        now=clock.now(),
    )
    return partial(offers.answer, cast.talk, offer.id, Action.ACCEPT, caller=cast.merchant, now=clock.now())


ROWS = (
    Row("Open a store", open_store),
    Row("List goods", list_goods),
    Row("Import 10 goods from a sheet", import_sheet),
    Row("Order an export", order_export),
    Row("Follow a QR code or link", follow_link),
    Row("Store page", store_page),
    Row("Listing page", listing_page),
    Row("Goods on sale, a page", goods_on_sale),
    Row("Add to cart", add_to_cart),
    Row("Checkout of 1 line", check_out_one),
    Row("Checkout of 10 lines, 3 stores", check_out_ten),
    Row("Checkout of 1 line with a coupon", check_out_with_coupon),
    Row("Quote of 10 lines, 3 stores", quote_ten),
    Row("Put goods on sale", put_on_sale),
    Row("Checkout paid at the gateway", pay_by_gateway),
    Row("Card checkout given up", give_up),
    Row("Reservation lapsed", lapse),
    Row("Stock moved, 10 lines noted", note_stock),
    Row("Stock journal, a page", stock_journal),
    Row("Ship", ship),
    Row("Confirm receipt", confirm_receipt),
    Row("Display ads of a placement", promoting.display_ads),
    Row("35 looks at ads billed", promoting.bill_looks),
    Row("Checkout of 1 line, by a promoter", promoting.check_out_referred),
    Row("Confirm receipt, a promoter paid", promoting.confirm_referred),
    Row("Top up", top_up),
    Row("Withdraw, and pay out", withdraw),
    Row("Wallet entries, a page", wallet_entries),
    Row("My orders, a page", my_orders),
    Row("My store's orders, a page", store_orders),
    Row("Notifications, a page", my_notifications),
    Row("Follow a store", following.follow),
    Row("Followers of a store", following.see_followers),
    Row("20 followers told of a broadcast", following.tell_followers),
    Row("Broadcasts, a page", following.broadcasts),
    Row("Make a campaign link", following.campaign_link),
    Row("Join a group buy", following.join_group),
    Row("Announce a file", following.announce_file),
    Row("Files, a page", following.files),
    Row("Another plan of storage", following.change_plan),
    Row("Storage invoices, a page", following.invoices),
    Row("Say something", say),
    Row("Messages, a page", history),
    Row("Accept an offer", accept_offer),
    Row("Review a line", write_review),
    Row("Ratings of goods and store", goods_rating),
    Row("Ads of a search, 3 shown", ads.ads_of_a_search),
    Row("Follow an ad", ads.follow_ad),
    Row("Bill a click", ads.bill_a_click),
    Row("Bill 8 clicks of a campaign", ads.bill_eight),
    Row("Order counted for an ad", ads.count_an_order),
    Row("Order into the seller's record", keep_record),
    Row("Credit limit reckoned", reckon_credit),
    Row("Credit limit seen", see_credit),
    Row("Application for a loan", apply_for_loan),
    Row("Loan accepted", accept_loan),
    Row("Loan paid out", disburse_loan),
    Row("Loan's evening, with an instalment", loan_evening),
    Row("Loan paid back by hand", pay_loan),
    Row("Ask all suppliers for quotations", trading.ask_for_quotations),
    Row("Answer an open request", trading.answer_request),
    Row("Accept a quotation", trading.accept_quotation),
    Row("Pay a purchase order's balance", trading.pay_balance),
    Row("My requests for quotation, a page", trading.my_requests),
    Row("Open requests of a category, a page", trading.open_requests),
    Row("My store's quotations, a page", trading.store_quotations),
    Row("Take a supplier's plan", trading.take_plan),
    Row("A supplier's plan renewed", trading.renew_plan),
    Row("Sell on what one bought", trading.sell_on),
    Row("When to restock", trading.advise_restock),
    Row("Buy a partner's package", trading.buy_package),
    Row("Accept a partner's work", trading.accept_work),
    Row("My contracts, a page", trading.my_contracts),
    Row("Sweep, nothing due", sweep_idle),
)
