"""What a person can do with the files that she stores.

A file is a photo that is ready. Folders are part of a file's label, so moving one writes nothing but it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chalicelib.foundation import paging
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.photos import models, rules
from chalicelib.photos.capacity import service as capacity
from chalicelib.photos.errors import PhotoInUse, PhotoNotFound
from chalicelib.photos.events import FileDropped
from chalicelib.photos.models import PhotoItem
from chalicelib.photos.rules import Label, Photo, Purpose, State
from chalicelib.photos.uses import rules as uses


def files(owner: str, *, folder: str | None, limit: int, cursor: str | None) -> Page[Photo]:
    """One's files by folder, or those of one folder, in the order in which they came. 1 query, 1 read."""
    index = PhotoItem.on_shelf
    within = None if folder is None else PhotoItem.filed.startswith(models.filed("", folder))
    page = paging.query(index, rules.shelf(owner), within, limit=limit, cursor=cursor, newest_first=False)
    found = read_together([models.photo_want(item.pk) for item in page.items], consistent=False)
    return Page([one for one in found if one is not None and one.state is State.READY], page.cursor)


def relabel(
    photo_id: str, *, owner: str, name: str | None, folder: str | None, tags: tuple[str, ...] | None
) -> Photo:
    """Call a file otherwise, or move it. 1 read, 1 transaction of 1 item. Raises PhotoNotFound."""
    photo = _own(photo_id, owner=owner)
    label = Label(
        name=photo.label.name if name is None else name,
        folder=photo.label.folder if folder is None else folder,
        tags=photo.label.tags if tags is None else tags,
    )
    with Transaction() as tx:
        labelling = models.labelling(photo_id, label)
        tx.update(
            models.photo_key(photo_id), labelling, condition=models.still_ready(), otherwise=PhotoNotFound
        )
    return replace(photo, label=label)


def delete(photo_id: str, *, owner: str, forced: bool = False, now: datetime) -> None:
    """Delete a file, and have its room back at once. 1 read, 1 transaction of 3 items and 1 event.

    Deleting it again does nothing. What shows it keeps it; forced, only what can be edited first does, and
    what is somebody else's too. Raises PhotoNotFound, PhotoInUse, ChangedMeanwhile.
    """
    photo = _known(photo_id, owner=owner)
    if photo.state is State.DELETED:
        return
    if photo.state is not State.READY:
        raise PhotoNotFound
    delivered = photo.purpose is not Purpose.DELIVERY
    if used := uses.blocking(photo.used_by, forced=forced, delivered=delivered):
        raise PhotoInUse(uses.sentence(used))
    with Transaction() as tx:
        end(tx, photo, now=now)


def end(tx: Transaction, photo: Photo, *, now: datetime) -> None:
    """Delete a file that was read: 3 items and 1 event. On commit raises ChangedMeanwhile.

    So it does when something shows it meanwhile.
    """
    unchanged = models.used_as_read(photo)
    tx.update(models.photo_key(photo.id), models.deleting(now=now), condition=unchanged)
    capacity.give_back(tx, photo.owner_id, kept=photo.bytes, now=now)
    tx.emit(FileDropped(at=now, key=photo.key))


def _own(photo_id: str, *, owner: str) -> Photo:
    photo = _known(photo_id, owner=owner)
    if photo.state is not State.READY:
        raise PhotoNotFound
    return photo


def _known(photo_id: str, *, owner: str) -> Photo:
    photo: Photo | None
    (photo,) = read_together([models.photo_want(photo_id)])
    if photo is None or photo.owner_id != owner:
        raise PhotoNotFound
    return photo
