"""What a person may ask of what is held on her: to have it, and to be forgotten."""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation import idempotency
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.notifications.events import FarewellMoved
from chalicelib.privacy import leaving, models, rules
from chalicelib.privacy.errors import ArchiveNotFound, ArchiveTooSoon, NotLeaving, StillOpen, TooLateToStay
from chalicelib.privacy.events import ArchiveTurn
from chalicelib.privacy.holdings import holdings
from chalicelib.privacy.rules import Archive, Farewell, FarewellState

begin_due = leaving.begin_due


def order_archive(person_id: str, *, now: datetime) -> Archive:
    """Have all that is held on one written to a file. No read, 1 transaction of 2 items and 1 event.

    Raises ArchiveTooSoon.
    """
    one = Archive(idempotency.stable_id("arc"), person_id, now, parts=len(holdings()))
    slot, free = models.slot(person_id, now=now)
    with Transaction() as tx:
        tx.put(slot, condition=free, otherwise=ArchiveTooSoon)
        tx.put(models.archive_item(one))
        tx.emit(ArchiveTurn(at=now, person_id=person_id, archive_id=one.id, turn=0))
        return tx.result(one)


def archive(archive_id: str, *, person: str) -> Archive:
    """How far an archive is. 1 read. Raises ArchiveNotFound."""
    found: Archive | None
    (found,) = read_together([models.archive_want(person, archive_id)])
    if found is None:
        raise ArchiveNotFound
    return found


def leave(person_id: str, *, now: datetime) -> Farewell:
    """Ask for one's account to be deleted, after a waiting time. Asked again, it is as it is.

    1 read, 1 page of each thing that may be open, 1 transaction of 1 item and 1 event. Raises StillOpen,
    which says what is; ChangedMeanwhile.
    """
    before = _farewell(person_id)
    if before is not None and not before.over:
        return before
    said = [one for holding in holdings() for one in holding.open_matters(person_id, None).items]
    if said:
        raise StillOpen(" ".join(said[: rules.MOST_SAID]))
    after = Farewell(
        person_id,
        FarewellState.WAITING,
        asked_at=now,
        due=now + rules.WAIT,
        turn=before.turn + 1 if before else 0,
        version=before.version + 1 if before else 1,
    )
    with Transaction() as tx:
        tx.put(models.farewell_item(after), condition=models.farewell_as_read(before))
        told = {"person_id": person_id, "state": after.state.value, "until": after.due}
        tx.emit(FarewellMoved.model_validate({**told, "at": now}))
        return tx.result(after)


def farewell(person_id: str) -> Farewell:
    """How far one's farewell is. 1 read. Raises NotLeaving."""
    found = _farewell(person_id)
    if found is None:
        raise NotLeaving
    return found


def _farewell(person_id: str) -> Farewell | None:
    found: Farewell | None
    (found,) = read_together([models.farewell_want(person_id)])
    return found


def stay(person_id: str) -> None:
    """Call one's farewell off. 1 read, 1 transaction of 1 item.

    Raises NotLeaving, TooLateToStay, ChangedMeanwhile.
    """
    found = farewell(person_id)
    if found.state in (FarewellState.FORGETTING, FarewellState.DONE):
        raise TooLateToStay
    with Transaction() as tx:
        tx.delete(models.farewell_key(person_id), condition=models.farewell_as_read(found))
        tx.result(None)
