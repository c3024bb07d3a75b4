"""Answers that browsers and caches may keep: how long they are fresh, and whether they are still the same."""

from __future__ import annotations

import hashlib
from http import HTTPStatus

from chalice.app import Request, Response


def keepable(response: Response, request: Request, seconds: int) -> Response:
    """An answer with its tag (RFC 9110, 8.8.3); without its body for whoever has it already.

    The tag is weak: what lies between may compress the body.
    """
    tag = f'W/"{hashlib.sha256(response.body.encode()).hexdigest()[:32]}"'
    response.headers |= {"ETag": tag, "Cache-Control": f"public, max-age={seconds}"}
    held = request.headers.get("if-none-match", "")
    if held.strip() == "*" or tag.removeprefix("W/") in held:
        response.body, response.status_code = "", HTTPStatus.NOT_MODIFIED
    return response
