"""What a person borrowed. It is kept, as all books are."""

from __future__ import annotations

from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.lending import service
from chalicelib.lending.rules import LoanState
from chalicelib.lending.service import Loan

_OWED = (LoanState.ACCEPTED, LoanState.ACTIVE)


def _loans(person_id: str, cursor: str | None) -> Page[Loan]:
    return service.loans_of(person_id, limit=50, cursor=cursor)


def _owed(person_id: str, cursor: str | None) -> Page[str]:
    page = _loans(person_id, cursor)
    return Page(
        [f"Your loan {one.id} isn't repaid." for one in page.items if one.state in _OWED], page.cursor
    )


HOLDINGS = (Holding("loans", pages=_loans, open_matters=_owed),)
