"""The limits' route."""

from __future__ import annotations

from chalicelib.foundation import clock
from chalicelib.foundation.http import Caller, Routes
from chalicelib.payments.errors import UnknownCurrency
from chalicelib.payments.limits import service
from chalicelib.payments.limits.rules import Limits
from chalicelib.payments.limits.schemas import LimitsView
from chalicelib.payments.schemas import WalletQuery

bp = Routes(__name__)


@bp.get("/wallet/limits", answers=LimitsView, raises=(UnknownCurrency,))
def show_limits(caller: Caller, query: WalletQuery) -> Limits:
    """See how much one may top up, pay and withdraw, and how much of it is used today."""
    return service.show(caller.person_id, query.currency, now=clock.now())
