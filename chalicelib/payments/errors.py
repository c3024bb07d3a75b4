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


class TransferDiffers(DomainError):
    """A transfer with this id has been made already, and it was another one."""

    status, code = HTTPStatus.CONFLICT, "transfer_differs"


class TransferNotFound(NotFound):
    """There is no such transfer."""

    code = "transfer_not_found"


class AccountFrozen(DomainError):
    """This account is frozen: nothing may leave it."""

    status, code = HTTPStatus.CONFLICT, "account_frozen"


class AccountClosed(DomainError):
    """This account is closed: nothing may move."""

    status, code = HTTPStatus.CONFLICT, "account_closed"


class AccountNotEmpty(DomainError):
    """An account with money in it, or with money set aside, can't be closed."""

    status, code = HTTPStatus.CONFLICT, "account_not_empty"


class AlreadyResolved(DomainError):
    """This pending transfer was posted or voided before."""

    status, code = HTTPStatus.CONFLICT, "already_resolved"


class PendingExpired(DomainError):
    """The time of this pending transfer is over; its money is free again."""

    status, code = HTTPStatus.CONFLICT, "pending_expired"


class NotExpired(DomainError):
    """The time of this pending transfer isn't over yet."""

    status, code = HTTPStatus.CONFLICT, "not_expired"


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


class RefundTooLarge(Invalid):
    """A refund is positive, and no more than what is left of the payment."""

    code = "refund_too_large"


class PayeeNotFound(Invalid):
    """There is no other person of this id who has opened her profile here."""

    code = "payee_not_found"


class SplitNotFound(NotFound):
    """There is no such split instruction."""

    code = "split_not_found"


class NotYourInstruction(DomainError):
    """This instruction belongs to an agreement of yours, and ends with it."""

    status, code = HTTPStatus.FORBIDDEN, "not_your_instruction"


class TooManySplits(DomainError):
    """A wallet has at most 10 split instructions."""

    status, code = HTTPStatus.CONFLICT, "too_many_splits"


class SplitsChanged(DomainError):
    """The wallet's split instructions changed at the same moment. Please try again."""

    status, code = HTTPStatus.CONFLICT, "splits_changed"


class GatewayUnavailable(DomainError):
    """The payment gateway can't be reached right now. Please try again in a moment, with the same key."""

    status, code = HTTPStatus.SERVICE_UNAVAILABLE, "gateway_unavailable"


class AmountNotSupported(Invalid):
    """The payment gateway can't move this amount of this currency."""

    code = "amount_not_supported"


class NotRefundable(DomainError):
    """No more can go back to a card than was taken from it."""

    status, code = HTTPStatus.CONFLICT, "not_refundable"


class PinRequired(DomainError):
    """This needs your payment PIN."""

    status, code = HTTPStatus.FORBIDDEN, "pin_required"
    bars_replay = True


class WrongPin(DomainError):
    """This isn't your payment PIN."""

    status, code = HTTPStatus.FORBIDDEN, "wrong_pin"
    bars_replay = True


class PinLocked(DomainError):
    """Your payment PIN is locked after too many wrong tries."""

    status, code = HTTPStatus.FORBIDDEN, "pin_locked"
    bars_replay = True


class ObviousPin(Invalid):
    """This PIN is too easy to guess. Take one that isn't a row, a repetition or a well-known one."""

    code = "obvious_pin"


class PinExists(DomainError):
    """You have a payment PIN already. To change it, give the old one."""

    status, code = HTTPStatus.CONFLICT, "pin_exists"


class PinNotSet(NotFound):
    """You have no payment PIN."""

    code = "pin_not_set"


class SignInAgain(DomainError):
    """Sign in again with your password, and then within five minutes try this again."""

    status, code = HTTPStatus.FORBIDDEN, "sign_in_again"


class LimitExceeded(DomainError):
    """This is more than your limit allows."""

    status, code = HTTPStatus.CONFLICT, "limit_exceeded"


class NoPayoutPlan(NotFound):
    """You have no payout plan for this currency."""

    code = "no_payout_plan"


class DayNotFound(NotFound):
    """The books of this day aren't closed."""

    code = "day_not_found"


class OperatorsOnly(DomainError):
    """This is for the platform's operators."""

    status, code = HTTPStatus.FORBIDDEN, "operators_only"
