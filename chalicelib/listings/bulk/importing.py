"""Takes the rows of an import, turn by turn.

A turn is a message: it takes a few chunks of listings and tells the next turn in the transaction that ends
it. A listing is written in a transaction of its own, so a fault of one harms no other; its chunk's progress,
faults and counts are one more. Dying in between, the chunk is taken again: what is new has an id that
follows from its row, and what is changed is set to what the file says, so the end and the counts are the
same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from chalicelib.foundation import files
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.tables import BATCH, read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import models as goods
from chalicelib.listings import service as listings
from chalicelib.listings.bulk import models, planning, reading, rules
from chalicelib.listings.bulk.events import ImportEnded, ImportTurn
from chalicelib.listings.bulk.planning import Entry, Known, Plan
from chalicelib.listings.bulk.rules import Draft, Fault, Import, Outcome, Reason, State, Unreadable
from chalicelib.photos import service as photos
from chalicelib.stores import service as stores
from chalicelib.stores.errors import NotPermitted, StoreNotFound
from chalicelib.stores.service import Scope


def take_turn(import_id: str, *, turn: int, now: datetime) -> None:
    """Take the next rows of an import, unless this turn was taken.

    2 reads (one of them the file), then at most `CHUNKS` times: 1 read of the listings, 1 more for each 100
    photos that are new, 1 transaction for each listing, and 1 for the progress and the faults.
    """
    one: Import | None
    (one,) = read_together([models.import_want(import_id)])
    if one is None or one.state is not State.RUNNING or one.turn != turn:
        return
    try:
        drafts = _file(one)
        for number in range(rules.CHUNKS):
            one = _take(one, drafts, last=number + 1 == rules.CHUNKS, now=now)
            if one.state is not State.RUNNING:
                return
    except Unreadable as error:
        _fail(one, error, now=now)
    except ChangedMeanwhile:
        return  # the same message came twice at once, and the other one was faster


def _file(one: Import) -> list[Draft]:
    found = files.read(files.upload_key(one.id), most=rules.MOST_BYTES + 1)
    if found is None or found.etag != one.etag:
        raise Unreadable(Reason.FILE_CHANGED)
    return reading.drafts(found.content, one.format)


def _fail(one: Import, error: Unreadable, *, now: datetime) -> None:
    after = replace(one, state=State.FAILED, reason=error.reason, finished_at=now)
    with Transaction() as tx:
        tx.put(models.import_item(after), condition=models.import_as_read(one))
        for item in models.fault_items(one.id, rules.by_row(error.faults), at=now):
            tx.put(item)
        _tell_ended(tx, after, now)


def _tell_ended(tx: Transaction, one: Import, now: datetime) -> None:
    tx.emit(
        ImportEnded(
            at=now,
            import_id=one.id,
            person_id=one.person_id,
            kept=one.kept,
            faulty=one.faulty,
            failed=one.state is State.FAILED,
        )
    )


def _take(one: Import, drafts: Sequence[Draft], *, last: bool, now: datetime) -> Import:
    """One chunk. Raises ChangedMeanwhile when another turn was faster, Unreadable."""
    entries = [planning.entry(draft, one) for draft in rules.chunk(drafts, one.position)]
    known = _read(one, entries)
    outcomes = [_outcome(entry, one, known, now=now) for entry in entries]
    total = sum(len(draft.rows) for draft in drafts)
    after = rules.advanced(one, outcomes, total=total, listings=len(drafts))
    if after.state is State.DONE:
        after = replace(after, finished_at=now)
    elif last:
        after = replace(after, turn=one.turn + 1)
    faults = [fault for outcome in outcomes for fault in outcome.faults]
    with Transaction() as tx:
        tx.put(models.import_item(after), condition=models.import_as_read(one))
        for item in models.fault_items(one.id, rules.by_row(faults), at=now):
            tx.put(item)
        if after.turn != one.turn:
            tx.emit(ImportTurn(at=now, import_id=one.id, turn=after.turn))
        if after.state is State.DONE:
            _tell_ended(tx, after, now)
    return after


def _read(one: Import, entries: Sequence[Entry]) -> Known:
    """The store, the listings of a chunk, and the photos that they name. Raises Unreadable.

    The store is read each time: whoever may no more is stopped.
    """
    wanted = [entry.listing_id for entry in entries if entry.line is not None]
    pairs = [want for id_ in wanted for want in (goods.listing_want(id_), goods.details_want(id_))]
    store, staff, *found = read_together([*stores.wants(one.store_id, one.person_id), *pairs])
    try:
        store = stores.checked(store, staff, person=one.person_id, scope=Scope.GOODS_EDIT)
    except (StoreNotFound, NotPermitted):
        raise Unreadable(Reason.NOT_PERMITTED) from None
    shown = zip(found[::2], found[1::2], strict=True)
    named = {photo_id for entry in entries if entry.line for photo_id in entry.line.photos or ()}
    return Known(store, dict(zip(wanted, shown, strict=True)), _uploads(sorted(named)))


def _uploads(photo_ids: Sequence[str]) -> dict[str, photos.Photo | None]:
    found: dict[str, photos.Photo | None] = {}
    for begin in range(0, len(photo_ids), BATCH):
        some = photo_ids[begin : begin + BATCH]
        read = read_together([photos.photo_want(photo_id) for photo_id in some])
        found |= dict(zip(some, read, strict=True))
    return found


def _outcome(entry: Entry, one: Import, known: Known, *, now: datetime) -> Outcome:
    """Write a listing, if nothing is wrong with it: 1 transaction of 3 items."""
    rows = len(entry.draft.rows)
    if entry.is_new and known.listings[entry.listing_id][0] is not None:
        return Outcome(rows, created=True)  # an earlier try of this chunk has made it
    plan = planning.planned(entry, one, known, now=now)
    if not isinstance(plan, Plan):
        return Outcome(rows, faults=plan)
    try:
        if not plan.is_done:
            _write(plan, by=one.person_id, now=now)
    except ChangedMeanwhile as error:
        if plan.before is not None:
            return Outcome(rows, faults=[Fault(entry.draft.row, "", error.code, error.detail)])
    return Outcome(rows, created=plan.before is None)


def _write(plan: Plan, *, by: str, now: datetime) -> None:
    with Transaction() as tx:
        if plan.before is None:
            listings.put(tx, plan.after, plan.details, by=by)
        else:
            told = (plan.old or plan.details, plan.details)
            listings.put_change(tx, plan.before, plan.after, told, by=by, at=now)
        listings.show_photos(tx, plan.after.id, plan.details, before=plan.old)
