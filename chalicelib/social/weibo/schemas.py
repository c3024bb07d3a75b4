"""What the API of channels takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.social.weibo.service import Asked, Connection

Told = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.~-]{1,100}$")]


class ConsentRequest(Schema):
    """Where the account's owner says yes; she comes back with a code and a state."""

    url: str
    until: datetime

    @classmethod
    def of(cls, one: Asked, /) -> Self:
        """Shape the answer."""
        return cls(url=one.url, until=one.until)


class GivenConsent(Schema):
    """What Weibo gave back."""

    code: Told
    state: Told


class ConnectionView(Schema):
    """The store's account on Weibo, and until when one can post without asking again."""

    account: str
    expires_at: datetime

    @classmethod
    def of(cls, one: Connection, /) -> Self:
        """Shape the answer."""
        return cls(account=one.account, expires_at=one.expires_at)
