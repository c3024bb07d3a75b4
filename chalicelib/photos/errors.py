"""What can go wrong with photos."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, Invalid, NotFound


class PhotoNotFound(NotFound):
    """There is no such photo."""

    code = "photo_not_found"


class NotUploaded(DomainError):
    """The photo hasn't been uploaded yet. Send the file to the address you were given, then check again."""

    status, code = HTTPStatus.CONFLICT, "not_uploaded"


class PhotoInUse(DomainError):
    """This file is shown somewhere. Take it away there first."""

    status, code = HTTPStatus.CONFLICT, "photo_in_use"


class PhotoNotReady(Invalid):
    """There is no such photo of yours that is checked and ready."""

    code = "photo_not_ready"
