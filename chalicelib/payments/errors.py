"""What can go wrong with money."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, Invalid, NotFound


class InsufficientFunds(DomainError):
    """There isn't enough money in your wallet."""

    status, code = HTTPStatus.PAYMENT_REQUIRED, "insufficient_funds"


class TransferExists(DomainError):
    """This transfer has been made already."""

    status, code = HTTPStatus.CONFLICT, "transfer_exists"


class BadTransfer(Invalid):
    """A transfer moves a positive amount from one account to another of the same currency."""

    code = "bad_transfer"


class CardDeclined(DomainError):
    """The card was declined. Nothing was charged."""

    status, code = HTTPStatus.PAYMENT_REQUIRED, "card_declined"


class UnknownMethod(Invalid):
    """This payment method isn't known."""

    code = "unknown_payment_method"


class UnknownCurrency(Invalid):
    """This isn't a currency that one can pay in."""

    code = "unknown_currency"


class ChargeNotFound(NotFound):
    """There is no such charge."""

    code = "charge_not_found"


class WithdrawalNotFound(NotFound):
    """There is no such withdrawal."""

    code = "withdrawal_not_found"


class UnknownGateway(NotFound):
    """There is no such payment gateway."""

    code = "unknown_gateway"


class BadSignature(DomainError):
    """The notice isn't signed by the payment gateway."""

    status, code = HTTPStatus.UNAUTHORIZED, "bad_signature"


class MalformedNotice(DomainError):
    """The payment gateway's notice can't be read."""

    status, code = HTTPStatus.BAD_REQUEST, "malformed_notice"


class NoticeMismatch(Invalid):
    """The notice tells another amount than was asked for."""

    code = "notice_mismatch"
