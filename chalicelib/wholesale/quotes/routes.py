"""The routes of requests for quotation and of quotations."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.accounts.errors import BadRegion
from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile, DomainError
from chalicelib.foundation.haggling import Action
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.listings.categories.errors import UnknownCategory
from chalicelib.listings.errors import ListingNotFound, NotOnSale, SoldOut, VariantNotFound
from chalicelib.orders.errors import OwnGoods
from chalicelib.stores.errors import BadCurrency, NotPermitted, StoreNotFound
from chalicelib.wholesale.errors import (
    AnswersUsedUp,
    NotASupplier,
    OtherCurrency,
    QuoteNotFound,
    QuoteOpen,
    QuoteRoundsOver,
    RequestClosed,
    RequestNotFound,
    TooManyQuotes,
    WrongQuoteState,
)
from chalicelib.wholesale.quotes import requests, service
from chalicelib.wholesale.quotes.rules import Quote, QuoteRequest
from chalicelib.wholesale.quotes.schemas import (
    CounterQuote,
    NewQuoteRequest,
    NewSupplierQuote,
    OpenRequestsQuery,
    QuoteRequestsView,
    QuoteRequestView,
    SupplierQuotesView,
    SupplierQuoteView,
)

bp = Routes(__name__)

_GOODS: tuple[type[DomainError], ...] = (ListingNotFound, VariantNotFound, NotOnSale, SoldOut)
_MOVES = (QuoteNotFound, NotPermitted, WrongQuoteState)


@bp.post(
    "/quote-requests",
    answers=QuoteRequestView,
    status=HTTPStatus.CREATED,
    raises=(BadCurrency, OtherCurrency, BadRegion, UnknownCategory, ListingNotFound, OwnGoods),
)
def ask_for_quotes(caller: Caller, body: NewQuoteRequest) -> QuoteRequest:
    """Ask all suppliers, or one, for quotations."""
    return requests.ask(caller.person_id, body.asking(), now=clock.now())


@bp.get("/quote-requests", answers=QuoteRequestsView)
def my_quote_requests(caller: Caller, query: PageQuery) -> Page[QuoteRequest]:
    """List what one asked for, the newest first."""
    return requests.asked_by(caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.get("/open-requests", answers=QuoteRequestsView)
def open_requests(caller: Caller, query: OpenRequestsQuery) -> Page[QuoteRequest]:  # noqa: ARG001
    """List what is asked of all suppliers in a category, the newest first."""
    return requests.open_in(query.category, limit=query.limit, cursor=query.cursor)


@bp.get("/quote-requests/{request_id}", answers=QuoteRequestView, raises=(RequestNotFound, NotPermitted))
def show_quote_request(request_id: str, caller: Caller) -> QuoteRequest:
    """See a request for quotation."""
    return requests.show(request_id, caller=caller.person_id)


@bp.post(
    "/quote-requests/{request_id}/withdraw",
    answers=QuoteRequestView,
    raises=(RequestNotFound, RequestClosed),
)
def withdraw_quote_request(request_id: str, caller: Caller) -> QuoteRequest:
    """Ask no more."""
    return requests.withdraw(request_id, buyer=caller.person_id, now=clock.now())


@bp.post(
    "/quote-requests/{request_id}/quotes",
    answers=SupplierQuoteView,
    status=HTTPStatus.CREATED,
    raises=(
        *_GOODS,
        RequestNotFound,
        RequestClosed,
        StoreNotFound,
        NotPermitted,
        NotASupplier,
        OwnGoods,
        OtherCurrency,
        QuoteOpen,
        QuoteRoundsOver,
        TooManyQuotes,
        AnswersUsedUp,
        WrongQuoteState,
        ChangedMeanwhile,
    ),
)
def make_quote(request_id: str, caller: Caller, body: NewSupplierQuote) -> Quote:
    """Answer a request with a quotation, as a supplier."""
    return service.quote(request_id, body.goods(), body.proposal(), caller=caller.person_id, now=clock.now())


@bp.get("/quote-requests/{request_id}/quotes", answers=SupplierQuotesView, raises=(RequestNotFound,))
def quotes_of_request(request_id: str, caller: Caller, query: PageQuery) -> Page[Quote]:
    """List what one's request was answered with, the newest first."""
    return service.of_request(request_id, buyer=caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.get("/stores/{store_id}/quotes", answers=SupplierQuotesView, raises=(StoreNotFound, NotPermitted))
def quotes_of_store(store_id: str, caller: Caller, query: PageQuery) -> Page[Quote]:
    """List a store's quotations, and what buyers answered, the newest first."""
    return service.of_store(store_id, person=caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.get(
    "/quote-requests/{request_id}/quotes/{quote_id}",
    answers=SupplierQuoteView,
    raises=(QuoteNotFound, NotPermitted),
)
def show_quote(request_id: str, quote_id: str, caller: Caller) -> Quote:
    """See a quotation and what became of it."""
    return service.show(request_id, quote_id, caller=caller.person_id)


@bp.post(
    "/quote-requests/{request_id}/quotes/{quote_id}/counter",
    answers=SupplierQuoteView,
    status=HTTPStatus.CREATED,
    raises=(*_MOVES, *_GOODS, QuoteRoundsOver, RequestClosed, ChangedMeanwhile),
)
def counter_quote(request_id: str, quote_id: str, caller: Caller, body: CounterQuote) -> Quote:
    """Answer a quotation with another one."""
    return service.counter(request_id, quote_id, body.proposal(), caller=caller.person_id, now=clock.now())


@bp.post(
    "/quote-requests/{request_id}/quotes/{quote_id}/accept",
    answers=SupplierQuoteView,
    raises=(*_MOVES, *_GOODS, RequestClosed, ChangedMeanwhile),
)
def accept_quote(request_id: str, quote_id: str, caller: Caller) -> Quote:
    """Agree to a quotation: no other of its request can be accepted any more."""
    return service.accept(request_id, quote_id, caller=caller.person_id, now=clock.now())


@bp.post("/quote-requests/{request_id}/quotes/{quote_id}/decline", answers=SupplierQuoteView, raises=_MOVES)
def decline_quote(request_id: str, quote_id: str, caller: Caller) -> Quote:
    """Decline a quotation."""
    return service.decline(request_id, quote_id, Action.DECLINE, caller=caller.person_id, now=clock.now())


@bp.post("/quote-requests/{request_id}/quotes/{quote_id}/retract", answers=SupplierQuoteView, raises=_MOVES)
def retract_quote(request_id: str, quote_id: str, caller: Caller) -> Quote:
    """Take one's own quotation back."""
    return service.decline(request_id, quote_id, Action.RETRACT, caller=caller.person_id, now=clock.now())
