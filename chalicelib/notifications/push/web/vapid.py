"""Telling a push service who we are: RFC 8292. It is by this key that a browser subscribed.

The private key is made of a secret of the stage; whoever changes that ends all browsers' subscriptions.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from urllib.parse import urlsplit

from chalicelib.foundation import p256, vault

SECRET = "push"  # noqa: S105 - its name

_HALF = 6 * 3_600
"""In seconds: a statement holds for one to two of these, and a service takes one of up to 24 hours."""


def public_key() -> str:
    """The stage's public key, as browsers want it: base64url. 1 read of the secret in five minutes."""
    return _public(vault.secret(SECRET))


def authorization(endpoint: str, *, contact: str, now: datetime) -> str:
    """What the push service of this endpoint is told of us. 1 read of the secret in five minutes."""
    url = urlsplit(endpoint)
    expires = (int(now.timestamp()) // _HALF + 2) * _HALF
    return _statement(vault.secret(SECRET), f"{url.scheme}://{url.netloc}", contact, expires)


@lru_cache(maxsize=2)
def _key(secret: str) -> int:
    return p256.key_of(secret, "vapid")


@lru_cache(maxsize=2)
def _public(secret: str) -> str:
    return _text(p256.public(_key(secret)))


@lru_cache(maxsize=32)
def _statement(secret: str, audience: str, contact: str, expires: int) -> str:
    claims: Mapping[str, str | int] = {"aud": audience, "exp": expires, "sub": contact}
    told = f"{_json({'typ': 'JWT', 'alg': 'ES256'})}.{_json(claims)}"
    signed = _text(p256.signature(_key(secret), told.encode()))
    return f"vapid t={told}.{signed}, k={_public(secret)}"


def _json(told: Mapping[str, str | int]) -> str:
    return _text(json.dumps(told, separators=(",", ":")).encode())


def _text(some: bytes) -> str:
    return base64.urlsafe_b64encode(some).decode().rstrip("=")
