"""How lending can fail."""

from __future__ import annotations

from chalicelib.foundation.errors import DomainError, Invalid, NotFound


class TermTooLong(Invalid):
    """At such sales it would take too long to come back. Take less, or a larger share."""

    code = "term_too_long"


class ShareMisplaced(Invalid):
    """Give `share` with the product `share_of_sales`, and only then."""

    code = "share_misplaced"


class LoanNotFound(NotFound):
    """You have no such loan."""

    code = "loan_not_found"


class PoolNotFound(NotFound):
    """There is no such pool."""

    code = "pool_not_found"


class BeyondLimit(DomainError):
    """This is more than you may borrow now."""

    code = "beyond_limit"


class NothingToLend(DomainError):
    """No lender has this much to lend at the moment. Please try a smaller amount, or later."""

    code = "nothing_to_lend"


class LendingHalted(DomainError):
    """Nothing is lent at the moment. Loans that were paid out go on as agreed."""

    code = "lending_halted"


class OfferExpired(DomainError):
    """This offer has expired. Please apply again."""

    code = "offer_expired"


class ContractDiffers(Invalid):
    """This isn't the contract that was offered. Please read it again."""

    code = "contract_differs"


class NothingToPay(DomainError):
    """A loan pays just the balance of an order of which the deposit is paid."""

    code = "no_such_balance"


class WrongLoanState(DomainError):
    """This can't be done with the loan as it is now."""

    code = "wrong_loan_state"


class NothingDue(DomainError):
    """There is nothing to pay."""

    code = "nothing_due"


class NothingPaid(DomainError):
    """No payment was made by hand that could be given back."""

    code = "nothing_paid"


class PoolFull(DomainError):
    """There are as many pools as there may be."""

    code = "too_many_pools"


class NotFree(DomainError):
    """So much of the pool isn't free."""

    code = "not_free"
