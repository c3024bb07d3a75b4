"""The routes of claims."""

from __future__ import annotations

from chalice.app import Request

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes, body_of
from chalicelib.shipping.claims import service
from chalicelib.shipping.claims.rules import Claim
from chalicelib.shipping.claims.schemas import ClaimView
from chalicelib.shipping.errors import (
    BadCourierSignature,
    BookingNotFound,
    ClaimNotFound,
    MalformedNews,
    UnknownCourier,
    WrongClaimState,
)
from chalicelib.stores.errors import NotPermitted

bp = Routes(__name__)


@bp.post(
    "/shipping/notices/{courier_code}/claims",
    signed_in=False,
    takes_anything=True,
    raises=(
        UnknownCourier,
        BadCourierSignature,
        MalformedNews,
        ClaimNotFound,
        WrongClaimState,
        ChangedMeanwhile,
    ),
)
def receive_answer(courier_code: str, request: Request) -> None:
    """Take what a courier says to a claim, signed as its other notices are."""
    service.receive(courier_code, request.headers, body_of(request), now=clock.now())


@bp.get(
    "/shipping/parcels/{parcel_id}/claim",
    answers=ClaimView,
    raises=(BookingNotFound, NotPermitted, ClaimNotFound),
)
def show_claim(parcel_id: str, caller: Caller) -> Claim:
    """See what is claimed of the courier for a parcel that it lost, broke or said nothing of."""
    return service.show(parcel_id, caller=caller.person_id)


@bp.post(
    "/shipping/parcels/{parcel_id}/claim/close",
    answers=ClaimView,
    raises=(BookingNotFound, NotPermitted, ClaimNotFound, WrongClaimState, ChangedMeanwhile),
)
def close_claim(parcel_id: str, caller: Caller) -> Claim:
    """Let a claim be, that was refused or isn't answered."""
    return service.close(parcel_id, caller=caller.person_id)
