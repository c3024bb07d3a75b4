"""The routes of what one may borrow."""

from __future__ import annotations

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.lending.scoring import service
from chalicelib.lending.scoring.errors import NoStanding, ReckonedJustNow
from chalicelib.lending.scoring.record.service import Record
from chalicelib.lending.scoring.rules import Standing
from chalicelib.lending.scoring.schemas import CreditRecordView, CreditView

bp = Routes(__name__)


@bp.get("/credit", answers=CreditView, raises=(NoStanding,))
def show_credit(caller: Caller) -> Standing:
    """See what one may borrow, as last reckoned: limit, price, reasons, and what would raise it."""
    return service.standing(caller.person_id)


@bp.post("/credit", answers=CreditView, raises=(ReckonedJustNow, ChangedMeanwhile))
def reckon_credit(caller: Caller) -> Standing:
    """Have it reckoned anew out of one's record as it is now; it is each night anyway."""
    return service.reckon(caller.person_id, now=clock.now())


@bp.get("/credit/record", answers=CreditRecordView)
def show_credit_record(caller: Caller) -> Record:
    """See the record by which one is scored, month by month."""
    return service.record(caller.person_id, now=clock.now())
