"""HyperLogLog: how many different things were seen, from 4,096 small numbers, whatever their number.

A thing's hash names one of the numbers by its first 12 bits, and that keeps the longest run of zeros with
which the rest of any hash began. So the order in which things come, and how often, changes nothing, and two
sketches are merged by the greater of each number. The standard error is 1.04 / sqrt(4096) = 1.6 %.

Sources: P. Flajolet, É. Fusy, O. Gandouet, F. Meunier, "HyperLogLog: the analysis of a near-optimal
cardinality estimation algorithm", 2007; the estimate is Algorithm 6 of O. Ertl, "New cardinality estimation
algorithms for HyperLogLog sketches", 2017, which is good for few and for many without tables of corrections.

It is written here because no library fits: datasketches, datasketch, hyperloglog and python-hll2 need numpy,
which doesn't fit the Lambda's package; hll has no wheel; and what the first of them estimates depends on the
order in which things came, so figures would differ from those counted anew.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

_INDEX_BITS = 12
SIZE = 1 << _INDEX_BITS
"""How many numbers a sketch has."""

ERROR = 1.04 / math.sqrt(SIZE)
"""The standard error."""

_REST_BITS = 64 - _INDEX_BITS
_ALPHA = 0.5 / math.log(2)


def empty() -> bytes:
    """Of nothing."""
    return bytes(SIZE)


def adding(sketch: bytes, things: Iterable[str]) -> bytes:
    """The sketch after these were seen as well."""
    numbers = bytearray(sketch)
    for thing in things:
        hashed = int.from_bytes(blake2b(thing.encode(), digest_size=8).digest())
        index, rest = hashed >> _REST_BITS, hashed & ((1 << _REST_BITS) - 1)
        numbers[index] = max(numbers[index], _REST_BITS - rest.bit_length() + 1)
    return bytes(numbers)


def merged(sketches: Iterable[bytes]) -> bytes:
    """Of what any of these has seen."""
    return bytes(map(max, empty(), *sketches)) if (sketches := list(sketches)) else empty()


def estimate(sketch: bytes) -> int:
    """How many different things it has seen."""
    counts = Counter(sketch)
    z = SIZE * _tau(1 - counts[_REST_BITS + 1] / SIZE)
    for value in range(_REST_BITS, 0, -1):
        z = 0.5 * (z + counts[value])
    z += SIZE * _sigma(counts[0] / SIZE)
    return round(_ALPHA * SIZE * SIZE / z) if math.isfinite(z) else 0


def _sigma(x: float) -> float:
    """What the numbers that nothing has touched yet add."""
    if x == 1:
        return math.inf
    y, z, before = 1.0, x, -1.0
    while z != before:
        x *= x
        z, before = z + x * y, z
        y += y
    return z


def _tau(x: float) -> float:
    """What the numbers that can't grow any more take away."""
    if x in (0, 1):
        return 0.0
    y, z, before = 1.0, 1 - x, -1.0
    while z != before:
        x = math.sqrt(x)
        y *= 0.5
        z, before = z - (1 - x) ** 2 * y, z
    return z / 3


def packed(sketch: bytes) -> bytes:
    """As it is stored: a sketch of few things is short, one of very many has some 2 kB."""
    return zlib.compress(sketch, 6)


def unpacked(stored: bytes) -> bytes:
    """As it was packed."""
    return zlib.decompress(stored)
