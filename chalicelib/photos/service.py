"""What can be done with photos.

A photo is announced, uploaded straight to S3, and checked. The check reads the uploaded bytes once, and
keeps what they show under a name that tells its content before it says that the photo is ready. Dying
anywhere in between, it is done again from the start.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from chalicelib.foundation import due, ids
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.files import Form, upload_key
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.photos import models, pictures, rules, storage
from chalicelib.photos.capacity import service as capacity
from chalicelib.photos.capacity.errors import NoRoom
from chalicelib.photos.errors import NotUploaded, PhotoNotFound, PhotoNotReady
from chalicelib.photos.events import FileDropped, FileShown
from chalicelib.photos.models import PhotoItem
from chalicelib.photos.pictures import Picture
from chalicelib.photos.rules import ContentType, Measures, Photo, Purpose, Reason, Size, State
from chalicelib.photos.uses.rules import Use

__all__ = [
    "LIFETIME",
    "Photo",
    "Purpose",
    "content",
    "for_reviews",
    "photo_want",
    "ready",
    "ready_photos",
    "url",
]

photo_want = models.photo_want
LIFETIME = storage.READ_SECONDS
"""How many seconds a signed address lasts."""


_AT_ONCE = 25
"""How many of each shard one sweep gives up."""


class Kept(Protocol):
    """Whatever remembers where a ready photo is kept."""

    @property
    def key(self) -> str:
        """The key in the bucket."""


@dataclass(frozen=True, slots=True)
class Announced:
    """A photo that waits for its file, and where the file goes."""

    photo: Photo
    form: Form


def announce(
    owner: str, *, content_type: ContentType, purpose: Purpose, size: int, now: datetime
) -> Announced:
    """Get ready for a photo, and promise it room. 1 query, 1 transaction of 2 items.

    Raises AllowanceUsedUp, NoRoom, ReadOnly.
    """
    capacity.refuse_used_up(owner, now=now)
    photo = Photo(
        id=ids.new("pho"),
        owner_id=owner,
        content_type=content_type,
        purpose=purpose,
        state=State.WAITING,
        reason=None,
        key="",
        width=0,
        height=0,
        bytes=0,
        created_at=now,
        reserved=size,
    )
    with Transaction() as tx:
        tx.put(models.photo_item(photo))
        capacity.reserve(tx, owner, size, now=now)
        return tx.result(Announced(photo, storage.upload_form(photo.id, content_type, most=size)))


def check(photo_id: str, *, owner: str, now: datetime) -> Photo:
    """Look at what was uploaded, and make the photo ready or reject it, once and for all.

    1 read and, the first time, 1 GetObject, 1 PutObject, 1 transaction of 3 items.
    Raises PhotoNotFound, NotUploaded.
    """
    return _checked(show(photo_id, owner=owner), now=now)


def land(photo_id: str, *, now: datetime) -> Photo | None:
    """Check a photo whose file is said to have come, as `check` does. None: there is no such photo.

    Raises NotUploaded.
    """
    photo: Photo | None
    (photo,) = read_together([models.photo_want(photo_id)])
    return _checked(photo, now=now) if photo else None


def _checked(photo: Photo, *, now: datetime) -> Photo:
    if photo.state is not State.WAITING:
        return photo
    uploaded = storage.read(upload_key(photo.id))
    if uploaded is None:
        raise NotUploaded
    found = pictures.look(uploaded, photo.content_type)
    try:
        if isinstance(found, Picture):
            return _accept(photo, found, now=now)
        return _reject(photo, found, now=now)
    except ChangedMeanwhile:
        return show(photo.id, owner=photo.owner_id)  # another check of the same photo was faster


def _accept(photo: Photo, found: Picture, *, now: datetime) -> Photo:
    key = rules.media_key(photo, hashlib.sha256(found.content).hexdigest())
    storage.keep(key, found.content, photo.content_type)
    try:
        with Transaction() as tx:
            accepting = models.accepting(photo, key, found.measures)
            tx.update(models.photo_key(photo.id), accepting, condition=models.waiting())
            kept = found.measures.bytes
            capacity.settle(tx, photo.owner_id, reserved=photo.reserved, kept=kept, now=now)
            return tx.result(_accepted(photo, key, found.measures))
    except NoRoom:
        return _reject(photo, Reason.NO_ROOM, now=now, kept=key)


def _reject(photo: Photo, reason: Reason, *, now: datetime, kept: str = "") -> Photo:
    with Transaction() as tx:
        rejecting = models.rejecting(reason, now=now)
        tx.update(models.photo_key(photo.id), rejecting, condition=models.waiting())
        capacity.release(tx, photo.owner_id, reserved=photo.reserved, now=now)
        if kept:
            tx.emit(FileDropped(at=now, key=kept))
        return tx.result(replace(photo, state=State.REJECTED, reason=reason, reserved=0))


def give_up_due(now: datetime) -> int:
    """Take back the room of files that haven't come within an hour; answers how many.

    A query for each of 4 shards; for each photo 1 read, 1 GetObject and 1 transaction of 2 items.
    """
    given_up = 0
    for found in due.by_shard(PhotoItem.by_due, PhotoItem.due_at, "photos", now, limit=_AT_ONCE):
        for item in found:
            given_up += give_up(item.pk, now=now)
    return given_up


def give_up(photo_id: str, *, now: datetime) -> int:
    """Take back the room of a file unless it has come after all; answers whether this did.

    1 read, 1 GetObject and 1 transaction of 2 items.
    """
    photo: Photo | None
    (photo,) = read_together([models.photo_want(photo_id)])
    if photo is None or photo.state is not State.WAITING:
        return 0  # the index was a moment behind
    try:
        _checked(photo, now=now)  # it came, and nobody told us
    except NotUploaded:
        try:
            _reject(photo, Reason.ABANDONED, now=now)
        except ChangedMeanwhile:
            return 0
    return 1


def _accepted(photo: Photo, key: str, found: Measures) -> Photo:
    return replace(
        photo,
        state=State.READY,
        key=key,
        width=found.width,
        height=found.height,
        bytes=found.bytes,
        reserved=0,
    )


def show(photo_id: str, *, owner: str) -> Photo:
    """One's own photo. 1 read. Raises PhotoNotFound."""
    photo: Photo | None
    (photo,) = read_together([models.photo_want(photo_id)])
    if photo is None or photo.owner_id != owner:
        raise PhotoNotFound
    return photo


def view(photo_id: str, *, size: Size, now: datetime) -> str:
    """Where anybody can read a ready photo, for an hour, in a size; the full one where that isn't made yet.

    1 read, 1 write that counts it. Raises PhotoNotFound.
    """
    photo: Photo | None
    (photo,) = read_together([models.photo_want(photo_id)], consistent=False)
    if photo is None or photo.state is not State.READY or not photo.purpose.public:
        raise PhotoNotFound
    capacity.note_view(photo.owner_id, rules.shown_bytes(photo, size), now=now)
    if size in photo.variants:
        return storage.signed_url(rules.variant_key(photo.key, size))
    return url(photo)


def evidence_photos(photo_ids: Sequence[str], *, owner: str, field: str = "photo_ids") -> list[Photo]:
    """Photos that prove something, in the order asked. 1 read.

    Raises PhotoNotReady naming the first one's place.
    """
    found = ready_photos(photo_ids, owner=owner, field=field)
    for place, photo in enumerate(found):
        if photo.purpose is not Purpose.EVIDENCE:
            raise PhotoNotReady(
                "Announce this photo as evidence: others are public.", field=f"{field}.{place}"
            )
    return found


def for_reviews(uploads: Sequence[Photo | None], *, owner: str, field: str = "photo_ids") -> Sequence[Photo]:
    """Photos that were read, if their owner may show them to everybody. No read.

    Raises PhotoNotReady naming the first one's place.
    """
    found = [ready(photo, owner=owner, field=f"{field}.{place}") for place, photo in enumerate(uploads)]
    for place, photo in enumerate(found):
        if photo.purpose is not Purpose.REVIEW:
            raise PhotoNotReady("Announce this photo for a review.", field=f"{field}.{place}")
    return found


def portfolio_photos(photo_ids: Sequence[str], *, owner: str) -> list[Photo]:
    """Photos of what a partner has made, in the order asked. 1 read. Raises PhotoNotReady."""
    return _announced_as(Purpose.PORTFOLIO, photo_ids, owner, "Announce this photo for a portfolio.")


def delivered_photos(photo_ids: Sequence[str], *, owner: str) -> list[Photo]:
    """Photos that a partner delivers, in the order asked. 1 read. Raises PhotoNotReady."""
    return _announced_as(Purpose.DELIVERY, photo_ids, owner, "Announce this photo as a delivery.")


def _announced_as(purpose: Purpose, photo_ids: Sequence[str], owner: str, otherwise: str) -> list[Photo]:
    found = ready_photos(photo_ids, owner=owner)
    for place, photo in enumerate(found):
        if photo.purpose is not purpose:
            raise PhotoNotReady(otherwise, field=f"photos.{place}")
    return found


def known(photo_ids: Sequence[str]) -> list[Photo]:
    """Photos, whoever's and however they are; those that aren't there are left out. 1 read."""
    found = read_together([models.photo_want(photo_id) for photo_id in photo_ids])
    return [photo for photo in found if photo is not None]


def hand_over(
    tx: Transaction,
    handed: Sequence[Photo],
    *,
    giver: str,
    to: str,
    purpose: Purpose,
    use: Use | None = None,
    now: datetime,
) -> None:
    """Make photos that were read somebody else's, who may show them for this purpose, and where she does.

    1 item and 1 event for each, and 4 items for their bytes, which count in her room from then on, even where
    it is full. What is hers already changes its purpose alone: done twice, it counts once.
    Raises PhotoNotReady when one is neither's; on commit ChangedMeanwhile.
    """
    for photo in handed:
        if photo.state is not State.READY or photo.owner_id not in (giver, to):
            raise PhotoNotReady
        condition = models.still_ready() & models.owned_by(photo.owner_id)
        handing = models.handing_over(photo, to, purpose, use.name if use else None)
        tx.update(models.photo_key(photo.id), handing, condition=condition)
        if purpose.public:
            tx.emit(FileShown(at=now, key=photo.key))
    moved = [photo.bytes for photo in handed if photo.owner_id != to]
    if moved:
        capacity.hand_over(tx, giver, to, size=sum(moved), files=len(moved), now=now)


def message_photo(photo: Photo | None, *, owner: str, field: str) -> Photo:
    """A photo that was read, if its owner may send it to somebody. No read. Raises PhotoNotReady."""
    found = ready(photo, owner=owner, field=field)
    if found.purpose is not Purpose.MESSAGE:
        raise PhotoNotReady("Announce this photo as a message's: others are public.", field=field)
    return found


def url(photo: Kept) -> str:
    """Where whoever has the address can read a ready photo, for an hour. No call."""
    return storage.signed_url(photo.key)


def content(photo: Kept) -> bytes | None:
    """The bytes of a ready photo. 1 GetObject."""
    return storage.read(photo.key)


def ready(photo: Photo | None, *, owner: str, field: str) -> Photo:
    """A photo that was read, if its owner may use it. No read. Raises PhotoNotReady naming the field."""
    if photo is None or photo.owner_id != owner or photo.state is not State.READY:
        raise PhotoNotReady(field=field)
    return photo


def ready_photos(photo_ids: Sequence[str], *, owner: str, field: str = "photos") -> list[Photo]:
    """Photos that a person may use, in the order asked. 1 read.

    Raises PhotoNotReady naming the first one's place, such as `photos.2`.
    """
    found = read_together([models.photo_want(photo_id) for photo_id in photo_ids])
    return [ready(photo, owner=owner, field=f"{field}.{place}") for place, photo in enumerate(found)]
