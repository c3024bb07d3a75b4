"""What follows when a file has come into the bucket, and when one has lost its photo.

The bucket tells at least once, late and in any order, so each of these looks at what is there now.
"""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation import files
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.photos import models, pictures, rules, service, storage
from chalicelib.photos.errors import NotUploaded
from chalicelib.photos.rules import VARIANTS, Photo, State


def came(key: str, *, now: datetime) -> None:
    """Check an upload, or make smaller ones of what was kept."""
    if not key.startswith("media/"):
        return _landed(rules.photo_of(key), now=now)
    return make_variants(rules.photo_of(key), key)


def _landed(photo_id: str, *, now: datetime) -> None:
    try:
        service.land(photo_id, now=now)
    except NotUploaded:
        return  # it is gone again: the bucket forgets uploads after a day


def make_variants(photo_id: str, key: str) -> None:
    """Make the smaller ones of a file that everybody may see.

    1 read, 1 GetObject, 2 PutObject, 1 transaction of 1 item.
    The file comes a moment before its photo is ready; so what is deleted meanwhile is looked for afterwards.
    """
    photo: Photo | None
    (photo,) = read_together([models.photo_want(photo_id)])
    if photo is None or photo.state is State.DELETED or not photo.purpose.public or photo.variants:
        return
    content = storage.read(key)
    if content is None:
        return
    made = pictures.variants(content, VARIANTS)
    for size, smaller in made.items():
        storage.keep_variant(rules.variant_key(key, size), smaller)
    try:
        with Transaction() as tx:
            there = models.not_deleted()
            tx.update(models.photo_key(photo_id), models.with_variants(made), condition=there)
    except ChangedMeanwhile:
        drop(key)


def drop(key: str) -> None:
    """Remove a kept file, and what was made of it. 3 DeleteObject."""
    files.drop([key, *(rules.variant_key(key, size) for size in VARIANTS)])
