"""The route by which one gets a ticket for a WebSocket."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.conversations.live import service
from chalicelib.conversations.live.schemas import NewTicket, TicketView
from chalicelib.conversations.live.service import Issued
from chalicelib.foundation import clock
from chalicelib.foundation.http import Caller, Routes
from chalicelib.stores.errors import NotPermitted, StoreNotFound

bp = Routes(__name__)


@bp.post(
    "/conversations/ticket",
    answers=TicketView,
    status=HTTPStatus.CREATED,
    raises=(StoreNotFound, NotPermitted),
)
def issue_ticket(caller: Caller, body: NewTicket) -> Issued:
    """Get a ticket to connect one device with, within a minute."""
    return service.issue(caller.person_id, store_id=body.store_id, now=clock.now())
