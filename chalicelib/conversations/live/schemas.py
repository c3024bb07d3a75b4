"""What the API of connections takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from chalicelib.conversations.live.service import Issued
from chalicelib.conversations.schemas import Id
from chalicelib.foundation.http import Schema


class NewTicket(Schema):
    """As whom one wants to listen: for a store, or as a buyer."""

    store_id: Id | None = None


class TicketView(Schema):
    """Where to connect, once, and until when."""

    url: str
    expires_at: datetime

    @classmethod
    def of(cls, issued: Issued, /) -> Self:
        """Shape the answer."""
        return cls(url=issued.url, expires_at=issued.ticket.until)
