"""What happens to a person's room when files are announced, land and go.

All of it is one item that changes by addition: a file is promised room by one condition when its upload is
signed, so that however many are signed at once never pass the limit, and none is refused that fits. When it
has landed the promise is settled for what is really kept; the clock takes back what was promised to one that
never lands.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from pynamodb.expressions.update import Action

from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.observability import log
from chalicelib.foundation.tables import Want, read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.photos.capacity import models, rules
from chalicelib.photos.capacity.errors import AllowanceUsedUp, NoRoom, ReadOnly, TooMuchStored
from chalicelib.photos.capacity.models import CapacityItem, DayItem
from chalicelib.photos.capacity.rules import USUAL_LIMIT, Capacity, Change, Day

__all__ = ["USUAL_LIMIT", "Capacity", "Day", "capacity_want"]

MOST_DAYS = 62


def capacity_want(person_id: str) -> Want[Capacity]:
    """Somebody's room, to be read together with other things; None: `untouched`."""
    return models.capacity_want(person_id)


def untouched(person_id: str) -> Capacity:
    """The room of somebody who has never used it. No call."""
    return Capacity(person_id, limit=USUAL_LIMIT, used=0, reserved=0, files=0, read_only=False)


def capacity(person_id: str) -> Capacity:
    """How somebody's room stands. 1 read."""
    found: Capacity | None
    (found,) = read_together([models.capacity_want(person_id)])
    return found or untouched(person_id)


def refuse_used_up(person_id: str, *, now: datetime) -> None:
    """Refuse who has used up what is free of charge; whoever pays for a plan pays for more of it too.

    1 query of at most 30 items, and 1 read once it is used up. Raises AllowanceUsedUp.
    """
    if allowance_used(person_id, now=now) >= 100 and capacity(person_id).limit == USUAL_LIMIT:
        raise AllowanceUsedUp


def allowance_used(person_id: str, *, now: datetime) -> int:
    """How many percent of the free requests or bandwidth somebody has used in the last 30 days. 1 query."""
    first = rules.day_of(now) - timedelta(days=rules.ALLOWANCE_DAYS - 1)
    since = DayItem.sk.between(f"day#{first.isoformat()}", "day#~")
    return rules.used_percent(item.sums() for item in DayItem.query(models.partition(person_id), since))


def reserve(tx: Transaction, person_id: str, size: int, *, now: datetime) -> None:
    """Promise room to a file: 1 item. On commit raises NoRoom, ReadOnly."""
    room = CapacityItem
    enough = room.free.does_not_exist() | (room.free >= size)
    tx.update(
        models.capacity_key(person_id),
        [models.freed(-size), room.reserved.add(size), *models.moving(person_id, at=now)],
        condition=enough & room.read_only.does_not_exist(),
        otherwise=lambda: _why_not(person_id),
    )


def _why_not(person_id: str) -> DomainError:
    return ReadOnly() if capacity(person_id).read_only else NoRoom()


def settle(tx: Transaction, person_id: str, *, reserved: int, kept: int, now: datetime) -> None:
    """Count a file that has landed for what it is, instead of what was promised: 2 items.

    On commit raises NoRoom when it is larger than promised, and that isn't left.
    """
    room = CapacityItem
    more = kept - reserved
    tx.update(
        models.capacity_key(person_id),
        [
            models.freed(-more),
            room.reserved.add(-reserved),
            *models.storing(person_id, kept, at=now, files=1),
        ],
        condition=(room.free.does_not_exist() | (room.free >= more)) if more > 0 else None,
        otherwise=NoRoom,
    )
    _note(tx, person_id, Change(kept, landed=1), now)


def release(tx: Transaction, person_id: str, *, reserved: int, now: datetime) -> None:
    """Take back what was promised to a file that doesn't come: 1 item."""
    actions = [models.freed(reserved), CapacityItem.reserved.add(-reserved)]
    tx.update(models.capacity_key(person_id), [*actions, *models.moving(person_id, at=now)])


def give_back(tx: Transaction, person_id: str, *, kept: int, now: datetime) -> None:
    """Count a file no more that was deleted: 2 items."""
    actions = [models.freed(kept), *models.storing(person_id, -kept, at=now, files=-1)]
    tx.update(models.capacity_key(person_id), actions)
    _note(tx, person_id, Change(-kept, removed=1), now)


def hand_over(tx: Transaction, giver: str, to: str, *, size: int, files: int, now: datetime) -> None:
    """Count files that became somebody else's in her room, and no more in the giver's: 4 items.

    They may take more room than she has left: they are hers already, and keeping them from her would keep
    what she has paid for. Then nothing more fits until something goes. It counts as nobody's request.
    """
    for person_id, sign in ((giver, -1), (to, 1)):
        stored = sign * size
        actions = [models.freed(-stored), *models.storing(person_id, stored, at=now, files=sign * files)]
        tx.update(models.capacity_key(person_id), actions)
        _note(tx, person_id, Change(stored), now)


def correct(
    tx: Transaction,
    person_id: str,
    *,
    size: int,
    files: int,
    promised: int,
    changes: int,
    due: datetime,
    warned: bool = False,
    now: datetime,
) -> None:
    """Count so much more or less, as a recount found, if nothing moved since it read `changes`: 1 or 2 items.

    On commit raises ChangedMeanwhile.
    """
    room = CapacityItem
    actions: list[Action] = [room.due_at.set(models.stamp(due))]
    if warned:
        actions.append(room.warned_at.set(now))
    if size or files or promised:
        actions += [models.freed(-size - promised), room.reserved.add(promised), room.changes.add(1)]
        actions += [room.used.add(size), room.files.add(files), room.moments.add(size * rules.seconds(now))]
        _note(tx, person_id, Change(size), now)
    tx.update(models.capacity_key(person_id), actions, condition=room.changes == changes)


def _note(tx: Transaction, person_id: str, change: Change, now: datetime) -> None:
    tx.update(models.day_key(person_id, rules.day_of(now)), models.noting(change, at=now))


def note_view(person_id: str, size: int, *, now: datetime) -> None:
    """Count that somebody was let fetch a file. 1 write; no view fails for its metering."""
    try:
        actions: list[Action] = [DayItem.views.add(1), DayItem.sent.add(size)]
        models.day_key(person_id, rules.day_of(now)).update(actions=actions)
    except Exception:
        log.warning("a view wasn't counted", exc_info=True)


def resize(tx: Transaction, person_id: str, *, limit: int, was: int) -> None:
    """Let somebody store more or less from now on: 1 item. Ends that it can only be read.

    On commit raises TooMuchStored when she stores more than that, or it isn't what `was` read.
    """
    room = CapacityItem
    same = room.limit == was
    if was == USUAL_LIMIT:
        same = same | room.limit.does_not_exist()
    fits = (room.free.does_not_exist() | (room.free >= was - limit)) if limit < was else None
    tx.update(
        models.capacity_key(person_id),
        [room.limit.set(limit), models.freed(limit - was), room.read_only.remove()],
        condition=same & fits if fits is not None else same,
        otherwise=TooMuchStored,
    )


def shrink(tx: Transaction, person_id: str, *, was: int) -> None:
    """Leave somebody the usual room, whatever she stores: 1 item. Nothing is deleted."""
    room = CapacityItem
    tx.update(
        models.capacity_key(person_id),
        [room.limit.set(USUAL_LIMIT), models.freed(USUAL_LIMIT - was), room.read_only.remove()],
        condition=room.limit == was,
    )


def stop_uploads(tx: Transaction, person_id: str) -> None:
    """Let somebody read what she stores, and announce nothing: 1 item."""
    tx.update(models.capacity_key(person_id), [CapacityItem.read_only.set(True)])


def days(person_id: str, *, count: int, now: datetime) -> Sequence[Day]:
    """The metering of the last days, today first. 1 read, 1 query of at most 62 items."""
    return days_of(capacity(person_id), count=count, now=now)


def days_of(room: Capacity, *, count: int, now: datetime) -> Sequence[Day]:
    """The metering of the last days of a room that was read, today first. 1 query of at most 62 items."""
    first = rules.day_of(now) - timedelta(days=min(count, MOST_DAYS) - 1)
    noted = DayItem.query(
        models.partition(room.person_id),
        DayItem.sk.between(f"day#{first.isoformat()}", "day#~"),
        consistent_read=True,
    )
    found = [item.sums() for item in noted]
    return list(rules.counted_down(room.used, found, now=now, days=min(count, MOST_DAYS)))
