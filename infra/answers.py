"""What API Gateway itself answers when it refuses a request, as problem details like ours."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

_ANSWERS: dict[str, tuple[int, str, str]] = {
    "ACCESS_DENIED": (403, "access_denied", "You may not do this."),
    "API_CONFIGURATION_ERROR": (500, "internal", "Something broke on our side. Please try again."),
    "AUTHORIZER_CONFIGURATION_ERROR": (500, "internal", "Something broke on our side. Please try again."),
    "AUTHORIZER_FAILURE": (500, "internal", "Something broke on our side. Please try again."),
    "BAD_REQUEST_BODY": (400, "malformed_body", "The body isn't what this address takes."),
    "BAD_REQUEST_PARAMETERS": (400, "malformed_parameters", "The parameters aren't what this address takes."),
    "EXPIRED_TOKEN": (401, "not_signed_in", "Your sign-in has expired: sign in again."),
    "INTEGRATION_FAILURE": (502, "internal", "Something broke on our side. Please try again."),
    "INTEGRATION_TIMEOUT": (504, "timeout", "This took too long. Please try again."),
    "INVALID_API_KEY": (403, "access_denied", "You may not do this."),
    "INVALID_SIGNATURE": (401, "not_signed_in", "Sign in first."),
    # What API Gateway says of an unknown path or method.
    "MISSING_AUTHENTICATION_TOKEN": (404, "not_found", "There is nothing at this address."),
    "QUOTA_EXCEEDED": (429, "too_many_requests", "Too many requests: please wait a moment."),
    "REQUEST_TOO_LARGE": (413, "too_large", "The request is too large."),
    "RESOURCE_NOT_FOUND": (404, "not_found", "There is nothing at this address."),
    "THROTTLED": (429, "too_many_requests", "Too many requests: please wait a moment."),
    "UNAUTHORIZED": (401, "not_signed_in", "Sign in first."),
    "UNSUPPORTED_MEDIA_TYPE": (415, "unsupported_media_type", "Send the body as application/json."),
    "WAF_FILTERED": (403, "access_denied", "You may not do this."),
}


def gateway_responses() -> dict[str, Any]:
    """The `GatewayResponses` of a SAM API: each refusal by its type, and what is left by its class."""
    answers = {kind: _answer(status, code, detail) for kind, (status, code, detail) in _ANSWERS.items()}
    # Their status is that of the type that they stand in for, so it can't be told here.
    answers["DEFAULT_4XX"] = _answer(None, "refused", "The request can't be served.")
    answers["DEFAULT_5XX"] = _answer(None, "internal", "Something broke on our side. Please try again.")
    return answers


def _answer(status: int | None, code: str, detail: str) -> dict[str, Any]:
    title = HTTPStatus(status).phrase if status else "Request refused"
    body: dict[str, Any] = {"type": "about:blank", "title": title}
    body |= ({"status": status} if status else {}) | {"code": code, "detail": detail}
    answer: dict[str, Any] = {
        "ResponseParameters": {
            "Headers": {
                "Content-Type": "'application/problem+json'",
                "Access-Control-Allow-Origin": "'*'",
                "Access-Control-Allow-Headers": "'Authorization,Content-Type,Idempotency-Key'",
                "Access-Control-Expose-Headers": "'X-Request-Id,Idempotent-Replay,Retry-After'",
            }
        },
        "ResponseTemplates": {"application/json": json.dumps(body)},
    }
    return answer | ({"StatusCode": status} if status else {})
