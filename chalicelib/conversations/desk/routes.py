"""The routes of a store's desk."""

from __future__ import annotations

from chalicelib.conversations.desk import service
from chalicelib.conversations.desk.rules import Desk
from chalicelib.conversations.desk.schemas import DeskSettings
from chalicelib.foundation.http import Caller, Routes
from chalicelib.stores.errors import NotPermitted, StoreNotFound

bp = Routes(__name__)


@bp.get("/stores/{store_id}/desk", answers=DeskSettings, raises=(StoreNotFound, NotPermitted))
def show_desk(store_id: str, caller: Caller) -> Desk:
    """See a store's quick replies, and what it says by itself."""
    return service.show(store_id, caller=caller.person_id)


@bp.put("/stores/{store_id}/desk", answers=DeskSettings, raises=(StoreNotFound, NotPermitted))
def set_up_desk(store_id: str, caller: Caller, body: DeskSettings) -> Desk:
    """Set a store's quick replies, its hours, and what it says by itself outside of them."""
    return service.change(store_id, body.desk(), caller=caller.person_id)
