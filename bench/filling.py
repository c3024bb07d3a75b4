"""Fills the partitions that matter: copies of real items under new ids, newer than all that is there.

A store's listings, a buyer's orders (every tenth of them on its way, so that it waits in the clock's index),
her wallet's entries and her notifications, the stock journal of what she buys, the messages of her
conversation with the store, what she asks for and the store quotes; the store's followers and broadcasts; its
merchant's files, storage invoices and contracts with partners.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import count
from typing import Any

from bench import trading
from bench.capacity import Item
from bench.cast import RICH, Cast
from chalicelib.foundation import clock, ids
from chalicelib.foundation.config import settings
from chalicelib.foundation.money import Money
from chalicelib.listings.events import Cause, MovedLine, StockMoved
from chalicelib.listings.journal import service as journal
from chalicelib.notifications import service as notifications
from chalicelib.orders.events import OrderShipped
from chalicelib.payments import service as payments
from chalicelib.social.followers import service as followers
from chalicelib.storage import service as storage
from chalicelib.storage.rules import PlanCode

BATCH = 25
"""The most items that one BatchWriteItem takes."""

_THREADS = 4

FIRST = "m#0000000001"
"""The key of a conversation's first message."""

_OPEN = {"open_in": {"S": "requests#hair"}}
"""A request is in its category's list if it is to all suppliers: the copies are."""

Change = Callable[[datetime, int], str]
"""What stands in a copy instead of the original's words, by the copy's time and number."""


@dataclass(frozen=True, slots=True)
class Original:
    """A real item to copy, as text, and what is another in each copy."""

    table: str
    text: str
    changes: Mapping[str, Change]
    """By the original's words."""

    @classmethod
    def of(cls, domain: str, item: Item, changes: Mapping[str, Change]) -> Original:
        """A domain's item, as it was read."""
        return cls(settings().table(domain), json.dumps(item), changes)

    def copy(self, at: datetime, number: int) -> str:
        """The item as it would have been made at a time, as JSON."""
        text = self.text
        for words, other in self.changes.items():
            text = text.replace(words, other(at, number))
        return text


def originals(client: Any, cast: Cast) -> list[Sequence[Original]]:
    """What is copied: for each kind of item its originals, which take turns."""
    listing, done, on_its_way = cast.goods[0].id, cast.completed().id, cast.shipped().id
    entry = _newest(client, "payments", f"wallet:{cast.buyer}:CNY")
    told = _told(client, cast, on_its_way)
    of_listing = Original.of("listings", _item(client, "listings", listing, "listing"), _new("lst", listing))
    of_done = Original.of("orders", _item(client, "orders", done, "order"), _new("ord", done))
    of_sent = Original.of("orders", _item(client, "orders", on_its_way, "order"), _new("ord", on_its_way))
    _, at, _ = entry["sk"]["S"].split("#")
    of_entry = Original.of("payments", entry, {at: _stamp} | _new("ord", entry["reference"]["S"]))
    of_told = Original.of("notifications", told, _new("ntf", told["sk"]["S"]))
    moved = _moved(client, listing)
    of_moved = Original.of("listings", moved, _new("evt", moved["sk"]["S"]))
    said = _item(client, "conversations", cast.talk, FIRST)
    of_message = Original.of("conversations", said, {FIRST: _next})
    bought = [[of_message], [of_listing], [*[of_done] * 9, of_sent], [of_entry], [of_told], [of_moved]]
    return [*bought, *_of_trade(client, cast), *([one] for one in _kept_by_merchant(client, cast))]


def _kept_by_merchant(client: Any, cast: Cast) -> list[Original]:
    """A follower and a broadcast of the store, and a file and an invoice of its merchant."""
    store, merchant, fan, now = cast.store.id, cast.merchant, ids.new("per"), clock.now()
    followers.follow(store, person=fan, now=now)
    said = followers.broadcast(store, person=merchant, text="上新了", listing_id="", now=now)
    payments.top_up(merchant, amount=Money(RICH, "CNY"), method="pm_card_visa", now=now)
    if storage.standing(merchant).plan.code is PlanCode.FREE:
        storage.change(merchant, PlanCode.STANDARD, now=now)
    (paid, *_) = storage.invoices(merchant, limit=1, cursor=None).items
    follower = _item(client, "social", store, f"follower#{fan}")
    broadcast = _item(client, "social", store, f"broadcast#{said.id}")
    photo = _item(client, "photos", cast.photos[0], "photo")
    invoice = _item(client, "storage", merchant, f"invoice#{paid.id}")
    return [
        Original.of("social", follower, _new("per", fan)),
        Original.of("social", broadcast, _new("bct", said.id)),
        Original.of("photos", photo, _new("pho", cast.photos[0])),
        Original.of("storage", invoice, _new("inv", paid.id)),
    ]


def _of_trade(client: Any, cast: Cast) -> list[list[Original]]:
    """What is asked for and quoted, and a contract with a partner."""
    quote, work = trading.asked_and_quoted(cast), trading.hired(cast).id
    asked = _item(client, "wholesale", quote.request_id, "request")
    quoted = _item(client, "wholesale", quote.request_id, f"quote#{quote.id}")
    return [
        [Original.of("wholesale", asked | _OPEN, _new("rfq", quote.request_id))],
        [Original.of("wholesale", quoted, _new("quo", quote.id))],
        [Original.of("partners", _item(client, "partners", work, "contract"), _new("ctr", work))],
    ]


def fill(
    client: Any,
    kinds: Sequence[Sequence[Original]],
    count: int,
    *,
    since: datetime,
    say: Callable[[str], None] = lambda _: None,
) -> datetime:
    """Store `count` copies of each kind, the oldest of just after `since`; answers until when they are."""
    until = clock.now()
    pace = (until - since) / count
    batches = [
        [(kind[n % len(kind)], since + pace * (n + 1), n) for n in range(start, min(start + BATCH, count))]
        for kind in kinds
        for start in range(0, count, BATCH)
    ]
    client.meta.events.register("before-call.dynamodb.BatchWriteItem", _put_body)
    try:
        with ThreadPoolExecutor(_THREADS) as pool:
            for number, _ in enumerate(pool.map(partial(_store, client), batches), 1):
                say(f"{number * BATCH:,} of {len(batches) * BATCH:,} items")
    finally:
        client.meta.events.unregister("before-call.dynamodb.BatchWriteItem", _put_body)
    return until


def _store(client: Any, batch: Sequence[tuple[Original, datetime, int]]) -> None:
    """Store copies with one BatchWriteItem.

    Its body is put together of the originals' text: to have boto3 take 100,000 items apart and together
    again would take as long as to store them.
    """
    puts = [f'{{"PutRequest":{{"Item":{one.copy(at, number)}}}}}' for one, at, number in batch]
    table = batch[0][0].table
    _body.set(f'{{"RequestItems":{{"{table}":[{",".join(puts)}]}}}}'.encode())
    answer = client.batch_write_item(RequestItems={})
    assert not answer.get("UnprocessedItems"), "the local engine takes all"


_body: ContextVar[bytes] = ContextVar("body")


def _put_body(params: dict[str, Any], **_: Any) -> None:
    params["body"] = _body.get()


def _new(prefix: str, old: str) -> dict[str, Change]:
    """An id that sorts by its copy's time, and then by its number."""
    return {old: lambda at, number: f"{prefix}_{ids.first_at(at)[:10]}{number:016}"}


_numbers = count(2)
"""Of messages; the first one is real."""


def _next(_: datetime, __: int) -> str:
    """A message's number: there is one already."""
    return f"m#{next(_numbers):010}"


def talk_on(client: Any, cast: Cast) -> None:
    """Let the conversation know how many messages were stored in it."""
    last = int(_newest_message(client, cast).removeprefix("m#"))
    client.update_item(
        TableName=settings().table("conversations"),
        Key={"pk": {"S": cast.talk}, "sk": {"S": "conversation"}},
        UpdateExpression="SET #last = :last",
        ExpressionAttributeNames={"#last": "last"},
        ExpressionAttributeValues={":last": {"N": str(last)}},
    )


def _newest_message(client: Any, cast: Cast) -> str:
    found = client.query(
        TableName=settings().table("conversations"),
        KeyConditionExpression="pk = :pk AND begins_with(sk, :m)",
        ExpressionAttributeValues={":pk": {"S": cast.talk}, ":m": {"S": "m#"}},
        ScanIndexForward=False,
        Limit=1,
    )
    newest: str = found["Items"][0]["sk"]["S"]
    return newest


def _stamp(at: datetime, _: int) -> str:
    return clock.stamp(at)


def _item(client: Any, domain: str, pk: str, sk: str) -> Any:
    found = client.get_item(
        TableName=settings().table(domain), Key={"pk": {"S": pk}, "sk": {"S": sk}}, ConsistentRead=True
    )
    return found["Item"]


def _newest(client: Any, domain: str, pk: str) -> Any:
    found = client.query(
        TableName=settings().table(domain),
        KeyConditionExpression="pk = :pk",
        ExpressionAttributeValues={":pk": {"S": pk}},
        ScanIndexForward=False,
        Limit=1,
    )
    return found["Items"][0]


def _moved(client: Any, listing_id: str) -> Any:
    """An entry of a variant's stock journal, as a sale makes it."""
    line = MovedLine(listing_id=listing_id, variant_id="v01", change=-1, reference=ids.new("ord"))
    sold = StockMoved(at=clock.now(), cause=Cause.SOLD, by=ids.new("per"), lines=(line,))
    journal.keep(sold)
    return _item(client, "listings", f"journal#{listing_id}#v01", sold.event_id)


def _told(client: Any, cast: Cast, order_id: str) -> Any:
    """A notification that the buyer really gets."""
    told = OrderShipped(
        at=clock.now(),
        order_id=order_id,
        buyer_id=cast.buyer,
        merchant_id=cast.merchant,
        store_name=cast.store.name,
        total=1_990,
        currency="CNY",
        summary=cast.goods[0].title,
        courier="中通快递",
        tracking_number="ZT1234567890",
    )
    notifications.tell(told)
    return _newest(client, "notifications", cast.buyer)
