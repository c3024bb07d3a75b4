"""Where photos are kept in the stage's bucket."""

from __future__ import annotations

from chalicelib.foundation import files
from chalicelib.foundation.files import Form
from chalicelib.photos.rules import MOST_BYTES, ContentType

READ_SECONDS = files.READ_SECONDS
signed_url = files.signed_url


def upload_form(photo_id: str, content_type: ContentType, *, most: int) -> Form:
    """The permission to upload one file of this type and so many bytes. No call: it is signed here."""
    return files.upload_form(photo_id, content_type.value, most=most)


def read(key: str, *, most: int = MOST_BYTES + 1) -> bytes | None:
    """A file, or its first bytes if it is longer; None when there is none. 1 GetObject."""
    found = files.read(key, most=most)
    return found.content if found else None


def keep(key: str, content: bytes, content_type: ContentType) -> None:
    """Store a checked file, which never changes. 1 PutObject."""
    files.keep(key, content, content_type.value, cache="public, max-age=31536000, immutable")


def keep_variant(key: str, content: bytes) -> None:
    """Store what was made of a checked file. 1 PutObject."""
    files.keep(key, content, ContentType.WEBP.value, cache="public, max-age=31536000, immutable")
