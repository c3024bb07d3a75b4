"""The files that a person stores."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import File, Holding
from chalicelib.foundation.transaction import Transaction
from chalicelib.photos.rules import Photo
from chalicelib.photos.shelves import service

_AT_ONCE = 3
"""A file has 5 MB at most, and those of a page are in memory together."""

_FORGOTTEN_AT_ONCE = 20


def _files(person_id: str, cursor: str | None) -> Page[Photo]:
    return service.files(person_id, folder=None, limit=_AT_ONCE, cursor=cursor)


def _original(photo: Photo) -> File:
    return f"{photo.id}.{photo.content_type.extension}", photo.key


def _forget(person_id: str, _: str | None, now: datetime) -> str | None:
    """Always the first of those that are left. 1 query, 1 read, 1 transaction for each."""
    page = service.files(person_id, folder=None, limit=_FORGOTTEN_AT_ONCE, cursor=None)
    for photo in page.items:
        with suppress(ChangedMeanwhile), Transaction() as tx:
            service.end(tx, photo, now=now)
    return "more" if page.cursor else None


HOLDINGS = (Holding("files", pages=_files, file_of=_original, forget=_forget),)
