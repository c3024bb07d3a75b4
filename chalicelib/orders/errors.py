"""What can go wrong with carts, checkouts and orders."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, Invalid, NotFound


class OrderNotFound(NotFound):
    """There is no such order."""

    code = "order_not_found"


class CheckoutNotFound(NotFound):
    """There is no such checkout."""

    code = "checkout_not_found"


class LineNotFound(NotFound):
    """There is no such line in your cart."""

    code = "line_not_found"


class CartEmpty(DomainError):
    """There is nothing to buy."""

    status, code = HTTPStatus.CONFLICT, "cart_empty"


class CartFull(DomainError):
    """A cart holds at most 30 lines of at most 8 stores."""

    status, code = HTTPStatus.CONFLICT, "cart_full"


class CartChanged(DomainError):
    """Your cart changed while you were checking out. Please look at it again."""

    status, code = HTTPStatus.CONFLICT, "cart_changed"


class MixedCurrencies(Invalid):
    """Goods of different currencies can't be paid at once. Check them out separately."""

    code = "mixed_currencies"


class TotalChanged(DomainError):
    """What this costs has changed since you saw it. Please look at it again."""

    status, code = HTTPStatus.CONFLICT, "total_changed"


class StoreClosed(DomainError):
    """The store isn't selling right now."""

    status, code = HTTPStatus.CONFLICT, "store_closed"


class OwnGoods(DomainError):
    """You can't buy from your own store."""

    status, code = HTTPStatus.CONFLICT, "own_goods"


class WrongState(DomainError):
    """The order is in a state that doesn't allow this."""

    status, code = HTTPStatus.CONFLICT, "wrong_order_state"


class ExtendedBefore(DomainError):
    """The time to confirm can be extended only once."""

    status, code = HTTPStatus.CONFLICT, "extended_before"


class CheckoutExpired(DomainError):
    """This checkout took too long and was closed. Nothing was ordered; please check out again."""

    status, code = HTTPStatus.CONFLICT, "checkout_expired"


class CheckoutFailed(DomainError):
    """The goods could not be ordered. What you paid is in your wallet."""

    status, code = HTTPStatus.CONFLICT, "checkout_failed"


class CheckoutCancelled(DomainError):
    """This checkout was given up. Whatever was paid for it is in your wallet."""

    status, code = HTTPStatus.CONFLICT, "checkout_cancelled"


class CheckoutPaid(DomainError):
    """This checkout is paid. Its orders can be called off instead."""

    status, code = HTTPStatus.CONFLICT, "checkout_paid"


class TooManyCheckouts(DomainError):
    """Pay or give up one of your open checkouts first: each keeps goods from others."""

    status, code = HTTPStatus.CONFLICT, "too_many_checkouts"


class RefundNotFound(NotFound):
    """There is no such refund."""

    code = "refund_not_found"


class RefundOpen(DomainError):
    """A refund is being negotiated for this order. Finish that one first."""

    status, code = HTTPStatus.CONFLICT, "refund_open"


class TooManyRefunds(DomainError):
    """No more refunds can be asked for this order."""

    status, code = HTTPStatus.CONFLICT, "too_many_refunds"


class WrongRefundState(DomainError):
    """The refund is in a state that doesn't allow this."""

    status, code = HTTPStatus.CONFLICT, "wrong_refund_state"


class TooMuchEvidence(DomainError):
    """Each side may add evidence ten times, until the deadline."""

    status, code = HTTPStatus.CONFLICT, "too_much_evidence"


class HearingOpen(DomainError):
    """Both sides may still add evidence. Rule once they have, or after the deadline."""

    status, code = HTTPStatus.CONFLICT, "hearing_open"
