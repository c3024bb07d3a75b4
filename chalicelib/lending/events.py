"""What lending tells."""

from __future__ import annotations

from datetime import date

from chalicelib.foundation.events import Event


class LoanAccepted(Event):
    """A loan was accepted; its money must be paid out."""

    loan_id: str


class LoanEvent(Event):
    """Something happened to a loan. Amounts are in minor units."""

    loan_id: str
    borrower: str
    amount: int
    currency: str


class LoanPaidOut(LoanEvent):
    """A loan's money is in the borrower's wallet."""


class InstalmentDueSoon(LoanEvent):
    """So much will be taken from the wallet on that day."""

    due: date


class LoanPaymentMade(LoanEvent):
    """Something was paid back."""

    left: int
    """What is owed still; nothing: the loan is over."""


class LoanLate(LoanEvent):
    """So much should have been paid and wasn't."""

    due: date
