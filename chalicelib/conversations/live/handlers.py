"""What happens on a WebSocket: a device connects, says something, goes away."""

from __future__ import annotations

from typing import Any

from chalicelib.conversations.live import service
from chalicelib.conversations.live.errors import NotConnected, TicketNotGood
from chalicelib.foundation import clock
from chalicelib.foundation.observability import correlate, log, measure

_FINE = {"statusCode": 200}


def connect(event: dict[str, Any]) -> dict[str, int]:
    """Let a device in that has a good ticket."""
    context = event["requestContext"]
    correlate(context.get("requestId", ""))
    code = (event.get("queryStringParameters") or {}).get("ticket") or ""
    try:
        service.connect(code, connection_id=context["connectionId"], now=clock.now())
    except TicketNotGood as error:
        log.info("not let in", extra={"code": error.code})
        return {"statusCode": int(error.status)}
    measure("Connected")
    return _FINE


def message(event: dict[str, Any]) -> dict[str, int]:
    """Do what a device says."""
    context = event["requestContext"]
    correlate(context.get("requestId", ""))
    try:
        service.hear(context["connectionId"], event.get("body") or "", now=clock.now())
    except NotConnected as error:
        return {"statusCode": int(error.status)}
    log.info("heard")
    return _FINE


def disconnect(event: dict[str, Any]) -> dict[str, int]:
    """Forget a device that went away."""
    context = event["requestContext"]
    correlate(context.get("requestId", ""))
    service.disconnect(context["connectionId"])
    return _FINE
