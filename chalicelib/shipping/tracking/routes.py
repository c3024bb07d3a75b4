"""The route by which couriers tell of parcels."""

from __future__ import annotations

from chalice.app import Request

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Routes, body_of
from chalicelib.shipping.errors import BadCourierSignature, MalformedNews, NotTracked, UnknownCourier
from chalicelib.shipping.tracking import service

bp = Routes(__name__)


@bp.post(
    "/shipping/notices/{courier_code}",
    signed_in=False,
    takes_anything=True,
    raises=(UnknownCourier, BadCourierSignature, MalformedNews, NotTracked, ChangedMeanwhile),
)
def receive_news(courier_code: str, request: Request) -> None:
    """Take what a courier tells of a parcel, signed with the courier's own key."""
    service.receive(courier_code, request.headers, body_of(request), now=clock.now())
