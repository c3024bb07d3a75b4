"""The payment PIN's routes."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.payments.errors import ObviousPin, PinExists, PinLocked, PinNotSet, SignInAgain, WrongPin
from chalicelib.payments.pins import service
from chalicelib.payments.pins.schemas import NewPin, PinChange, PinView
from chalicelib.payments.pins.service import PinState

bp = Routes(__name__)


@bp.get("/wallet/pin", answers=PinView)
def show_pin(caller: Caller) -> PinState:
    """See whether one has a payment PIN, and whether it is locked."""
    return service.show(caller.person_id, now=clock.now())


@bp.post("/wallet/pin", answers=PinView, status=HTTPStatus.CREATED, raises=(ObviousPin, PinExists))
def set_pin(caller: Caller, body: NewPin) -> PinState:
    """Set one's first payment PIN: from then on paying from the wallet and withdrawing ask for it."""
    return service.set_first(caller.person_id, pin=body.pin, now=clock.now())


@bp.put(
    "/wallet/pin",
    answers=PinView,
    raises=(ObviousPin, PinNotSet, WrongPin, PinLocked, ChangedMeanwhile),
)
def change_pin(caller: Caller, body: PinChange) -> PinState:
    """Change one's payment PIN."""
    return service.change(caller.person_id, old=body.old_pin, new=body.pin, now=clock.now())


@bp.post("/wallet/pin/reset", answers=PinView, raises=(ObviousPin, PinNotSet, SignInAgain))
def reset_pin(caller: Caller, body: NewPin) -> PinState:
    """Set a payment PIN instead of a forgotten one, at most five minutes after signing in."""
    return service.reset(caller.person_id, pin=body.pin, signed_in_at=caller.signed_in_at, now=clock.now())
