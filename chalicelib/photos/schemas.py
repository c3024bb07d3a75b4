"""What the photos' API takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field

from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.schemas import UploadView
from chalicelib.photos.rules import MOST_BYTES, ContentType, Photo, Purpose, Reason, Size, State
from chalicelib.photos.service import Announced


class NewPhoto(Schema):
    """A photo that will be uploaded."""

    content_type: ContentType
    bytes: Annotated[int, Field(ge=1, le=MOST_BYTES)]
    purpose: Purpose


class MediaQuery(Query):
    """In which size a photo is wanted."""

    size: Size = Size.FULL


class RejectionView(Schema):
    """Why a file was rejected."""

    code: Reason
    detail: str


class PhotoStatus(Schema):
    """A photo. `path` is below the API's address, once it is ready; width and height are in pixels."""

    id: str
    state: State
    content_type: ContentType
    purpose: Purpose
    rejection: RejectionView | None
    path: str | None
    width: int | None
    height: int | None
    bytes: int | None
    created_at: datetime

    @classmethod
    def of(cls, photo: Photo, /) -> Self:
        """Shape the answer."""
        ready = photo.state is State.READY
        reason = photo.reason
        return cls(
            id=photo.id,
            state=photo.state,
            content_type=photo.content_type,
            purpose=photo.purpose,
            rejection=RejectionView(code=reason, detail=reason.sentence) if reason else None,
            path=f"/media/{photo.id}" if ready else None,
            width=photo.width if ready else None,
            height=photo.height if ready else None,
            bytes=photo.bytes if ready else None,
            created_at=photo.created_at,
        )


class AnnouncedView(Schema):
    """A photo that waits for its file."""

    id: str
    state: State
    upload: UploadView

    @classmethod
    def of(cls, announced: Announced, /) -> Self:
        """Shape the answer."""
        return cls(id=announced.photo.id, state=announced.photo.state, upload=UploadView.of(announced.form))
