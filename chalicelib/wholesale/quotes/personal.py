"""What a person asked to be quoted, what she was quoted, and what her stores quoted to others.

Quantities, prices and what became of them stay for the other side; what she wrote with them doesn't.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.haggling import Action, OfferState
from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Forget, Holding, nested
from chalicelib.foundation.transaction import Transaction
from chalicelib.stores.personal import over_stores
from chalicelib.stores.service import Store
from chalicelib.wholesale.quotes import models, requests, service
from chalicelib.wholesale.quotes.rules import Quote, QuoteRequest, RequestState, TradeSide

_AT_ONCE = 25


def _requests(person_id: str, cursor: str | None) -> Page[QuoteRequest]:
    return requests.asked_by(person_id, limit=_AT_ONCE, cursor=cursor)


def _one_request(person_id: str, cursor: str | None) -> Page[QuoteRequest]:
    return requests.asked_by(person_id, limit=1, cursor=cursor)


def _forget_requests(person_id: str, cursor: str | None, now: datetime) -> str | None:
    """She asks no more. 1 query, 1 read, 1 use case for what is open, 1 transaction of 25 items at most."""
    page = _requests(person_id, cursor)
    for one in page.items:
        if one.state is RequestState.OPEN:
            with suppress(DomainError):  # it was awarded meanwhile, or is over and the clock says so soon
                requests.withdraw(one.id, buyer=person_id, now=now)
    with Transaction() as tx:
        for one in page.items:
            tx.update(models.request_key(one.id), models.bare_request(one))
    return page.cursor


def _of_request(request: QuoteRequest, cursor: str | None) -> Page[Quote]:
    return service.of_request(request.id, buyer=request.buyer_id, limit=_AT_ONCE, cursor=cursor)


def _of_store(store: Store, cursor: str | None) -> Page[Quote]:
    return service.of_store(store.id, person=store.owner_id, limit=_AT_ONCE, cursor=cursor)


_received = nested(_one_request, _of_request)
_given = over_stores(_of_store)


def _forget(pages: Callable[[str, str | None], Page[Quote]], side: TradeSide) -> Forget:
    def forget(person_id: str, cursor: str | None, now: datetime) -> str | None:
        """Take back what waits of one side, and what it wrote. As requests; of stores 2 reads more."""
        page = pages(person_id, cursor)
        hers = [one for one in page.items if one.by is side]
        for one in hers:
            if one.state is OfferState.PENDING:
                with suppress(DomainError):  # it was answered meanwhile, or has expired
                    service.decline(one.request_id, one.id, Action.RETRACT, caller=person_id, now=now)
        with Transaction() as tx:
            for one in hers:
                tx.update(models.quote_key(one), models.bare_quote(one))
        return page.cursor

    return forget


HOLDINGS = (
    Holding("quote-requests", pages=_requests, forget=_forget_requests),
    Holding("quotes", pages=_received, forget=_forget(_received, TradeSide.BUYER)),
    Holding("quotes-of-stores", pages=_given, forget=_forget(_given, TradeSide.SUPPLIER)),
)
