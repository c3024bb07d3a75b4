"""The address at which people reach this stage."""

from __future__ import annotations

from chalice.app import Request

from chalicelib.foundation.config import settings


def base_url(request: Request) -> str:
    """The stage's public address without a trailing slash: its own domain, or where this request came."""
    if settings().public_url:
        return str(settings().public_url)
    context = request.context
    if settings().local_engine_url:
        return f"{settings().local_engine_url}/_aws/execute-api/{context['apiId']}/{context['stage']}"
    return f"https://{context['domainName']}/{context['stage']}"
