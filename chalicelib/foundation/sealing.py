"""Sealing a short secret for the table: who reads the table can't read it, who changes it is found out.

The standard library has no AES, and a library that has would not fit the Lambda's package. So it is
encrypt-then-MAC of HMAC-SHA256 alone: a key stream of HMACs over a nonce and a counter, and a tag over all
and what it is for. Both keys are made of a secret of the stage by HKDF (RFC 5869, one block).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

_NONCE, _TAG = 16, 32


class Unsealable(Exception):
    """This wasn't sealed with this secret, for this purpose."""


def seal(text: str, *, secret: str, purpose: str) -> str:
    """Seal a text for a purpose, such as whose it is; it opens for the same one only."""
    nonce, plain = secrets.token_bytes(_NONCE), text.encode()
    hidden = nonce + _mixed(plain, _key(secret, "stream"), nonce)
    return base64.urlsafe_b64encode(hidden + _tag(hidden, secret, purpose)).decode()


def unseal(sealed: str, *, secret: str, purpose: str) -> str:
    """The text that was sealed. Raises Unsealable."""
    whole = base64.urlsafe_b64decode(sealed)
    hidden, tag = whole[:-_TAG], whole[-_TAG:]
    if not hmac.compare_digest(tag, _tag(hidden, secret, purpose)):
        raise Unsealable
    return _mixed(hidden[_NONCE:], _key(secret, "stream"), hidden[:_NONCE]).decode()


def _key(secret: str, use: str) -> bytes:
    extracted = hmac.digest(b"guanxi sealing", secret.encode(), hashlib.sha256)
    return hmac.digest(extracted, use.encode() + b"\x01", hashlib.sha256)


def _tag(hidden: bytes, secret: str, purpose: str) -> bytes:
    told = len(hidden).to_bytes(8) + hidden + purpose.encode()
    return hmac.digest(_key(secret, "tag"), told, hashlib.sha256)


def _mixed(text: bytes, key: bytes, nonce: bytes) -> bytes:
    """A text with the key stream over it; doing it twice gives the text back."""
    blocks = range(-(-len(text) // 32))
    stream = b"".join(hmac.digest(key, nonce + block.to_bytes(8), hashlib.sha256) for block in blocks)
    return bytes(one ^ other for one, other in zip(text, stream, strict=False))
