"""Lets somebody go, by turns: first it is looked whether anything is open, then she is forgotten.

What is forgotten stays forgotten when a turn is taken again. Her account goes last: from then on nothing
leads from the id under which books and orders are kept to a person.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chalicelib.accounts import service as accounts
from chalicelib.foundation import due
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.notifications.events import FarewellMoved
from chalicelib.privacy import models, rules
from chalicelib.privacy.events import FarewellTurn
from chalicelib.privacy.holdings import holdings
from chalicelib.privacy.models import FarewellItem
from chalicelib.privacy.rules import Farewell, FarewellState

AT_ONCE = 25
"""How many farewells of each shard one sweep begins."""


def begin_due(now: datetime) -> int:
    """Begin to let go whose waiting time is over; answers how many.

    A query for each of 4 shards; for each person 1 read, 1 transaction of 1 item and 1 event.
    """
    begun = 0
    for found in due.by_shard(FarewellItem.by_due, FarewellItem.due_at, "privacy", now, limit=AT_ONCE):
        for item in found:
            begun += _begin(item.pk, now=now)
    return begun


def _begin(person_id: str, *, now: datetime) -> int:
    one = _read(person_id)
    if one is None or one.state is not FarewellState.WAITING or one.due > now:
        return 0  # the index was a moment behind
    try:
        _go_on(one, replace(one, state=FarewellState.CHECKING), now=now)
    except ChangedMeanwhile:
        return 0  # she has called it off at this instant
    return 1


def _read(person_id: str) -> Farewell | None:
    found: Farewell | None
    (found,) = read_together([models.farewell_want(person_id)])
    return found


def _go_on(before: Farewell, after: Farewell, *, now: datetime) -> None:
    """Note how far it is: 1 item, and 1 event."""
    after = replace(after, turn=before.turn + 1, version=before.version + 1)
    with Transaction() as tx:
        tx.put(models.farewell_item(after), condition=models.farewell_as_read(before))
        if after.state in (FarewellState.CHECKING, FarewellState.FORGETTING):
            tx.emit(FarewellTurn(at=now, person_id=after.person_id, turn=after.turn))
        elif after.state is FarewellState.REFUSED:
            told = {"person_id": after.person_id, "state": after.state.value, "until": after.due}
            tx.emit(FarewellMoved.model_validate({**told, "at": now}))


def take_turn(person_id: str, *, turn: int, now: datetime) -> None:
    """Look at, or forget, the next page of what is held on somebody, unless this turn was taken.

    1 read, what the page costs, 1 transaction of 1 item and 1 event. Raises what forgetting raises, such as
    ChangedMeanwhile where somebody else moved a thing of hers: the turn comes again.
    """
    one = _read(person_id)
    if one is None or one.turn != turn:
        return
    if one.state is FarewellState.CHECKING:
        after = _checked(one)
    elif one.state is FarewellState.FORGETTING:
        after = _forgotten(one, now)
    else:
        return
    try:
        _go_on(one, after, now=now)
    except ChangedMeanwhile:
        return  # the same message came twice at once, and the other one was faster


def _checked(one: Farewell) -> Farewell:
    page = holdings()[one.part].open_matters(one.person_id, one.cursor)
    said = (*one.open_matters, *page.items)[: rules.MOST_SAID]
    after = _next(replace(one, open_matters=said), page.cursor)
    if after.part < len(holdings()):
        return after
    if said:
        return replace(after, state=FarewellState.REFUSED)
    return replace(after, state=FarewellState.FORGETTING, part=0)


def _forgotten(one: Farewell, now: datetime) -> Farewell:
    if one.part == 0 and one.cursor is None:
        accounts.shut_out(one.person_id)
    after = _next(one, holdings()[one.part].forget(one.person_id, one.cursor, now))
    if after.part < len(holdings()):
        return after
    accounts.remove(one.person_id)
    return replace(after, state=FarewellState.DONE)


def _next(one: Farewell, cursor: str | None) -> Farewell:
    return replace(one, cursor=cursor) if cursor else replace(one, part=one.part + 1, cursor=None)
