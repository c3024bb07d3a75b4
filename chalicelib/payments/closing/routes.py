"""The routes of the closed books, for operators."""

from __future__ import annotations

import datetime as dt

from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.payments.closing import service
from chalicelib.payments.closing.rules import Day, Difference
from chalicelib.payments.closing.schemas import DaysView, DayView, DifferencesView
from chalicelib.payments.errors import DayNotFound, OperatorsOnly

bp = Routes(__name__)


@bp.get("/books", answers=DaysView, raises=(OperatorsOnly,))
def list_days(caller: Caller, query: PageQuery) -> Page[Day]:
    """List the days whose books are balanced, as an operator."""
    _operator(caller, OperatorsOnly())
    return service.days(limit=query.limit, cursor=query.cursor)


@bp.get("/books/{day}", answers=DayView, raises=(DayNotFound,))
def show_day(day: str, caller: Caller) -> Day:
    """See the trial balance of a day, such as 2026-11-25, as an operator."""
    _operator(caller, DayNotFound())
    return service.show_day(_day(day))


@bp.get("/books/{day}/differences", answers=DifferencesView, raises=(DayNotFound,))
def list_differences(day: str, caller: Caller, query: PageQuery) -> Page[Difference]:
    """List what differs in the books of a day, as an operator."""
    _operator(caller, DayNotFound())
    return service.differences_of(_day(day), limit=query.limit, cursor=query.cursor)


def _operator(caller: Caller, otherwise: DomainError) -> None:
    if "operators" not in caller.groups:
        raise otherwise


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise DayNotFound(field="day") from None
