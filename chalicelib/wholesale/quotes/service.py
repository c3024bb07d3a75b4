"""Quoting, haggling over a quotation, and agreeing: a supplier's and a buyer's part.

A quotation leaves `pending` by one conditional change. Accepting it also closes its request, by another one
in the same transaction: of any number of quotations, accepted by whomever at one instant, one is agreed on.
What is agreed on is reserved in listings at its price under the quotation's id, and its conditions are left
with orders as a bargain: a checkout of that id is the purchase order, and asks nothing here.
Cost: 2 reads, and 1 transaction of 3 to 9 items.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

from chalicelib.foundation import haggling, ids, paging
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.haggling import Action, OfferState
from chalicelib.foundation.money import Money
from chalicelib.foundation.observability import log
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.errors import ListingNotFound
from chalicelib.listings.reservations import service as reservations
from chalicelib.listings.reservations.service import Terms
from chalicelib.listings.service import Listing
from chalicelib.orders.bargains import service as bargains
from chalicelib.orders.bargains.service import Bargain
from chalicelib.orders.errors import OwnGoods
from chalicelib.stores import service as stores
from chalicelib.stores.errors import NotPermitted
from chalicelib.stores.service import Scope
from chalicelib.wholesale.errors import (
    OtherCurrency,
    QuoteNotFound,
    QuoteOpen,
    RequestClosed,
    RequestNotFound,
    TooManyQuotes,
    WrongQuoteState,
)
from chalicelib.wholesale.events import QuoteMoved
from chalicelib.wholesale.memberships.models import count_answer, membership_want
from chalicelib.wholesale.memberships.rules import allowed
from chalicelib.wholesale.quotes import models, requests, rules
from chalicelib.wholesale.quotes.models import QuoteItem, RequestItem
from chalicelib.wholesale.quotes.rules import Conditions, Quote, QuoteRequest, RequestAction, TradeSide
from chalicelib.wholesale.suppliers import models as suppliers
from chalicelib.wholesale.suppliers import service as supplying


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody proposes: so many pieces at so much each (in minor units), how paid and carried out."""

    price: int
    quantity: int
    conditions: Conditions
    text: str
    hours: int
    """For how long."""


@dataclass(frozen=True, slots=True)
class Goods:
    """Which goods of a store."""

    store_id: str
    listing_id: str
    variant_id: str


def quote(request_id: str, goods: Goods, proposal: Proposal, *, caller: str, now: datetime) -> Quote:
    """Answer a request with a quotation; the supplier's own that still waits is superseded by it.

    Raises RequestNotFound, RequestClosed, StoreNotFound, NotPermitted, NotASupplier, OwnGoods,
    ListingNotFound, VariantNotFound, NotOnSale, SoldOut, OtherCurrency, QuoteOpen, QuoteRoundsOver,
    TooManyQuotes, AnswersUsedUp, ChangedMeanwhile.
    """
    store_id = goods.store_id
    request, store, staff, supplier, member, listing, latest = read_together(
        [
            models.request_want(request_id),
            *stores.wants(store_id, caller),
            suppliers.supplier_want(store_id),
            membership_want(store_id),
            listings.listing_want(goods.listing_id),
            models.latest_want(request_id, store_id),
        ]
    )
    store = stores.checked(store, staff, person=caller, scope=Scope.CHAT)
    if request is None or (request.about and request.about.store_id != store_id):
        raise RequestNotFound
    rules.refuse_closed(request, now=now)
    if request.buyer_id == store.owner_id:
        raise OwnGoods(field="store_id")
    if request.about is None:
        supplying.demand_verified(supplier)
    before = _latest(request_id, latest)
    if before and haggling.waits(before, now=now) and before.by is TradeSide.BUYER:
        raise QuoteOpen
    new = _proposed(request, _of_store(listing, goods), goods.variant_id, proposal, before, now=now)
    if before:
        return _write(new, before, Action.SUPERSEDE, now=now)
    if request.about:
        return _write(new, None, Action.SUPERSEDE, answers=True, now=now)
    return _write(new, None, Action.SUPERSEDE, within=allowed(member), now=now)


def _latest(request_id: str, quote_id: str | None) -> Quote | None:
    if quote_id is None:
        return None
    found: Quote | None
    (found,) = read_together([models.quote_want(request_id, quote_id)])
    return found


def _of_store(listing: Listing | None, goods: Goods) -> Listing:
    if (shown := listings.on_sale(listing)) is None or shown.store_id != goods.store_id:
        raise ListingNotFound(field="listing_id")
    return shown


def _proposed(
    request: QuoteRequest,
    listing: Listing,
    variant_id: str,
    proposal: Proposal,
    before: Quote | None,
    *,
    by: TradeSide = TradeSide.SUPPLIER,
    now: datetime,
) -> Quote:
    chosen = listing.variant(variant_id)
    if chosen.price.currency != request.currency:
        raise OtherCurrency(field="listing_id")
    wanted = listings.Wanted(listing.id, variant_id, proposal.quantity, None)
    listings.sellable(listing, [wanted], field="quantity", now=now)
    return Quote(
        id=ids.new("quo"),
        request_id=request.id,
        buyer_id=request.buyer_id,
        store_id=listing.store_id,
        owner_id=listing.owner_id,
        listing_id=listing.id,
        variant_id=variant_id,
        title=f"{listing.title} {chosen.title}".strip(),
        quantity=proposal.quantity,
        price=Money(proposal.price, chosen.price.currency),
        conditions=proposal.conditions,
        text=proposal.text,
        by=by,
        round=rules.next_round(before, now=now),
        state=OfferState.PENDING,
        created_at=now,
        expires_at=now + timedelta(hours=proposal.hours),
    )


def _write(
    new: Quote,
    before: Quote | None,
    instead: Action,
    *,
    answers: bool = False,
    within: int | None = None,
    now: datetime,
) -> Quote:
    """Store a quotation after another one: 3 items and 1 event, 1 for the one before, 1 for what is counted.

    `answers`: what was asked of this supplier alone, or proposed to it; `within`: so many a month to others.
    """
    with Transaction() as tx:
        tx.put(models.quote_item(new))
        key, actions, condition = models.becoming_latest(new, before)
        tx.update(key, actions, condition=condition)
        _join(tx, new, before)
        if before and before.state is OfferState.PENDING:
            _leave(tx, _past(before, instead, new.by, now))
        if answers:
            suppliers.count_answer(tx, new.store_id, answered=1)
        if within is not None:
            count_answer(tx, new.store_id, most=within, now=now)
        _tell(tx, new, new.by, now)
        return tx.result(new)


def _join(tx: Transaction, new: Quote, before: Quote | None) -> None:
    """A request that is quoted for is open; one more supplier answers it. 1 item."""
    key = models.request_key(new.request_id)
    if before:
        tx.check(key, models.is_open(), otherwise=RequestClosed)
        return

    def refusal() -> DomainError:
        full = requests.load(new.request_id).state is rules.RequestState.OPEN
        return TooManyQuotes() if full else RequestClosed()

    tx.update(key, [RequestItem.suppliers.add(1)], condition=models.has_room(), otherwise=refusal)


def _past(before: Quote, action: Action, side: TradeSide, now: datetime) -> Quote:
    if now >= before.expires_at:
        action, side = Action.EXPIRE, TradeSide.CLOCK
    return replace(before, state=rules.transition(before, action, side, now=now))


def _leave(tx: Transaction, after: Quote) -> None:
    """Note that a quotation waits no more: 1 item. On commit raises WrongQuoteState."""
    key = models.quote_key(after)
    tx.update(key, models.leaving(after), condition=models.waiting(), otherwise=WrongQuoteState)


def _tell(tx: Transaction, quote: Quote, by: TradeSide, now: datetime) -> None:
    tx.emit(
        QuoteMoved(
            at=now,
            person_id=quote.person(by.other),
            title=quote.title,
            request_id=quote.request_id,
            quote_id=quote.id,
            state=quote.state.value,
            by="buyer" if by is TradeSide.BUYER else "supplier",
            quantity=quote.quantity,
            total=quote.total.amount,
            currency=quote.total.currency,
        )
    )


def show(request_id: str, quote_id: str, *, caller: str) -> Quote:
    """A quotation, for both sides. 1 read, for staff 2. Raises QuoteNotFound, NotPermitted."""
    return _load(request_id, quote_id, caller)[1]


def _load(request_id: str, quote_id: str, caller: str) -> tuple[QuoteRequest, Quote, TradeSide]:
    request, found = read_together([models.request_want(request_id), models.quote_want(request_id, quote_id)])
    if request is None or found is None:
        raise QuoteNotFound
    return request, found, _side(found, caller)


def _side(quote: Quote, caller: str) -> TradeSide:
    if caller == quote.buyer_id:
        return TradeSide.BUYER
    stores.permit(caller, Scope.CHAT, store_id=quote.store_id, owner=quote.owner_id, otherwise=QuoteNotFound)
    return TradeSide.SUPPLIER


def counter(request_id: str, quote_id: str, proposal: Proposal, *, caller: str, now: datetime) -> Quote:
    """Answer a quotation with another one, for the same goods.

    Raises QuoteNotFound, NotPermitted, WrongQuoteState, QuoteRoundsOver, RequestClosed, ListingNotFound,
    NotOnSale, SoldOut, ChangedMeanwhile.
    """
    request, before, side = _about_to(request_id, quote_id, Action.COUNTER, caller)
    rules.refuse_closed(request, now=now)
    rules.transition(before, Action.COUNTER, side, now=now)
    listing = _goods(before)
    new = _proposed(request, listing, before.variant_id, proposal, before, by=side, now=now)
    return _write(new, before, Action.COUNTER, answers=rules.is_answer(before, side), now=now)


def _about_to(
    request_id: str, quote_id: str, action: Action, caller: str
) -> tuple[QuoteRequest, Quote, TradeSide]:
    request, found, side = _load(request_id, quote_id, caller)
    if not haggling.may_ever(action, found.actor(side)):
        raise NotPermitted(f"It isn't for the {side} to {action} this quotation.")
    return request, found, side


def _goods(quote: Quote) -> Listing:
    found: Listing | None
    (found,) = read_together([listings.listing_want(quote.listing_id)])
    if (listing := listings.on_sale(found)) is None:
        raise ListingNotFound
    return listing


def decline(request_id: str, quote_id: str, action: Action, *, caller: str, now: datetime) -> Quote:
    """Decline a quotation, or take one's own back. 1 read, for staff 2, 1 transaction of 1 item, 1 event.

    Raises QuoteNotFound, NotPermitted, WrongQuoteState.
    """
    _, before, side = _about_to(request_id, quote_id, action, caller)
    after = replace(before, state=rules.transition(before, action, side, now=now))
    with Transaction() as tx:
        _leave(tx, after)
        if rules.is_answer(before, side):
            suppliers.count_answer(tx, after.store_id, answered=1)
        _tell(tx, after, side, now)
        return tx.result(after)


def accept(request_id: str, quote_id: str, *, caller: str, now: datetime) -> Quote:
    """Agree to a quotation: its request is closed, and its goods are kept for the buyer at that price.

    2 reads, for staff 3, 1 transaction of 7 items at most and 2 events. Raises QuoteNotFound, NotPermitted,
    WrongQuoteState, RequestClosed, ListingNotFound, NotOnSale, VariantNotFound, SoldOut, ChangedMeanwhile.
    """
    request, before, side = _about_to(request_id, quote_id, Action.ACCEPT, caller)
    state = rules.transition(before, Action.ACCEPT, side, now=now)
    awarded = rules.moved(request, RequestAction.AWARD, side, now=now)
    after = replace(before, state=state, reserved_until=now + rules.HELD)
    listing = _goods(before)
    with Transaction() as tx:
        requests.close(tx, request, awarded, after.id)
        _leave(tx, after)
        _promise(tx, after, listing, now)
        if rules.is_answer(before, side):
            suppliers.count_answer(tx, after.store_id, answered=1)
        _tell(tx, after, side, now)
        return tx.result(after)


def _promise(tx: Transaction, quote: Quote, listing: Listing, now: datetime) -> None:
    """Keep what was agreed on for the buyer's checkout: 3 items and 1 event."""
    reservations.reserve(
        tx,
        [listing],
        [reservations.Line(quote.listing_id, quote.variant_id, quote.quantity, quote.price)],
        holder=quote.buyer_id,
        reference=quote.id,
        until=now + rules.HELD,
        terms=Terms.AGREED,
        at=now,
    )
    bargains.leave(tx, Bargain(agreement=quote.id, **asdict(quote.conditions)))


def of_request(request_id: str, *, buyer: str, limit: int, cursor: str | None) -> Page[Quote]:
    """What a buyer's request was answered with, the newest first. 1 read, 1 query. Raises RequestNotFound."""
    if requests.load(request_id).buyer_id != buyer:
        raise RequestNotFound
    within = models.quotes_of_request()
    found = paging.query(QuoteItem, request_id, within, limit=limit, cursor=cursor)
    return found.map(QuoteItem.quote)


def of_store(store_id: str, *, person: str, limit: int, cursor: str | None) -> Page[Quote]:
    """A store's quotations with what buyers answered, the newest first. 1 query, 2 reads.

    Raises StoreNotFound, NotPermitted.
    """
    stores.permitted(store_id, person=person, scope=Scope.CHAT)
    source = models.list_of_store(store_id)
    keys = paging.query(QuoteItem.listed, source, limit=limit, cursor=cursor)
    wants = [models.quote_want(key.pk, key.placed) for key in keys.items]
    found = read_together(wants) if wants else []
    return Page([one for one in found if one], keys.cursor)


def expire_due(now: datetime) -> int:
    """Let requests expire whose time is over, and quotations that nobody answered; answers how many.

    For each of 4 shards of both a query and, if anything is due, a read; for each that is due 1 transaction.
    One that fails is left for the next sweep and doesn't hold up the others.
    """
    expired = requests.expire_due(now)
    for wants in models.due_quotes(now, limit=requests.SWEEP_LIMIT):
        for one in read_together(wants) if wants else []:
            expired += _expired(one, now)
    return expired


def _expired(quote: Quote, now: datetime) -> bool:
    try:
        after = replace(quote, state=rules.transition(quote, Action.EXPIRE, TradeSide.CLOCK, now=now))
        with Transaction() as tx:
            _leave(tx, after)
            if quote.by is TradeSide.BUYER:
                suppliers.count_answer(tx, quote.store_id, missed=1)
        return True
    except DomainError:
        log.exception("quotation not expired", extra={"quote_id": quote.id})
        return False
