"""What can go wrong with connections."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError


class TicketNotGood(DomainError):
    """This ticket was used, is too old, or never was. Please get a new one."""

    status, code = HTTPStatus.UNAUTHORIZED, "ticket_not_good"


class NotConnected(DomainError):
    """This connection isn't known any more. Please connect anew."""

    status, code = HTTPStatus.GONE, "not_connected"
