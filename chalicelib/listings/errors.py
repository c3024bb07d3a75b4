"""What can go wrong with goods."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, Invalid, NotFound


class ListingNotFound(NotFound):
    """There is no such listing."""

    code = "listing_not_found"


class VariantNotFound(Invalid):
    """This listing has no such variant."""

    code = "variant_not_found"


class SoldOut(DomainError):
    """Not enough of the item is left to sell."""

    status, code = HTTPStatus.CONFLICT, "sold_out"


class NotOnSale(DomainError):
    """This item isn't on sale."""

    status, code = HTTPStatus.CONFLICT, "not_on_sale"


class PriceChanged(DomainError):
    """The price has changed since you saw it. Please look at it again."""

    status, code = HTTPStatus.CONFLICT, "price_changed"


class StockChanged(DomainError):
    """The stock isn't what it was when you counted. Please count again."""

    status, code = HTTPStatus.CONFLICT, "stock_changed"


class NothingLeft(DomainError):
    """Stock can't fall below zero."""

    status, code = HTTPStatus.CONFLICT, "stock_below_zero"


class NotAllowedNow(DomainError):
    """A listing in this state can't do that."""

    status, code = HTTPStatus.CONFLICT, "wrong_listing_state"


class DuplicateSku(Invalid):
    """Two variants of a listing can't share one SKU."""

    code = "duplicate_sku"


class ReservationNotFound(NotFound):
    """There is no such reservation."""

    code = "reservation_not_found"


class ReservationExists(DomainError):
    """Stock was reserved for this before."""

    status, code = HTTPStatus.CONFLICT, "reservation_exists"


class ReservationGone(DomainError):
    """This reservation isn't held any more."""

    status, code = HTTPStatus.CONFLICT, "reservation_gone"


class LadderBroken(Invalid):
    """From step to step of a price ladder one takes more and pays less."""

    code = "ladder_broken"


class NoReduction(Invalid):
    """A sale price is less than the regular one."""

    code = "no_reduction"


class SaleOver(Invalid):
    """A sale ends after it starts, and after now."""

    code = "sale_over"


class BelowMinimum(DomainError):
    """This is sold in larger quantities only."""

    status, code = HTTPStatus.CONFLICT, "below_minimum"


class NotInCases(DomainError):
    """This is sold in whole cases only."""

    status, code = HTTPStatus.CONFLICT, "not_in_cases"
