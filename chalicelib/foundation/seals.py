"""Sealed texts: facts that somebody carries for us, such as in a link, and can't change.

A seal is an HMAC of the facts and of what they are for, under a secret of the stage; so a text that was
sealed for one purpose opens for no other.
"""

from __future__ import annotations

import base64
import hmac
import json
from collections.abc import Sequence
from typing import Any

from chalicelib.foundation import vault

SECRET = "ads"  # noqa: S105 - its name


def seal(purpose: str, facts: Sequence[str | int]) -> str:
    """The facts as a text of letters, digits and `-_.`. 1 read of the secret in five minutes."""
    body = _text(json.dumps(list(facts), ensure_ascii=False, separators=(",", ":")).encode())
    return f"{body}.{_signature(purpose, body)}"


def unseal(purpose: str, text: str) -> list[Any] | None:
    """The facts of a text; None if we didn't seal it for this. 1 read of the secret in five minutes."""
    body, _, signature = text.partition(".")
    if not hmac.compare_digest(_signature(purpose, body).encode(), signature.encode()):
        return None
    facts: list[Any] = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    return facts


def _signature(purpose: str, body: str) -> str:
    told = f"{purpose} {body}".encode()
    return _text(hmac.digest(vault.secret(SECRET).encode(), told, "sha256")[:16])


def _text(some: bytes) -> str:
    return base64.urlsafe_b64encode(some).decode().rstrip("=")
