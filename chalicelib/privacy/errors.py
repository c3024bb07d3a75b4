"""What can go wrong with archives and farewells."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, NotFound


class ArchiveNotFound(NotFound):
    """There is no such archive."""

    code = "archive_not_found"


class ArchiveTooSoon(DomainError):
    """You have asked for an archive within the last day. Take that one, or ask again tomorrow."""

    status, code = HTTPStatus.CONFLICT, "archive_too_soon"


class NotLeaving(NotFound):
    """You haven't asked for your account to be deleted."""

    code = "not_leaving"


class StillOpen(DomainError):
    """Your account can't be deleted while something is open."""

    status, code = HTTPStatus.CONFLICT, "still_open"


class TooLateToStay(DomainError):
    """Your account is being deleted already."""

    status, code = HTTPStatus.CONFLICT, "too_late_to_stay"
