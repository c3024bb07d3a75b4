"""The routes of archives and farewells."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.privacy import service
from chalicelib.privacy.errors import ArchiveNotFound, ArchiveTooSoon, NotLeaving, StillOpen, TooLateToStay
from chalicelib.privacy.rules import Archive, Farewell
from chalicelib.privacy.schemas import ArchiveView, FarewellView

bp = Routes(__name__)


@bp.post("/me/archives", answers=ArchiveView, status=HTTPStatus.CREATED, raises=(ArchiveTooSoon,))
def order_archive(caller: Caller) -> Archive:
    """Have all that is held on one written to a file, once a day at most."""
    return service.order_archive(caller.person_id, now=clock.now())


@bp.get("/me/archives/{archive_id}", answers=ArchiveView, raises=(ArchiveNotFound,))
def show_archive(archive_id: str, caller: Caller) -> Archive:
    """Show how far an archive is, and where it can be fetched."""
    return service.archive(archive_id, person=caller.person_id)


@bp.put("/me/deletion", answers=FarewellView, raises=(StillOpen, ChangedMeanwhile))
def ask_for_deletion(caller: Caller) -> Farewell:
    """Have one's account deleted, once 14 days are over in which it can be called off."""
    return service.leave(caller.person_id, now=clock.now())


@bp.get("/me/deletion", answers=FarewellView, raises=(NotLeaving,))
def show_deletion(caller: Caller) -> Farewell:
    """Show how far the deletion of one's account is."""
    return service.farewell(caller.person_id)


@bp.delete("/me/deletion", raises=(NotLeaving, TooLateToStay, ChangedMeanwhile))
def call_deletion_off(caller: Caller) -> None:
    """Keep one's account after all."""
    service.stay(caller.person_id)
