"""The photos' routes."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.foundation import clock
from chalicelib.foundation.http import Answer, Caller, Routes
from chalicelib.photos import service
from chalicelib.photos.capacity.errors import AllowanceUsedUp, NoRoom, ReadOnly
from chalicelib.photos.errors import NotUploaded, PhotoNotFound
from chalicelib.photos.rules import Photo
from chalicelib.photos.schemas import AnnouncedView, MediaQuery, NewPhoto, PhotoStatus
from chalicelib.photos.service import Announced

bp = Routes(__name__)

_CACHE_SECONDS = service.LIFETIME // 2
"""A kept redirect must not outlive the signature that it leads to."""


@bp.post(
    "/photos", answers=AnnouncedView, status=HTTPStatus.CREATED, raises=(AllowanceUsedUp, NoRoom, ReadOnly)
)
def announce_photo(caller: Caller, body: NewPhoto) -> Announced:
    """Announce a photo, and learn where to upload it."""
    return service.announce(
        caller.person_id,
        content_type=body.content_type,
        purpose=body.purpose,
        size=body.bytes,
        now=clock.now(),
    )


@bp.post("/photos/{photo_id}/check", answers=PhotoStatus, raises=(PhotoNotFound, NotUploaded))
def check_photo(photo_id: str, caller: Caller) -> Photo:
    """Have an uploaded photo checked, which makes it ready or rejects it."""
    return service.check(photo_id, owner=caller.person_id, now=clock.now())


@bp.get("/photos/{photo_id}", answers=PhotoStatus, raises=(PhotoNotFound,))
def show_photo(photo_id: str, caller: Caller) -> Photo:
    """Show how far one's photo is."""
    return service.show(photo_id, owner=caller.person_id)


@bp.get("/media/{photo_id}", signed_in=False, status=HTTPStatus.FOUND, raises=(PhotoNotFound,))
def show_media(photo_id: str, query: MediaQuery) -> Answer:
    """Go to a ready photo's file, or to a smaller one (WebP) that was made of it."""
    return Answer(
        status=HTTPStatus.FOUND,
        headers={
            "Location": service.view(photo_id, size=query.size, now=clock.now()),
            "Cache-Control": f"public, max-age={_CACHE_SECONDS}",
        },
    )
