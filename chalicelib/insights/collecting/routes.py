"""The beacon's route."""

from __future__ import annotations

from http import HTTPStatus

from chalice.app import Request

from chalicelib.foundation import clock
from chalicelib.foundation.http import Routes
from chalicelib.foundation.urls import base_url
from chalicelib.insights.collecting import service
from chalicelib.insights.collecting.schemas import VisitBatch
from chalicelib.insights.collecting.service import Looker

bp = Routes(__name__)


@bp.post("/visits", signed_in=False, status=HTTPStatus.ACCEPTED)
def note_visits(body: VisitBatch, request: Request) -> None:
    """Tell what an app's user did in a store."""
    service.collect(
        body.store_id,
        body.batch_id,
        visitor=body.visitor,
        looker=Looker.of(
            request.headers,
            address=str(request.context.get("identity", {}).get("sourceIp", "")),
            home=base_url(request),
            referrer=body.source.referrer,
        ),
        came=body.came(),
        done=[step.done() for step in body.steps],
        now=clock.now(),
    )
