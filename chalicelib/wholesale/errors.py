"""What can go wrong in wholesale."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, Invalid, NotFound


class SupplierNotFound(NotFound):
    """There is no such supplier."""

    code = "supplier_not_found"


class WrongSupplierState(DomainError):
    """This isn't possible with a supplier in this state."""

    status, code = HTTPStatus.CONFLICT, "wrong_supplier_state"


class NotASupplier(DomainError):
    """Only a store that is verified as a supplier may do this."""

    status, code = HTTPStatus.CONFLICT, "not_a_supplier"


class BadYear(Invalid):
    """A supplier can't be of a year to come."""

    code = "bad_year"


class NoWholesale(NotFound):
    """These goods aren't offered wholesale."""

    code = "no_wholesale"


class RequestNotFound(NotFound):
    """There is no such request for quotation."""

    code = "request_not_found"


class RequestClosed(DomainError):
    """This request takes no quotations any more."""

    status, code = HTTPStatus.CONFLICT, "request_closed"


class QuoteNotFound(NotFound):
    """There is no such quotation."""

    code = "quote_not_found"


class WrongQuoteState(DomainError):
    """This isn't possible with a quotation in this state."""

    status, code = HTTPStatus.CONFLICT, "wrong_quote_state"


class QuoteOpen(DomainError):
    """There is a quotation that waits for your answer. Accept, decline or counter that one."""

    status, code = HTTPStatus.CONFLICT, "quote_open"


class QuoteRoundsOver(DomainError):
    """You have haggled long enough about this. Accept or decline."""

    status, code = HTTPStatus.CONFLICT, "quote_rounds_over"


class TooManyQuotes(DomainError):
    """Enough suppliers have answered this request."""

    status, code = HTTPStatus.CONFLICT, "too_many_quotes"


class OtherCurrency(Invalid):
    """This is asked for in another currency."""

    code = "other_currency"


class NotResellable(DomainError):
    """Only what one has bought and paid can be sold on."""

    status, code = HTTPStatus.CONFLICT, "not_resellable"


class NoSample(NotFound):
    """There are no samples of these goods."""

    code = "no_sample"


class TooManySamples(DomainError):
    """You have had as many samples of these goods as one buyer may."""

    status, code = HTTPStatus.CONFLICT, "too_many_samples"


class AnswersUsedUp(DomainError):
    """Your plan lets you answer no more open requests this month. Take a larger plan, or wait."""

    status, code = HTTPStatus.PAYMENT_REQUIRED, "answers_used_up"


class SameMembership(DomainError):
    """Your store has this plan already."""

    status, code = HTTPStatus.CONFLICT, "same_membership"


class MembershipUnpaid(DomainError):
    """Your plan's renewal isn't paid. Pay it first; then you can take another plan."""

    status, code = HTTPStatus.CONFLICT, "membership_unpaid"


class NoMembershipOwed(DomainError):
    """Nothing is owed for your plan."""

    status, code = HTTPStatus.CONFLICT, "no_membership_owed"
