"""Keeping the stock journal and reading it.

It is kept from the event that every transaction tells which moves stock, not in that transaction: a checkout
of 30 goods has no room for 30 entries, and no sale waits for the books. The outbox loses no event, an entry
is written once for an event, and what the entries come to is added up in the same transaction. So once all
events are heard the sum is the stock, and what there was after each entry is counted down from it, as in a
wallet's statement.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from chalicelib.foundation import paging
from chalicelib.foundation.errors import Busy, DomainError
from chalicelib.foundation.paging import BadCursor, Page
from chalicelib.foundation.tables import get, read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import models as goods
from chalicelib.listings import service as listings
from chalicelib.listings.events import MovedLine, StockMoved
from chalicelib.listings.journal import models, rules
from chalicelib.listings.journal.models import EntryItem, SumItem
from chalicelib.listings.journal.rules import Line, Sum
from chalicelib.stores.service import Scope

AT_ONCE = 40
"""How many lines of an event are kept in one transaction, of 2 items each."""

_LOOKS = 4


class _KeptBefore(DomainError):
    """The event came twice."""


def keep(event: StockMoved) -> None:
    """Write what moved into the journal, once, however often the event comes.

    1 transaction of 2 items a variant for each 40 variants. Raises Busy.
    """
    for start in range(0, len(event.lines), AT_ONCE):
        with suppress(_KeptBefore):
            _keep(event, event.lines[start : start + AT_ONCE])


def _keep(event: StockMoved, lines: Sequence[MovedLine]) -> None:
    with Transaction() as tx:
        for line in lines:
            tx.put(models.entry_item(event, line), otherwise=_KeptBefore)
            tx.update(models.sum_key(line), models.adding(line))


@dataclass(frozen=True, slots=True)
class Journal:
    """Some of a variant's journal, the newest first, and how the variant stands.

    `stock` is what can be bought now; the lines' may lag behind it by what is still on its way.
    """

    variant_id: str
    stock: int
    reserved: int
    page: Page[Line]


def read(listing_id: str, variant_id: str, *, person: str, limit: int, cursor: str | None) -> Journal:
    """A variant's journal. 3 reads and 1 query, for staff 1 read more; further pages 1 read less.

    Raises ListingNotFound, NotPermitted, VariantNotFound, BadCursor, Busy.
    """
    (found,) = read_together([goods.listing_want(listing_id)])
    listing = listings.permitted(found, person=person, scope=Scope.GOODS_READ)
    variant = listing.variant(variant_id)
    place = models.partition(listing_id, variant_id)
    total, page = _further(place, limit, cursor) if cursor else _first(place, limit)
    return Journal(variant_id, variant.stock, total.reserved, page)


def _sum(place: str) -> Sum:
    found: SumItem | None = get(SumItem, place, "sum")
    return found.sum() if found else Sum()


def _first(place: str, limit: int) -> tuple[Sum, Page[Line]]:
    """The newest entries; read again when one came while they were read, as the number of entries tells."""
    for _ in range(_LOOKS):
        before = _sum(place)
        page = _lines(place, before.stock, before.reserved, limit=limit, cursor=None)
        if _sum(place).entries == before.entries:
            return before, page
    raise Busy


def _further(place: str, limit: int, cursor: str) -> tuple[Sum, Page[Line]]:
    """The entries where the last page ended: its cursor tells what there was before it."""
    start, *running = cursor.rsplit(".", 2)
    try:
        stock, reserved = (int(one) for one in running)
    except ValueError:
        raise BadCursor(field="cursor") from None
    return _sum(place), _lines(place, stock, reserved, limit=limit, cursor=start)


def _lines(place: str, stock: int, reserved: int, *, limit: int, cursor: str | None) -> Page[Line]:
    found = paging.query(EntryItem, place, EntryItem.sk.startswith("evt_"), limit=limit, cursor=cursor)
    lines, stock, reserved = rules.counted_down([item.entry() for item in found.items], stock, reserved)
    return Page(lines, f"{found.cursor}.{stock}.{reserved}" if found.cursor else None)
