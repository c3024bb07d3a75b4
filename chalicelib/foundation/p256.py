"""The curve P-256 (NIST SP 800-186, 3.2.1.3): agreeing on a secret, and signing (ECDSA).

The standard library has no curves, and every library that has them is larger than what is left of the
Lambda's package (cryptography 4.5 MiB, pycryptodomex 1 MiB for its part of this). Points are added by one
complete formula that has no cases, and a multiplication takes the same steps for every number; Python's own
arithmetic still takes longer for some numbers than for others. So use it where nobody can time it: for keys
that are thrown away, and in consumers of queues. Far too slow for a handshake: a multiplication is some 4 ms.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

_P = 2**256 - 2**224 + 2**192 + 2**96 - 1
_N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
_G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
    1,
)

_Point = tuple[int, int, int]
"""A point (X:Y:Z) whose coordinates are X/Z and Y/Z."""

_NOWHERE: _Point = (0, 1, 0)
_UNCOMPRESSED = 4


class NoPoint(Exception):
    """These bytes are no point of the curve."""


def new_key() -> int:
    """A private key."""
    return 1 + secrets.randbelow(_N - 1)


def key_of(secret: str, purpose: str) -> int:
    """The private key that belongs to a secret and a purpose (FIPS 186-5, A.2.1; HKDF of RFC 5869)."""
    extracted = hmac.digest(b"guanxi p256", secret.encode(), hashlib.sha256)
    first = hmac.digest(extracted, purpose.encode() + b"\x01", hashlib.sha256)
    second = hmac.digest(extracted, first + purpose.encode() + b"\x02", hashlib.sha256)
    return 1 + int.from_bytes(first + second) % (_N - 1)


def public(key: int) -> bytes:
    """A private key's public one: 65 bytes, uncompressed (SEC 1, 2.3.3)."""
    x, y = _affine(_times(key, _G))
    return bytes([_UNCOMPRESSED]) + _bytes(x) + _bytes(y)


def agreed(key: int, theirs: bytes) -> bytes:
    """The secret that two keys have in common: 32 bytes (SP 800-56A, 5.7.1.2). Raises NoPoint."""
    return _bytes(_affine(_times(key, point(theirs)))[0])


def point(public_key: bytes) -> _Point:
    """A public key's point. Raises NoPoint.

    Whatever isn't on the curve is refused, else an answer to it would tell of our key.
    """
    if len(public_key) != 65 or public_key[0] != _UNCOMPRESSED:
        raise NoPoint
    x, y = int.from_bytes(public_key[1:33]), int.from_bytes(public_key[33:])
    if x >= _P or y >= _P or (y * y - (x * x * x - 3 * x + _B)) % _P:
        raise NoPoint
    return x, y, 1


def signature(key: int, message: bytes) -> bytes:
    """A message's signature by ECDSA with SHA-256: 64 bytes, r and s, as JWTs have it (RFC 7518, 3.4)."""
    digest = hashlib.sha256(message).digest()
    told = int.from_bytes(digest)
    for nonce in _Nonces(key, digest):
        r = _affine(_times(nonce, _G))[0] % _N
        s = pow(nonce, -1, _N) * (told + r * key) % _N
        if r and s:
            return _bytes(r) + _bytes(s)
    raise AssertionError("there is always another nonce")


class _Nonces:
    """The nonces for a message (RFC 6979, 3.2): the same for the same, so no chance gives the key away."""

    def __init__(self, key: int, digest: bytes) -> None:
        seed = _bytes(key) + _bytes(int.from_bytes(digest) % _N)
        self._key, self._value = bytes(32), b"\x01" * 32
        for step in (b"\x00", b"\x01"):
            self._turn(step + seed)

    def __iter__(self) -> _Nonces:
        return self

    def __next__(self) -> int:
        while True:
            self._value = self._mac(self._value)
            nonce = int.from_bytes(self._value)
            if 0 < nonce < _N:
                return nonce
            self._turn(b"\x00")

    def _turn(self, step: bytes) -> None:
        self._key = self._mac(self._value + step)
        self._value = self._mac(self._value)

    def _mac(self, text: bytes) -> bytes:
        return hmac.digest(self._key, text, hashlib.sha256)


def _bytes(number: int) -> bytes:
    return number.to_bytes(32)


def _affine(of: _Point) -> tuple[int, int]:
    x, y, z = of
    inverse = pow(z, -1, _P)
    return x * inverse % _P, y * inverse % _P


def _times(number: int, of: _Point) -> _Point:
    """A multiple of a point, by Montgomery's ladder."""
    low, high = _NOWHERE, of
    for bit in range(255, -1, -1):
        both = _sum(low, high)
        if number >> bit & 1:
            low, high = both, _sum(high, high)
        else:
            low, high = _sum(low, low), both
    return low


def _sum(one: _Point, other: _Point) -> _Point:
    """The sum of any two points: Renes, Costello, Batina, "Complete addition formulas", 2016, algorithm 4."""
    x1, y1, z1 = one
    x2, y2, z2 = other
    xx, yy, zz = x1 * x2, y1 * y2, z1 * z2
    xy = x1 * y2 + x2 * y1
    xz = x1 * z2 + x2 * z1
    yz = y1 * z2 + y2 * z1
    middle = 3 * (xz - _B * zz) % _P
    more, less = yy + middle, yy - middle
    left = 3 * (xx - zz)
    right = 3 * (_B * xz - 3 * zz - xx) % _P
    return (
        (xy * more - yz * right) % _P,
        (more * less + left * right) % _P,
        (yz * less + xy * left) % _P,
    )
