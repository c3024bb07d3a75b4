"""Messages that only one browser can read: RFC 8291, in the coding `aes128gcm` of RFC 8188.

The push service carries them and learns how long they are.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from chalicelib.foundation import aes, p256

MOST = 3_000
"""Bytes of a message, well below the 4,096 that every service takes."""

_RECORD = 4_096
_LAST = b"\x02"


def encrypted(text: bytes, *, public_key: bytes, auth: bytes) -> bytes:
    """A message for the browser with this key and secret. Raises NoPoint."""
    return encrypted_by(p256.new_key(), text, public_key=public_key, auth=auth, salt=secrets.token_bytes(16))


def encrypted_by(key: int, text: bytes, *, public_key: bytes, auth: bytes, salt: bytes) -> bytes:
    """The same by a key and a salt that nothing else was or will be encrypted by. Raises NoPoint."""
    assert len(text) <= MOST, "what we say is short"
    ours = p256.public(key)
    context = b"WebPush: info\0" + public_key + ours
    material = _expanded(_hmac(auth, p256.agreed(key, public_key)), context)
    extracted = _hmac(salt, material)
    content_key = _expanded(extracted, b"Content-Encoding: aes128gcm\0")[: aes.KEY]
    nonce = _expanded(extracted, b"Content-Encoding: nonce\0")[: aes.NONCE]
    header = salt + _RECORD.to_bytes(4) + bytes([len(ours)]) + ours
    return header + aes.sealed(text + _LAST, key=content_key, nonce=nonce)


def _expanded(extracted: bytes, info: bytes) -> bytes:
    """HKDF's second step (RFC 5869, 2.3), one block."""
    return _hmac(extracted, info + b"\x01")


def _hmac(key: bytes, text: bytes) -> bytes:
    return hmac.digest(key, text, hashlib.sha256)
