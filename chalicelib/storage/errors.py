"""What can go wrong with plans and invoices."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, NotFound


class InvoiceNotFound(NotFound):
    """There is no such invoice."""

    code = "invoice_not_found"


class SamePlan(DomainError):
    """You have this plan already."""

    status, code = HTTPStatus.CONFLICT, "same_plan"


class InvoiceUnpaid(DomainError):
    """Your last invoice isn't paid. Pay it first; then you can take another plan."""

    status, code = HTTPStatus.CONFLICT, "invoice_unpaid"


class NotOwed(DomainError):
    """Nothing is owed on this invoice."""

    status, code = HTTPStatus.CONFLICT, "not_owed"


class RecountNotFound(NotFound):
    """There is no recount of such a day."""

    code = "recount_not_found"
