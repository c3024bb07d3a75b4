"""The files' routes."""

from __future__ import annotations

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import BadCursor, Page
from chalicelib.photos.errors import PhotoInUse, PhotoNotFound
from chalicelib.photos.rules import Photo
from chalicelib.photos.shelves import service
from chalicelib.photos.shelves.schemas import FileChange, FileDeletion, FilesPage, FilesQuery, FileView

bp = Routes(__name__)


@bp.get("/files", answers=FilesPage, raises=(BadCursor,))
def list_files(caller: Caller, query: FilesQuery) -> Page[Photo]:
    """List one's files by folder, or those of a folder."""
    return service.files(caller.person_id, folder=query.folder, limit=query.limit, cursor=query.cursor)


@bp.patch("/files/{photo_id}", answers=FileView, raises=(PhotoNotFound,))
def relabel_file(photo_id: str, caller: Caller, body: FileChange) -> Photo:
    """Call a file otherwise, tag it, or move it into another folder."""
    return service.relabel(
        photo_id,
        owner=caller.person_id,
        name=body.name,
        folder=body.folder,
        tags=None if body.tags is None else tuple(body.tags),
    )


@bp.delete("/files/{photo_id}", raises=(PhotoNotFound, PhotoInUse, ChangedMeanwhile))
def delete_file(photo_id: str, caller: Caller, query: FileDeletion) -> None:
    """Delete a file that nothing shows, and have its room back. With `force`, messages and such lose it."""
    service.delete(photo_id, owner=caller.person_id, forced=query.force, now=clock.now())
