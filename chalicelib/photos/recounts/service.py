"""Compares, once a night and person, what is counted with what the bucket holds.

A recount goes by turns on a queue, each a bounded page, and each told in the transaction that ends the turn
before: a message that comes twice finds another turn and does nothing. First the bucket's listing is looked
through for objects that belong to no photo; they go. Then her files are added up, and those whose object is
missing are marked; then what is promised to those that haven't come. What she is counted for is corrected
only if nothing of it has moved since the recount began; otherwise it begins anew later.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from chalicelib.foundation import due, files, paging
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.observability import log
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.photos import models as photo_models
from chalicelib.photos import service as photos
from chalicelib.photos.capacity import models as rooms
from chalicelib.photos.capacity import service as capacity
from chalicelib.photos.capacity.models import CapacityItem
from chalicelib.photos.capacity.rules import ALLOWANCE_DAYS, USUAL_LIMIT, WARNED_FROM, Capacity
from chalicelib.photos.events import AllowanceLow, FileDropped, RecountTurn
from chalicelib.photos.models import PhotoItem
from chalicelib.photos.recounts import models, rules
from chalicelib.photos.recounts.models import FindingItem, NightItem
from chalicelib.photos.recounts.rules import PAGE, PREFIX, Finding, FindingKind, Night, Object, Phase, Recount
from chalicelib.photos.rules import Photo, State, photo_of, shelf

__all__ = ["Finding", "FindingKind", "Night"]

AT_ONCE = 50
"""How many recounts of each shard one sweep begins."""

MOST_TRIES = 9
"""How often somebody's recount begins anew in a night before it is told that it can't be done."""


AGAIN = timedelta(days=ALLOWANCE_DAYS)
"""After which time somebody is warned again."""


def begin_due(now: datetime) -> int:
    """Begin the recounts that are due; answers how many.

    A query for each of 4 shards; for each person 1 read, 1 transaction of 2 items and 1 event.
    """
    begun = 0
    for found in due.by_shard(PhotoItem.by_due, PhotoItem.due_at, rooms.RECOUNTS, now, limit=AT_ONCE):
        for item in found:
            begun += _begin(item.pk.partition("#")[2], now=now)
    return begun


def _begin(person_id: str, *, now: datetime) -> int:
    room: Capacity | None
    before: Recount | None
    room, before = read_together([capacity.capacity_want(person_id), models.recount_want(person_id)])
    if room is None or room.due is None or room.due > now:
        return 0  # the index was a moment behind
    day = now.date()
    tries = before.tries + 1 if before is not None and before.day == day else 1
    if tries > MOST_TRIES or (before is not None and before.day == day and before.over):
        return _put_off(room, before, now=now)
    one = Recount(person_id, day, changes=room.changes, tries=tries, moved_at=now)
    quiet = room.changed_at is None or room.changed_at < now - rules.QUIET
    going = before is not None and before.under_way(room.changes, now=now)
    try:
        with Transaction() as tx:
            tx.update(
                rooms.capacity_key(person_id),
                [CapacityItem.due_at.set(rooms.stamp(now + rules.LATER))],
                condition=CapacityItem.due_at == rooms.stamp(room.due),
            )
            if quiet and not going:
                tx.put(models.recount_item(one), condition=models.as_read(before))
                tx.emit(RecountTurn(at=now, person_id=person_id, day=day, tries=tries, turn=0))
    except ChangedMeanwhile:
        return 0  # another sweep was faster
    return 1


def _put_off(room: Capacity, before: Recount | None, *, now: datetime) -> int:
    """Wait for the next night; what couldn't be counted is told."""
    with Transaction() as tx:
        tx.update(
            rooms.capacity_key(room.person_id),
            [CapacityItem.due_at.set(rooms.stamp(rules.next_night(room.person_id, now=now)))],
        )
        if before is not None and not before.over:
            found = Finding(FindingKind.UNSETTLED, room.person_id, room.used, before.size, room.person_id)
            _note(tx, before.day, [found])
    return 0


def take_turn(person_id: str, *, day: date, tries: int, turn: int, now: datetime) -> None:
    """Look at the next page of a recount, unless this turn was taken.

    1 read, 1 listing of the bucket or 1 query (and a listing for each file that isn't in one), 1 read,
    1 transaction of 1 item, and 1 and 1 event for each finding.
    """
    one: Recount | None
    room: Capacity | None
    one, room = read_together([models.recount_want(person_id), capacity.capacity_want(person_id)])
    if one is None or room is None or one.over or (one.day, one.tries, one.turn) != (day, tries, turn):
        return
    try:
        if one.phase in PREFIX:
            _look_through(one, now=now)
        elif room.changes != one.changes:
            return  # it begins anew when it is due again
        elif one.phase is Phase.FILES:
            _count(one, now=now)
        else:
            _add_promises(one, room, now=now)
    except ChangedMeanwhile:
        log.info("a recount was overtaken", extra={"person_id": person_id})


def _look_through(one: Recount, *, now: datetime) -> None:
    prefix = f"{PREFIX[one.phase]}/{shelf(one.person_id)}/"
    page = [Object(it.key, it.size, it.at) for it in files.listed(prefix, after=one.after, limit=PAGE)]
    known = _photos([photo_of(it.key) for it in page])
    strays = rules.orphans(page, known, person=one.person_id, now=now)
    found = list(strays)
    if one.phase is Phase.KEPT:
        found += rules.of_other_sizes(page, known, person=one.person_id)
    more = replace(one, after=page[-1].key, turn=one.turn + 1) if len(page) == PAGE else one.next_phase()
    with Transaction() as tx:
        _go_on(tx, one, replace(more, findings=one.findings + len(found)), now=now)
        _note(tx, one.day, found)
        for key in dict.fromkeys(rules.kept_key(stray.subject) for stray in strays):
            tx.emit(FileDropped(at=now, key=key))


def _photos(photo_ids: Sequence[str]) -> Mapping[str, Photo]:
    """1 read, if there are any."""
    wanted = list(dict.fromkeys(photo_ids))
    found = read_together([photo_models.photo_want(one) for one in wanted]) if wanted else []
    return {photo.id: photo for photo in found if photo is not None}


def _go_on(tx: Transaction, before: Recount, after: Recount, *, now: datetime) -> None:
    tx.put(models.recount_item(replace(after, moved_at=now)), condition=models.as_read(before))
    if not after.over:
        who, day = after.person_id, after.day
        tx.emit(RecountTurn(at=now, person_id=who, day=day, tries=after.tries, turn=after.turn))


def _note(tx: Transaction, day: date, found: Sequence[Finding]) -> None:
    for one in found:
        tx.update(models.finding_key(day, one), models.noting(day, one))
        log.error("a recount differs", extra={"kind": one.kind.value, "subject": one.subject})


def _count(one: Recount, *, now: datetime) -> None:
    page = _page(one, shelf(one.person_id))
    hers = _hers(page, one.person_id, State.READY)
    lost = _missing(hers)
    found = [Finding(FindingKind.LOST, photo.id, photo.bytes, 0, one.person_id) for photo in lost]
    after = replace(
        one,
        turn=one.turn + 1,
        after=page.cursor or "",
        size=one.size + sum(photo.bytes for photo in hers),
        files=one.files + len(hers),
        findings=one.findings + len(found),
    )
    with Transaction() as tx:
        _mark(tx, hers, lost)
        _note(tx, one.day, found)
        _go_on(tx, one, after if page.cursor else replace(after, phase=Phase.PROMISES), now=now)


def _page(one: Recount, on: str) -> Page[PhotoItem]:
    """The next keys on a shelf. 1 query."""
    after = one.after or None
    return paging.query(PhotoItem.on_shelf, on, limit=PAGE, cursor=after, newest_first=False)


def _hers(page: Page[PhotoItem], person: str, state: State) -> list[Photo]:
    """Those of a page that are what the index said, a moment ago. 1 read."""
    found = _photos([item.pk for item in page.items]).values()
    return [photo for photo in found if photo.state is state and photo.owner_id == person]


def _add_promises(one: Recount, room: Capacity, *, now: datetime) -> None:
    """Add up what is promised; what doesn't come any more is given up, which lets the recount begin anew."""
    page = _page(one, photo_models.promised(one.person_id))
    waiting = _hers(page, one.person_id, State.WAITING)
    for photo in waiting:
        if photo.created_at <= now - photo_models.UNUSED_PATIENCE:
            photos.give_up(photo.id, now=now)
    after = replace(
        one,
        turn=one.turn + 1,
        after=page.cursor or "",
        promised=one.promised + sum(photo.reserved for photo in waiting),
    )
    with Transaction() as tx:
        if page.cursor:
            _go_on(tx, one, after, now=now)
        else:
            _finish(tx, one, after, room, now=now)


def _missing(hers: Sequence[Photo]) -> list[Photo]:
    """Those whose object isn't in the bucket: one listing shows most of them, in the order of their keys."""
    if not hers:
        return []
    ordered = sorted(hers, key=lambda photo: photo.key)
    there, reach = _listed_from(ordered[0].key)
    return [
        photo
        for photo in ordered
        if photo.key not in there and not (photo.key > reach and files.listed(photo.key, after="", limit=1))
    ]


def _listed_from(first: str) -> tuple[set[str], str]:
    """Which keys of the first one's prefix come from it on, and up to which key that is known."""
    prefix = first.rpartition("/")[0] + "/"
    found = files.listed(prefix, after=first[:-1], limit=1_000)
    last = found[-1].key if len(found) == 1_000 else prefix + "\x7f"
    return {one.key for one in found}, last


def _mark(tx: Transaction, hers: Sequence[Photo], lost: Sequence[Photo]) -> None:
    gone = {photo.id for photo in lost}
    for photo in hers:
        if photo.lost != (photo.id in gone):
            marking = photo_models.marking(lost=photo.id in gone)
            tx.update(photo_models.photo_key(photo.id), marking, condition=photo_models.still_ready())


def _finish(tx: Transaction, before: Recount, after: Recount, room: Capacity, *, now: datetime) -> None:
    """Correct what she is counted for, and add her up with the others of this night."""
    more, files_more = after.size - room.used, after.files - room.files
    promised_more = after.promised - room.reserved
    who, kind, wrong = room.person_id, FindingKind.MISCOUNTED, list[Finding]()
    if more or files_more:
        wrong.append(Finding(kind, who, room.used, after.size, who))
    if promised_more:
        wrong.append(Finding(kind, f"{who}#promised", room.reserved, after.promised, who))
    ended = replace(after, over=True, findings=after.findings + len(wrong))
    _note(tx, before.day, wrong)
    share = _worth_a_warning(room, now=now)
    if share:
        tx.emit(AllowanceLow(at=now, person_id=room.person_id, percent=share))
    capacity.correct(
        tx,
        room.person_id,
        size=more,
        files=files_more,
        promised=promised_more,
        changes=before.changes,
        due=rules.next_night(room.person_id, now=now),
        warned=share > 0,
        now=now,
    )
    _go_on(tx, before, ended, now=now)
    tx.update(models.night_key(before.day), models.adding(ended))


def _worth_a_warning(room: Capacity, *, now: datetime) -> int:
    """How many percent somebody has used of what is free of charge, if she should hear of it; else 0.

    1 query. Once in 30 days.
    """
    if room.limit != USUAL_LIMIT or (room.warned_at and room.warned_at > now - AGAIN):
        return 0
    used = capacity.allowance_used(room.person_id, now=now)
    return used if used >= WARNED_FROM else 0


def nights(*, limit: int, cursor: str | None) -> Page[Night]:
    """The recounts of each day together, the latest first. 1 query."""
    return paging.query(NightItem, "recounts", limit=limit, cursor=cursor).map(NightItem.night)


def findings_of(day: date, *, limit: int, cursor: str | None) -> Page[Finding]:
    """What didn't fit on a day. 1 query."""
    found = paging.query(FindingItem, f"recounts#{day.isoformat()}", limit=limit, cursor=cursor)
    return found.map(FindingItem.finding)
