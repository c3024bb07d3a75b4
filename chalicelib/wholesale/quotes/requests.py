"""Asking suppliers for quotations.

A request is a snapshot: nothing in it changes after it was asked, so all suppliers quote for the same. It
ends once, by one conditional change: awarded to a quotation, withdrawn, or expired.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from chalicelib.accounts import service as accounts
from chalicelib.foundation import ids, money, paging
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.money import Money
from chalicelib.foundation.observability import log
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.categories import service as categories
from chalicelib.listings.errors import ListingNotFound
from chalicelib.listings.service import Listing
from chalicelib.orders.errors import OwnGoods
from chalicelib.stores import service as stores
from chalicelib.stores.errors import BadCurrency
from chalicelib.stores.service import Scope
from chalicelib.wholesale.errors import OtherCurrency, RequestClosed, RequestNotFound
from chalicelib.wholesale.events import QuoteAsked
from chalicelib.wholesale.quotes import models, rules
from chalicelib.wholesale.quotes.models import RequestItem
from chalicelib.wholesale.quotes.rules import QuoteRequest, RequestAction, RequestState, Seen, TradeSide
from chalicelib.wholesale.suppliers import models as suppliers

SWEEP_LIMIT = 25
"""The most requests, and quotations, of one shard that one sweep lets expire."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What a buyer asks for; the target is in minor units of the currency."""

    title: str
    text: str
    category: str
    quantity: int
    currency: str
    target: int | None
    region: str
    days: int
    """For how long it may be answered."""
    listing_id: str | None
    """Whose goods it is about; None: it is for all suppliers."""


def ask(buyer: str, wish: Asking, *, now: datetime) -> QuoteRequest:
    """Ask for quotations: all suppliers, or the one whose goods it is about. 1 read at most, 1 transaction.

    Of 1 item, and 1 event to a supplier that is asked. Raises BadCurrency, OtherCurrency, BadRegion,
    UnknownCategory, ListingNotFound, OwnGoods.
    """
    accounts.county(wish.region)
    categories.checked(wish.category, {}, on_sale=False)
    if not money.is_currency(wish.currency):
        raise BadCurrency(field="currency")
    about = _about(wish, buyer, now) if wish.listing_id else None
    request = QuoteRequest(
        id=ids.new("rfq"),
        buyer_id=buyer,
        title=wish.title,
        text=wish.text,
        category=wish.category,
        quantity=wish.quantity,
        currency=wish.currency,
        target=Money(wish.target, wish.currency) if wish.target else None,
        region=wish.region,
        about=about,
        asked_at=now,
        closes_at=now + timedelta(days=wish.days),
    )
    with Transaction() as tx:
        tx.put(models.request_item(request))
        if about:
            facts = {"request_id": request.id, "title": request.title, "quantity": request.quantity}
            tx.emit(QuoteAsked.model_validate(facts | {"at": now, "person_id": about.owner_id}))
        return tx.result(request)


def _about(wish: Asking, buyer: str, now: datetime) -> Seen:
    listing: Listing | None
    (listing,) = read_together([listings.listing_want(str(wish.listing_id))])
    if (listing := listings.on_sale(listing)) is None:
        raise ListingNotFound(field="listing_id")
    if listing.owner_id == buyer:
        raise OwnGoods(field="listing_id")
    price = listing.cheapest(now).price_at(now, quantity=wish.quantity)
    if price.currency != wish.currency:
        raise OtherCurrency(field="currency")
    return Seen(listing.id, listing.store_id, listing.owner_id, listing.title, price)


def show(request_id: str, *, caller: str) -> QuoteRequest:
    """A request: for everybody if all suppliers are asked, else for its buyer and who works for the supplier.

    1 read, for staff 2. Raises RequestNotFound, NotPermitted.
    """
    request = load(request_id)
    if request.about and caller != request.buyer_id:
        about = request.about
        stores.permit(
            caller, Scope.CHAT, store_id=about.store_id, owner=about.owner_id, otherwise=RequestNotFound
        )
    return request


def load(request_id: str) -> QuoteRequest:
    """A request. 1 read. Raises RequestNotFound."""
    request: QuoteRequest | None
    (request,) = read_together([models.request_want(request_id)])
    if request is None:
        raise RequestNotFound
    return request


def asked_by(buyer: str, *, limit: int, cursor: str | None) -> Page[QuoteRequest]:
    """What somebody asked for, the newest first. 1 query, 1 read."""
    source = models.list_of_buyer(buyer)
    return _read(paging.query(RequestItem.listed, source, limit=limit, cursor=cursor))


def open_in(category: str, *, limit: int, cursor: str | None) -> Page[QuoteRequest]:
    """What is asked of all suppliers in a category, the newest first. 1 query, 1 read."""
    source = models.open_list(category)
    return _read(paging.query(RequestItem.opened, source, limit=limit, cursor=cursor))


def _read(keys: Page[RequestItem]) -> Page[QuoteRequest]:
    found = read_together([models.request_want(key.pk) for key in keys.items]) if keys.items else []
    return Page([one for one in found if one], keys.cursor)


def withdraw(request_id: str, *, buyer: str, now: datetime) -> QuoteRequest:
    """Ask no more. 1 read, 1 transaction of 1 item. Raises RequestNotFound, RequestClosed."""
    request = load(request_id)
    if request.buyer_id != buyer:
        raise RequestNotFound
    state = rules.moved(request, RequestAction.WITHDRAW, TradeSide.BUYER, now=now)
    with Transaction() as tx:
        close(tx, request, state)
        return tx.result(replace(request, state=state))


def close(tx: Transaction, request: QuoteRequest, after: RequestState, accepted: str | None = None) -> None:
    """Let a request be open no more, once: 1 item. On commit raises RequestClosed."""
    changes = models.closing(after, accepted)
    key = models.request_key(request.id)
    tx.update(key, changes, condition=models.is_open(), otherwise=RequestClosed)


def expire_due(now: datetime) -> int:
    """Let requests expire whose time is over; answers how many. As `service.expire_due` says."""
    expired = 0
    for wants in models.due_requests(now, limit=SWEEP_LIMIT):
        for request in read_together(wants) if wants else []:
            expired += _expired(request, now)
    return expired


def _expired(request: QuoteRequest, now: datetime) -> bool:
    try:
        _expire(request, now)
        return True
    except DomainError:
        log.exception("request not expired", extra={"request_id": request.id})
        return False


def _expire(request: QuoteRequest, now: datetime) -> None:
    state = rules.moved(request, RequestAction.EXPIRE, TradeSide.CLOCK, now=now)
    with Transaction() as tx:
        close(tx, request, state)
        if request.about and not request.suppliers:
            suppliers.count_answer(tx, request.about.store_id, missed=1)
