"""Writes the files of an export, one each turn: as much as one import would take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from chalicelib.foundation import files
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.bulk import models, rules
from chalicelib.listings.bulk.events import ExportTurn
from chalicelib.listings.bulk.rules import Export, Reason, State
from chalicelib.listings.bulk.writing import Sheet, Shown
from chalicelib.stores import service as stores
from chalicelib.stores.errors import NotPermitted, StoreNotFound
from chalicelib.stores.service import Scope

PAGE = 100
"""So many goods are read at a time."""


def take_turn(export_id: str, *, turn: int, now: datetime) -> None:
    """Write the next file of an export, unless this turn was taken.

    2 reads, 1 query and 1 read for each 100 goods in it, 1 PutObject, 1 transaction of 2 items at most.
    """
    one: Export | None
    (one,) = read_together([models.export_want(export_id)])
    if one is None or one.state is not State.RUNNING or one.turn != turn:
        return
    try:
        after = _written(one, now=now)
        with Transaction() as tx:
            tx.put(models.export_item(after), condition=models.export_as_read(one))
            if after.state is State.RUNNING:
                tx.emit(ExportTurn(at=now, export_id=one.id, turn=after.turn))
    except ChangedMeanwhile:
        return  # the same message came twice at once, and the other one was faster


def _written(one: Export, *, now: datetime) -> Export:
    """The export after its next file, or after it was found that there can't be one."""
    ended = replace(one, finished_at=now)
    if one.turn == rules.MOST_FILES:
        return replace(ended, state=State.FAILED, reason=Reason.TOO_MANY_GOODS)
    try:
        stores.permitted(one.store_id, person=one.person_id, scope=Scope.GOODS_EDIT)
    except (StoreNotFound, NotPermitted):
        return replace(ended, state=State.FAILED, reason=Reason.NOT_PERMITTED)
    sheet, more = _filled(one)
    files.keep(one.key(one.turn), sheet.content(), one.format.content_type, cache="private, no-store")
    return replace(
        one if more else ended,
        state=State.RUNNING if more else State.DONE,
        turn=one.turn + 1,
        after=sheet.goods[-1][0].id if sheet.goods else one.after,
        rows=one.rows + sheet.rows,
        listings=one.listings + len(sheet.goods),
    )


def _filled(one: Export) -> tuple[Sheet, bool]:
    """A full file, and whether there are more goods; or the last one."""
    sheet = Sheet(one.format)
    for shown in _goods(one.store_id, one.after):
        if not sheet.take(shown):
            return sheet, True
    return sheet, False


def _goods(store_id: str, after: str) -> Iterator[Shown]:
    while page := listings.goods_after(store_id, after, limit=PAGE):
        yield from page
        after = page[-1][0].id
