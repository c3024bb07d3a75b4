"""Rows of wholesale and partners: their preparations are longer than those of other rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from bench import cast as casting
from bench.cast import PRICE, Cast
from chalicelib.foundation import clock, ids
from chalicelib.foundation.money import Money
from chalicelib.insights.restocking import service as restocking
from chalicelib.insights.restocking.service import Plan
from chalicelib.listings.lots.service import Lot
from chalicelib.orders import checkouts
from chalicelib.orders.bargains import service as bargains
from chalicelib.partners.contracts import service as contracts
from chalicelib.partners.contracts.rules import Act, Contract, Role
from chalicelib.partners.profiles import service as profiles
from chalicelib.partners.profiles.rules import Trade
from chalicelib.payments import service as payments
from chalicelib.stores.rules import Store
from chalicelib.wholesale.memberships import service as memberships
from chalicelib.wholesale.memberships.rules import PLANS, YEAR, Tier
from chalicelib.wholesale.quotes import requests, service
from chalicelib.wholesale.quotes.requests import Asking
from chalicelib.wholesale.quotes.rules import Conditions, Quote, QuoteRequest
from chalicelib.wholesale.quotes.service import Goods, Proposal
from chalicelib.wholesale.resale import service as resale
from chalicelib.wholesale.suppliers import service as suppliers
from chalicelib.wholesale.suppliers.rules import SupplierAction
from chalicelib.wholesale.terms import service as terms

Doing = Callable[[], object]

PAGE = 20
WORK = 300_00


def _ask(cast: Cast, *, all_: bool = False) -> QuoteRequest:
    """A request of the buyer's, to all suppliers or about goods of the store."""
    about = None if all_ else cast.goods[0].id
    wish = Asking("发夹 10 个", "", "hair", 10, "CNY", None, "330782", 7, about)
    return requests.ask(cast.buyer, wish, now=clock.now())


def _quote(cast: Cast, request: QuoteRequest) -> Quote:
    goods = Goods(cast.store.id, cast.goods[0].id, "v01")
    proposal = Proposal(PRICE - 100, 10, Conditions(3_000, 7, 5_000, 7, 10), "", 48)
    return service.quote(request.id, goods, proposal, caller=cast.merchant, now=clock.now())


def asked_and_quoted(cast: Cast) -> Quote:
    """A request about the store's goods, and its answer that waits."""
    return _quote(cast, _ask(cast))


def _verified(store: Store) -> None:
    """Let a store be a verified supplier."""
    now = clock.now()
    suppliers.apply(store.id, person=store.owner_id, since=2012, about="发饰工厂", now=now)
    suppliers.judge(store.id, SupplierAction.VERIFY, reason="", now=now)


def ask_for_quotations(cast: Cast) -> Doing:
    """A request to all suppliers."""
    return partial(_ask, cast, all_=True)


def answer_request(cast: Cast) -> Doing:
    """A supplier's first quotation for a request to all, counted within its plan."""
    supplier = casting.open_store(ids.new("per"))
    _verified(supplier)
    listing, request = casting.list_goods(supplier, ()), _ask(cast, all_=True)
    proposal = Proposal(PRICE - 100, 10, Conditions(3_000, 7, 5_000, 7, 10), "", 48)
    goods = Goods(supplier.id, listing.id, "v01")
    return partial(service.quote, request.id, goods, proposal, caller=supplier.owner_id, now=clock.now())


def accept_quotation(cast: Cast) -> Doing:
    """A quotation is agreed on: its goods are kept for the buyer."""
    quote = asked_and_quoted(cast)
    return partial(service.accept, quote.request_id, quote.id, caller=cast.buyer, now=clock.now())


def pay_balance(cast: Cast) -> Doing:
    """The rest of a purchase order that was begun with a deposit."""
    quote = asked_and_quoted(cast)
    service.accept(quote.request_id, quote.id, caller=cast.buyer, now=clock.now())
    selection = checkouts.select_offer(cast.buyer, quote.id, address_id=cast.address)
    (order,) = checkouts.buy(cast.buyer, selection, now=clock.now()).orders
    return partial(bargains.pay_balance, order.id, buyer=cast.buyer, pin=None, now=clock.now())


def my_requests(cast: Cast) -> Doing:
    """The newest page of what the buyer asked for."""
    return partial(requests.asked_by, cast.buyer, limit=PAGE, cursor=None)


def open_requests(_: Cast) -> Doing:
    """The newest page of what is asked of all suppliers in a category."""
    return partial(requests.open_in, "hair", limit=PAGE, cursor=None)


def store_quotations(cast: Cast) -> Doing:
    """The newest page of what the store quoted."""
    return partial(service.of_store, cast.store.id, person=cast.merchant, limit=PAGE, cursor=None)


def _member() -> Store:
    """A supplier with the money for two years of a plan."""
    owner = ids.new("per")
    money = Money(2 * PLANS[Tier.PLUS].price, "CNY")
    payments.top_up(owner, amount=money, method="pm_card_visa", now=clock.now())
    store = casting.open_store(owner)
    _verified(store)
    return store


def take_plan(_: Cast) -> Doing:
    """A supplier takes a yearly plan."""
    store = _member()
    return partial(memberships.take, store.id, Tier.PLUS, person=store.owner_id, now=clock.now())


def renew_plan(_: Cast) -> Doing:
    """The clock's duty when a supplier's year is over: it renews from the wallet."""
    store, now = _member(), clock.now()
    memberships.take(store.id, Tier.PLUS, person=store.owner_id, now=now - YEAR - timedelta(minutes=1))

    def renew() -> None:
        assert memberships.renew_due(now) == 1

    return renew


def sell_on(cast: Cast) -> Doing:
    """What one bought becomes a draft of one's own store."""
    order, store = cast.order(), casting.open_store(cast.buyer)
    return partial(
        resale.resell, order.id, resale.Wish(store.id, 5_000, None), buyer=cast.buyer, now=clock.now()
    )


def advise_restock(cast: Cast) -> Doing:
    """When to order goods again that one sells on, by four weeks of sales."""
    source = casting.list_goods(cast.store, ())
    wish = terms.Wish(Lot(1, 1), 3, "义乌", None)
    terms.offer(source.id, wish, person=cast.merchant, now=clock.now())
    (order,), store = cast.place(source), casting.open_store(cast.buyer)
    wish_on = resale.Wish(store.id, 5_000, None)
    (sold_on,) = resale.resell(order.id, wish_on, buyer=cast.buyer, now=clock.now())
    return partial(restocking.suggest, sold_on.listing_id, Plan(4, 14), person=cast.buyer, now=clock.now())


def _hire(cast: Cast) -> Callable[[], Contract]:
    """A new partner, whose package the merchant has the money for."""
    partner, now = ids.new("per"), clock.now()
    said = profiles.Self("云上摄影", "光线好", "", (Trade.PHOTOGRAPHY,), "330782", "CNY")
    profiles.introduce(partner, said, now=now)
    shown = profiles.add_package(partner, profiles.Terms("十张照片", "", Trade.PHOTOGRAPHY, WORK, 5, 1))
    payments.top_up(cast.merchant, amount=Money(WORK, "CNY"), method="pm_card_visa", now=now)
    return partial(
        contracts.buy_package,
        shown.profile.id,
        merchant=cast.merchant,
        package_id=shown.profile.packages[0].id,
        store_id=cast.store.id,
        note="",
        pin=None,
        now=now,
    )


def hired(cast: Cast) -> Contract:
    """A contract of one milestone, paid into escrow."""
    return _hire(cast)()


def buy_package(cast: Cast) -> Doing:
    """A partner's package is bought, into escrow."""
    return _hire(cast)


def accept_work(cast: Cast) -> Doing:
    """What a partner delivered is accepted: she is paid out of escrow."""
    work, now = hired(cast), clock.now()
    contracts.deliver(work.id, 1, provider=work.provider_id, text="好了", photo_ids=[], accent="", now=now)
    return partial(contracts.act, work.id, 1, Act.ACCEPT, caller=cast.merchant, now=now)


def my_contracts(cast: Cast) -> Doing:
    """The newest page of whom the merchant hired."""
    return partial(contracts.contracts_of, cast.merchant, Role.MERCHANT, limit=PAGE, cursor=None)
