"""What the files' API takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.paging import MOST, Page
from chalicelib.photos.rules import ContentType, Photo, Purpose, Size

Name = Annotated[str, StringConstraints(max_length=100, pattern=r"^[^\x00-\x1f]*$")]
"""A name holds no control characters: one of them ends a folder's name in the index."""


class FilesQuery(Query):
    """A page of one's files."""

    folder: Name | None = None
    limit: Annotated[int, Field(ge=1, le=MOST)] = 20
    cursor: Annotated[str, Field(max_length=2048)] | None = None


class FileDeletion(Query):
    """Whether messages, reviews, advertisements and portfolios may lose the file."""

    force: bool = False


class FileChange(Schema):
    """What a file is to be called, and where it is to be."""

    name: Name | None = None
    folder: Name | None = None
    tags: Annotated[list[Name], Field(max_length=10)] | None = None


class FileView(Schema):
    """A file. Its paths are below the API's address; sizes that aren't made yet show the full one.

    A lost one isn't there any more, through no doing of its owner's.
    """

    id: str
    name: str
    folder: str
    tags: list[str]
    purpose: Purpose
    content_type: ContentType
    bytes: int
    width: int
    height: int
    path: str | None
    thumbnail_path: str | None
    lost: bool
    created_at: datetime

    @classmethod
    def of(cls, photo: Photo, /) -> Self:
        """Shape the answer."""
        path = f"/media/{photo.id}" if photo.purpose.public else None
        return cls(
            id=photo.id,
            name=photo.label.name,
            folder=photo.label.folder,
            tags=list(photo.label.tags),
            purpose=photo.purpose,
            content_type=photo.content_type,
            bytes=photo.bytes,
            width=photo.width,
            height=photo.height,
            path=path,
            thumbnail_path=f"{path}?size={Size.THUMB.value}" if path else None,
            lost=photo.lost,
            created_at=photo.created_at,
        )


class FilesPage(Schema):
    """Some of one's files."""

    items: list[FileView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Photo], /) -> Self:
        """Shape the answer."""
        return cls(items=[FileView.of(photo) for photo in page.items], cursor=page.cursor)
