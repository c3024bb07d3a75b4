"""Requests and quotations as the wholesale table keeps them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action as Update

from chalicelib.foundation import clock, due
from chalicelib.foundation.haggling import OfferState
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.wholesale.models import Due, Listed, Opened
from chalicelib.wholesale.quotes.rules import (
    MOST_SUPPLIERS,
    Conditions,
    Quote,
    QuoteRequest,
    RequestState,
    Seen,
    TradeSide,
)

_QUOTE, _REQUEST = "quote", "request"


class RequestItem(Item):
    """A request for quotation. Key: its id, `request`. `facts` change when its buyer is forgotten."""

    class Meta(Item.Meta):
        table_name = table("wholesale")

    facts = JSONAttribute()
    state = UnicodeAttribute()
    suppliers = NumberAttribute(default=0)
    accepted = UnicodeAttribute(null=True)
    listed_in = UnicodeAttribute()
    open_in = UnicodeAttribute(null=True)
    placed = UnicodeAttribute()
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    listed, opened, due = Listed(), Opened(), Due()

    def request(self) -> QuoteRequest:
        """What the business knows of it."""
        facts = self.facts
        currency = facts["currency"]
        return QuoteRequest(
            **{name: facts[name] for name in _PLAIN},
            id=self.pk,
            target=Money(facts["target"], currency) if facts["target"] else None,
            about=_seen(facts["about"]) if facts["about"] else None,
            asked_at=clock.moment(facts["asked_at"]),
            closes_at=clock.moment(facts["closes_at"]),
            state=RequestState(self.state),
            suppliers=int(self.suppliers),
            accepted=self.accepted,
        )


_PLAIN = ("buyer_id", "title", "text", "category", "quantity", "currency", "region")


def _seen(row: Mapping[str, Any]) -> Seen:
    return Seen(**{**row, "price": Money(**row["price"])})


class QuoteItem(Item):
    """A quotation. Key: its request, `quote#` and its id. `facts` change when who wrote it is forgotten."""

    class Meta(Item.Meta):
        table_name = table("wholesale")

    facts = JSONAttribute()
    state = UnicodeAttribute()
    reserved_until = UTCDateTimeAttribute(null=True)
    listed_in = UnicodeAttribute()
    placed = UnicodeAttribute()
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    listed, due = Listed(), Due()

    def quote(self) -> Quote:
        """What the business knows of it."""
        facts = dict(self.facts)
        return Quote(
            **{
                **facts,
                "price": Money(**facts["price"]),
                "conditions": Conditions(**facts["conditions"]),
                "by": TradeSide(facts["by"]),
                "created_at": clock.moment(facts["created_at"]),
                "expires_at": clock.moment(facts["expires_at"]),
            },
            id=self.sk.removeprefix(f"{_QUOTE}#"),
            request_id=self.pk,
            state=OfferState(self.state),
            reserved_until=self.reserved_until,
        )


class ThreadItem(Item):
    """The latest quotation between a buyer and a supplier. Key: the request, `thread#` and the store."""

    class Meta(Item.Meta):
        table_name = table("wholesale")

    quote_id = UnicodeAttribute()


def request_item(request: QuoteRequest) -> RequestItem:
    """A new request as it is stored, in the clock's hands; one to anybody is in its category's list."""
    return RequestItem(
        pk=request.id,
        sk=_REQUEST,
        facts=_facts_of_request(request),
        state=request.state.value,
        listed_in=list_of_buyer(request.buyer_id),
        open_in=None if request.about else open_list(request.category),
        placed=request.id,
        due_shard=due.shard(_REQUEST, request.id),
        due_at=clock.stamp(request.closes_at),
    )


def _facts_of_request(request: QuoteRequest) -> dict[str, Any]:
    return {name: getattr(request, name) for name in _PLAIN} | {
        "target": request.target.amount if request.target else None,
        "about": asdict(request.about) if request.about else None,
        "asked_at": clock.stamp(request.asked_at),
        "closes_at": clock.stamp(request.closes_at),
    }


def bare_request(request: QuoteRequest) -> list[Update]:
    """The change that takes away what its buyer wrote."""
    return [RequestItem.facts.set(_facts_of_request(replace(request, title="", text="")))]


def list_of_buyer(buyer: str) -> str:
    """The list of a buyer's requests."""
    return f"requests#{buyer}"


def list_of_store(store_id: str) -> str:
    """The list of a store's quotations."""
    return f"quotes#{store_id}"


def open_list(category: str) -> str:
    """The list of a category's open requests."""
    return f"requests#{category}"


def request_want(request_id: str) -> Want[QuoteRequest]:
    """A request to be read."""
    return Want(RequestItem, request_id, _REQUEST, RequestItem.request)


def request_key(request_id: str) -> RequestItem:
    """The item to update, known by its key alone."""
    return RequestItem(pk=request_id, sk=_REQUEST)


def closing(after: RequestState, accepted: str | None = None) -> list[Update]:
    """The change by which a request is open no more."""
    item = RequestItem
    changes: list[Update] = [
        item.state.set(after.value),
        item.open_in.remove(),
        item.due_shard.remove(),
        item.due_at.remove(),
    ]
    return [*changes, item.accepted.set(accepted)] if accepted else changes


def is_open() -> Condition:
    """That a request is open."""
    still: Condition = RequestItem.state == RequestState.OPEN.value
    return still


def has_room() -> Condition:
    """That a request is open and another supplier may answer it."""
    room: Condition = is_open() & (RequestItem.suppliers < MOST_SUPPLIERS)
    return room


def quote_item(quote: Quote) -> QuoteItem:
    """A new quotation as it is stored, in the clock's hands while it waits."""
    return QuoteItem(
        pk=quote.request_id,
        sk=f"{_QUOTE}#{quote.id}",
        facts=_facts_of_quote(quote),
        state=quote.state.value,
        listed_in=list_of_store(quote.store_id),
        placed=quote.id,
        due_shard=due.shard(_QUOTE, quote.id),
        due_at=clock.stamp(quote.expires_at),
    )


def _facts_of_quote(quote: Quote) -> dict[str, Any]:
    facts = asdict(quote)
    for name in ("id", "request_id", "state", "reserved_until"):
        del facts[name]
    stamps = {"created_at": clock.stamp(quote.created_at), "expires_at": clock.stamp(quote.expires_at)}
    return facts | stamps | {"by": quote.by.value}


def bare_quote(quote: Quote) -> list[Update]:
    """The change that takes away what was written with it."""
    return [QuoteItem.facts.set(_facts_of_quote(replace(quote, text="")))]


def quote_want(request_id: str, quote_id: str) -> Want[Quote]:
    """A quotation to be read."""
    return Want(QuoteItem, request_id, f"{_QUOTE}#{quote_id}", QuoteItem.quote)


def quote_key(quote: Quote) -> QuoteItem:
    """The item to update, known by its key alone."""
    return QuoteItem(pk=quote.request_id, sk=f"{_QUOTE}#{quote.id}")


def quotes_of_request() -> Condition:
    """The quotations among all that lies under a request."""
    return QuoteItem.sk.startswith(f"{_QUOTE}#")


def leaving(after: Quote) -> list[Update]:
    """The change by which a quotation waits no more."""
    item = QuoteItem
    until = after.reserved_until
    return [
        item.state.set(after.state.value),
        item.reserved_until.set(until) if until else item.reserved_until.remove(),
        item.due_shard.remove(),
        item.due_at.remove(),
    ]


def waiting() -> Condition:
    """That a quotation waits for its answer."""
    waits: Condition = QuoteItem.state == OfferState.PENDING.value
    return waits


def latest_want(request_id: str, store_id: str) -> Want[str]:
    """The id of the latest quotation of a supplier, or to it, to be read."""
    return Want(ThreadItem, request_id, f"thread#{store_id}", lambda item: str(item.quote_id))


def becoming_latest(quote: Quote, before: Quote | None) -> tuple[ThreadItem, list[Update], Condition]:
    """The change by which a quotation is the latest with its supplier, if the one before it still is."""
    key = ThreadItem(pk=quote.request_id, sk=f"thread#{quote.store_id}")
    first: Condition = ThreadItem.pk.does_not_exist()
    return key, [ThreadItem.quote_id.set(quote.id)], ThreadItem.quote_id == before.id if before else first


def due_requests(now: datetime, *, limit: int) -> Iterator[list[Want[QuoteRequest]]]:
    """Which requests are over, the longest first, a shard at a time. A query for each of 4 shards."""
    for keys in due.by_shard(RequestItem.due, RequestItem.due_at, _REQUEST, now, limit=limit):
        yield [request_want(key.pk) for key in keys]


def due_quotes(now: datetime, *, limit: int) -> Iterator[list[Want[Quote]]]:
    """Which quotations have expired, likewise."""
    for keys in due.by_shard(QuoteItem.due, QuoteItem.due_at, _QUOTE, now, limit=limit):
        yield [Want(QuoteItem, key.pk, key.sk, QuoteItem.quote) for key in keys]
