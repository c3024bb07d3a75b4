"""What can go wrong with accounts."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, Invalid, NotFound


class AlreadyRegistered(DomainError):
    """Somebody has signed up with this already. If it was you, sign in."""

    status, code = HTTPStatus.CONFLICT, "already_registered"


class AlreadyConfirmed(DomainError):
    """This account is confirmed. Sign in."""

    status, code = HTTPStatus.CONFLICT, "already_confirmed"


class WrongCredentials(DomainError):
    """The e-mail address or phone number, or the password, is wrong."""

    status, code = HTTPStatus.UNAUTHORIZED, "wrong_credentials"


class NotConfirmed(DomainError):
    """Confirm your account first, with the code that we sent you."""

    status, code = HTTPStatus.FORBIDDEN, "not_confirmed"


class MoreNeeded(DomainError):
    """This account asks for another step to sign in, which isn't offered here."""

    status, code = HTTPStatus.FORBIDDEN, "more_needed"


class SessionEnded(DomainError):
    """Your session has ended. Sign in again."""

    status, code = HTTPStatus.UNAUTHORIZED, "session_ended"


class ForeignOrigin(DomainError):
    """This can be asked by our own pages only."""

    status, code = HTTPStatus.FORBIDDEN, "foreign_origin"


class WrongCode(Invalid):
    """This isn't the code that we sent."""

    code = "wrong_code"


class ExpiredCode(Invalid):
    """This code has expired. Ask for a new one."""

    code = "expired_code"


class WeakPassword(Invalid):
    """This password is too easy to guess. Choose one of at least 8 characters."""

    code = "weak_password"


class BadContact(Invalid):
    """This can't be used to sign up."""

    code = "bad_contact"


class BadPhone(Invalid):
    """This isn't a phone number that can be called. Give its country code, as in +86 138 0013 8000."""

    code = "bad_phone"


class TooManyAttempts(DomainError):
    """That was tried too often. Wait a while, then try again."""

    status, code = HTTPStatus.TOO_MANY_REQUESTS, "too_many_attempts"


class CodeNotSent(DomainError):
    """The code couldn't be sent. Check the address, or try again in a moment."""

    status, code = HTTPStatus.BAD_GATEWAY, "code_not_sent"


class BadCountry(Invalid):
    """This isn't a country's ISO 3166 code of two letters, such as CN."""

    code = "bad_country"


class BadRegion(Invalid):
    """This isn't the code of a county or district. GET /regions lists them."""

    code = "bad_region"


class RegionNotFound(NotFound):
    """There is no such region."""

    code = "region_not_found"


class AddressNotFound(NotFound):
    """There is no such address."""

    code = "address_not_found"


class AddressBookFull(DomainError):
    """You can keep 20 addresses. Remove one first."""

    status, code = HTTPStatus.CONFLICT, "address_book_full"
