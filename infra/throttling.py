"""How many requests a second API Gateway lets through to each route, from all callers together.

It can't count by caller (that would be a WAF's rule, which has a standing fee). So these are no quotas of
people but a ceiling on what a flood costs: in text messages, in fees, in Lambda's shared concurrency. Each is
far above what honest people need at once, so that a flood of one route shuts that route alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Limit:
    """A token bucket: `rate` requests a second, and `burst` at once."""

    rate: int
    burst: int


EACH = Limit(500, 1_000)
"""Of every route without a limit of its own: one route can't take all of Lambda's 1,000 at once for long."""

SOCKETS = Limit(1_000, 2_000)
"""Of all frames that come over WebSockets."""

_TEXT_MESSAGE = Limit(10, 20)  # costs cents each, and is what SMS pumping lives on
_GUESS = Limit(20, 40)  # a password, a code or a PIN is tried; Cognito itself takes 120 a second of a pool
_RENEWAL = Limit(50, 100)  # Cognito's as well, but every phone does it each hour
_PICTURE = Limit(20, 40)  # a picture drawn by code: the most CPU of any answer
_UPLOAD = Limit(50, 100)  # opens an upload, decodes a photo in memory, or reads half a thousand entries
_MONEY = Limit(100, 200)  # asks the payment gateway, which takes its fee and has limits of its own
_NOTICE = Limit(200, 400)  # anybody may send one; only the sender's signature tells which are real

_BEACON = Limit(300, 600)  # anybody may send one; each is a message, and has up to 25 things that were seen

LIMITS = {
    ("POST", "/visits"): _BEACON,
    ("POST", "/sign-up"): _TEXT_MESSAGE,
    ("POST", "/sign-up/resend"): _TEXT_MESSAGE,
    ("POST", "/sign-up/confirm"): _GUESS,
    ("POST", "/sign-in"): _GUESS,
    ("POST", "/sign-in/refresh"): _RENEWAL,
    ("POST", "/session"): _GUESS,
    ("POST", "/session/refresh"): _RENEWAL,
    ("DELETE", "/session"): _RENEWAL,
    ("GET", "/stores/{store_id}/qr"): _PICTURE,
    ("GET", "/my/stores/{store_id}/qr"): _PICTURE,
    ("GET", "/campaign-links/{code}/card"): _PICTURE,
    ("GET", "/r/{code}/qr"): _PICTURE,
    ("POST", "/photos"): _UPLOAD,
    ("POST", "/photos/{photo_id}/check"): _UPLOAD,
    ("POST", "/checkouts"): _MONEY,
    ("POST", "/checkouts/{checkout_id}/complete"): _MONEY,
    ("POST", "/wallet/top-ups"): _MONEY,
    ("POST", "/wallet/withdrawals"): _MONEY,
    ("POST", "/wallet/pin"): _GUESS,
    ("PUT", "/wallet/pin"): _GUESS,
    ("POST", "/wallet/pin/reset"): _GUESS,
    ("GET", "/wallet/statement.csv"): _UPLOAD,
    ("POST", "/payments/notices/{gateway}"): _NOTICE,
    ("POST", "/shipping/notices/{courier_code}"): _NOTICE,
    ("POST", "/shipping/notices/{courier_code}/claims"): _NOTICE,
    ("POST", "/ads/impressions"): _NOTICE,
    ("POST", "/ads/looks"): _NOTICE,
}
"""The routes that cost more than others, and what they are let through."""


def method_settings() -> list[dict[str, Any]]:
    """The `MethodSettings` of a stage: first what holds for all routes, then the exceptions."""
    return [
        _setting("/*", "*", EACH),
        *(_setting(_encoded(path), method, limit) for (method, path), limit in LIMITS.items()),
    ]


def _setting(path: str, method: str, limit: Limit) -> dict[str, Any]:
    return {
        "ResourcePath": path,
        "HttpMethod": method,
        "ThrottlingRateLimit": limit.rate,
        "ThrottlingBurstLimit": limit.burst,
    }


def _encoded(path: str) -> str:
    """A path as CloudFormation takes it: its slashes as in a JSON pointer, after one that stays."""
    return "/" + path.replace("/", "~1")
