"""Why there is no room for a file."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError


class NoRoom(DomainError):
    """This file doesn't fit into what is left of your storage. Delete something, or take a bigger plan."""

    status, code = HTTPStatus.CONFLICT, "no_room"


class AllowanceUsedUp(DomainError):
    """Your free requests or bandwidth of 30 days are used up. Take a paid plan, or come again later."""

    status, code = HTTPStatus.PAYMENT_REQUIRED, "allowance_used_up"


class ReadOnly(DomainError):
    """Your storage can only be read until its invoice is paid. Nothing has been deleted."""

    status, code = HTTPStatus.CONFLICT, "storage_read_only"


class TooMuchStored(DomainError):
    """You store more than this plan holds. Delete something first."""

    status, code = HTTPStatus.CONFLICT, "too_much_stored"
