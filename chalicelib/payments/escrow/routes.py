"""The routes of split instructions."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.foundation.http import Caller, Routes
from chalicelib.payments.errors import (
    NotYourInstruction,
    PayeeNotFound,
    SplitNotFound,
    SplitsChanged,
    TooManySplits,
    UnknownCurrency,
)
from chalicelib.payments.escrow import standing
from chalicelib.payments.escrow.rules import Instructions
from chalicelib.payments.escrow.schemas import NewSplit, SplitQuery, SplitsView

bp = Routes(__name__)


@bp.get("/wallet/splits", answers=SplitsView, raises=(UnknownCurrency,))
def show_splits(caller: Caller, query: SplitQuery) -> Instructions:
    """See what goes to others of each of one's sales."""
    return standing.show(caller.person_id, query.currency)


@bp.post(
    "/wallet/splits",
    answers=SplitsView,
    status=HTTPStatus.CREATED,
    raises=(UnknownCurrency, PayeeNotFound, TooManySplits, SplitsChanged),
)
def add_split(caller: Caller, body: NewSplit) -> Instructions:
    """Let a part of each of one's sales go to another person from now on."""
    return standing.add(caller.person_id, **dict(body))


@bp.delete(
    "/wallet/splits/{split_id}", raises=(UnknownCurrency, SplitNotFound, NotYourInstruction, SplitsChanged)
)
def end_split(split_id: str, caller: Caller, query: SplitQuery) -> None:
    """Take a split instruction of one's own back."""
    standing.end(caller.person_id, split_id, currency=query.currency)
