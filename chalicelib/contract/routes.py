"""The contract's routes."""

from __future__ import annotations

from chalice.app import Request

from chalicelib.contract import service
from chalicelib.foundation import browsers
from chalicelib.foundation.browsers import DATA
from chalicelib.foundation.http import Answer, Routes
from chalicelib.foundation.urls import base_url

bp = Routes(__name__)

_HEADERS = {"Cache-Control": "public, max-age=300"}


@bp.get("/openapi.json", signed_in=False, media=("application/json",))
def show_contract(request: Request) -> Answer:
    """Read this contract, as OpenAPI 3.1."""
    return Answer(service.published(base_url(request)), "application/json", headers=_HEADERS)


@bp.get("/docs", signed_in=False, media=("text/html; charset=utf-8",))
def show_docs(request: Request) -> Answer:
    """Read this contract as a page."""
    html = service.page(base_url(request))
    return Answer(html, headers={**_HEADERS, **browsers.headers(html, img_src=(DATA,))})
