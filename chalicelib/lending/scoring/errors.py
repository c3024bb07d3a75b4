"""What can go wrong with a seller's standing."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, NotFound


class NoStanding(NotFound):
    """What you may borrow hasn't been reckoned yet. Ask for it once you have sold something."""

    code = "no_standing"


class ReckonedJustNow(DomainError):
    """What you may borrow was reckoned a moment ago. Please ask again in a few minutes."""

    status, code = HTTPStatus.TOO_MANY_REQUESTS, "reckoned_just_now"
