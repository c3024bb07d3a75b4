"""The beta distribution: what is known of a rate after some successes and failures.

The regularised incomplete beta function is computed by its continued fraction, NIST's Digital Library of
Mathematical Functions, https://dlmf.nist.gov/8.17#v (8.17.22), evaluated as Lentz proposed; no library of
the Lambda has it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Self

_TINY = 1e-300
_CLOSE = 1e-13
_MOST_TERMS = 2_000
_MOST_STEPS = 100


@dataclass(frozen=True, slots=True)
class Beta:
    """What is believed of a rate: as after `a` successes and `b` failures."""

    a: float
    b: float

    @property
    def mean(self) -> float:
        """The rate that is expected."""
        return self.a / (self.a + self.b)

    @property
    def weight(self) -> float:
        """How many observations the belief stands for."""
        return self.a + self.b

    def after(self, successes: int, of: int) -> Self:
        """What is believed once so many more were seen: Beta(a + s, b + n - s)."""
        return type(self)(self.a + successes, self.b + of - successes)

    def below(self, rate: float) -> float:
        """How likely the true rate is at most so much: the distribution function I_x(a, b)."""
        if rate <= 0:
            return 0.0
        if rate >= 1:
            return 1.0
        if rate > (self.a + 1) / (self.a + self.b + 2):  # there the fraction converges slowly
            return 1 - _part(1 - rate, self.b, self.a)
        return _part(rate, self.a, self.b)

    def quantile(self, share: float) -> float:
        """The rate below which the true one is with this probability, to within 1e-9.

        Newton's steps, kept between bounds that each step narrows: so it always arrives.
        """
        low, high, at = 0.0, 1.0, self.mean
        for _ in range(_MOST_STEPS):
            off = self.below(at) - share
            low, high = (low, at) if off > 0 else (at, high)
            if high - low < 1e-9:
                break
            slope = self._density(at)
            step = at - off / slope if slope > _TINY else -1.0
            inside = step if low < step < high else (low + high) / 2
            if abs(inside - at) < 1e-12:
                break
            at = inside
        return at

    def _density(self, x: float) -> float:
        if not 0 < x < 1:
            return 0.0
        log = (self.a - 1) * math.log(x) + (self.b - 1) * math.log1p(-x) - _log_beta(self.a, self.b)
        return math.exp(log) if log < 700 else math.inf


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def _part(x: float, a: float, b: float) -> float:
    """I_x(a, b) where the fraction converges fast: x below (a + 1) / (a + b + 2)."""
    front = math.exp(a * math.log(x) + b * math.log1p(-x) - _log_beta(a, b)) / a
    return front / _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction 1 + d1/(1 + d2/(1 + …)) of DLMF 8.17.22."""
    value, c, d = 1.0, 1.0, 0.0
    for n in range(1, _MOST_TERMS):
        term = _term(n, x, a, b)
        d = 1 / _not_zero(1 + term * d)
        c = _not_zero(1 + term / c)
        value *= c * d
        if abs(c * d - 1) < _CLOSE:
            break
    return value


def _term(n: int, x: float, a: float, b: float) -> float:
    m, odd = divmod(n, 2)
    if odd:
        return -(a + m) * (a + b + m) * x / ((a + n - 1) * (a + n))
    return m * (b - m) * x / ((a + n - 1) * (a + n))


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
