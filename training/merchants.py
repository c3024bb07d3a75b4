"""Invented merchants: their records, and who defaults by a truth that the scorecard doesn't know.

Nobody's data are used. The truth is a logistic one in terms that a sum of bins can only come near to: it
saturates, bends back (growth that is too quick), has an interaction (young and quick) and something that no
record shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chalicelib.lending.scoring.rules import Characteristic, Facts

Values = NDArray[np.float64]

ORDER = tuple(Characteristic)
"""The columns of `Merchants.values`."""

_BASE = -3.6
_UNSEEN = 0.5
"""The standard deviation of what no record shows."""


@dataclass(frozen=True)
class Merchants:
    """A row for each: what is known (not a number: nothing), how probable a default is, whether it came."""

    values: Values
    truth: Values
    defaulted: NDArray[np.bool_]

    def facts(self) -> list[Facts]:
        """Each as the scoring knows her."""
        return [_facts(row) for row in self.values]


def _facts(row: Values) -> Facts:
    known = {
        what.value: None if np.isnan(value) else int(value) for what, value in zip(ORDER, row, strict=True)
    }
    sold = min(12, known["store_months"] or 0)
    return Facts(**known, months_sold=sold)  # type: ignore[arg-type]


def simulate(count: int, *, seed: int) -> Merchants:
    """So many merchants, the same for the same seed."""
    dice = np.random.default_rng(seed)
    columns = _records(dice, count)
    odds = _log_odds(columns) + dice.normal(0, _UNSEEN, count)
    truth = 1 / (1 + np.exp(-odds))
    values = np.column_stack([columns[what] for what in ORDER])
    return Merchants(values, truth, dice.random(count) < truth)


def _records(dice: np.random.Generator, count: int) -> dict[Characteristic, Values]:
    """What their records show. A quality that nobody sees has a hand in all of it."""
    good = dice.normal(0, 1, count)
    age = np.floor(np.clip(dice.gamma(1.5, 13, count), 0, 96))
    size = dice.normal(0, 1, count)
    unknown = np.full(count, np.nan)

    def whole(values: Values, low: float, high: float) -> Values:
        return np.floor(np.clip(values, low, high))

    def since(months: int, values: Values) -> Values:
        return np.where(age >= months, values, unknown)

    def of_some(share: NDArray[np.floating[Any]] | float, values: Values) -> Values:
        return np.where(dice.random(count) < share, values, unknown)

    sales = np.exp(np.log(500_000) + 0.9 * size + 0.25 * good + 0.3 * np.tanh(age / 12))
    disputed = dice.random(count) < 0.12 * np.exp(-0.5 * good)
    late = dice.random(count) < 0.12 * np.exp(-0.5 * good)
    return {
        Characteristic.STORE_MONTHS: age,
        Characteristic.MONTHLY_SALES: whole(sales, 1_000, 10**9),
        Characteristic.TREND: since(
            6, whole(10_000 * np.exp(dice.normal(0.03 + 0.08 * good, 0.32)), 0, 99_999)
        ),
        Characteristic.SEASON: since(12, whole(10_000 * np.exp(dice.normal(0, 0.25, count)), 0, 99_999)),
        Characteristic.UNEVENNESS: since(6, whole(dice.gamma(4, 900 * np.exp(-0.2 * good)), 0, 25_000)),
        Characteristic.REFUNDS: whole(10_000 * dice.beta(1.2, 28 * np.exp(0.3 * good)), 0, 10_000),
        Characteristic.DISPUTES: np.where(disputed, whole(dice.gamma(1.5, 60, count), 1, 2_000), 0.0),
        Characteristic.ON_TIME: whole(10_000 * dice.beta(14 * np.exp(0.25 * good), 1), 0, 10_000),
        Characteristic.RATING: of_some(
            1 - np.exp(-sales / 150_000), whole(462 + 14 * good + dice.normal(0, 16, count), 100, 500)
        ),
        Characteristic.CUSHION: whole(10_000 * np.exp(dice.normal(-1.2 + 0.25 * good, 0.9)), 0, 99_999),
        Characteristic.AD_RETURN: of_some(
            0.4, whole(10_000 * np.exp(dice.normal(0.8 + 0.1 * good, 0.5)), 0, 99_999)
        ),
        Characteristic.DAYS_LATE: of_some(
            0.4 * (age > 3), np.where(late, whole(dice.gamma(1.3, 14, count), 1, 180), 0.0)
        ),
    }


def _log_odds(of: dict[Characteristic, Values]) -> Values:
    """The truth. What isn't known of somebody weighs nothing."""
    age = of[Characteristic.STORE_MONTHS]
    growth = _known(np.log(np.maximum(of[Characteristic.TREND], 100) / 10_000))
    cushion = of[Characteristic.CUSHION] / 10_000
    late = of[Characteristic.DAYS_LATE]
    on_time = of[Characteristic.ON_TIME] / 10_000
    return (
        _BASE
        - 0.7 * np.tanh((age - 10) / 10)
        - 0.3 * np.log(of[Characteristic.MONTHLY_SALES] / 500_000)
        + np.where(growth < 0, -1.6 * growth, 0.0)
        + 0.9 * np.maximum(growth - 0.5, 0)
        + 0.8 * ((growth > 0.35) & (age < 12))
        - _known(0.7 * np.log(np.maximum(of[Characteristic.SEASON], 100) / 10_000))
        + _known(1.3 * (of[Characteristic.UNEVENNESS] / 10_000 - 0.35))
        + 1.4 * (1 - np.exp(-of[Characteristic.REFUNDS] / 600))
        + 0.8 * np.minimum(of[Characteristic.DISPUTES] / 60, 3)
        + 5.0 * np.maximum(0.95 - on_time, 0)
        + 0.6 * (on_time < 0.85)
        - _known(0.018 * (of[Characteristic.RATING] - 462))
        - 0.9 * np.log1p(cushion / 0.3)
        - _known(0.4 * np.log(np.maximum(of[Characteristic.AD_RETURN], 100) / 22_000))
        + np.where(late > 0, np.minimum(0.4 + 0.04 * late, 2.2), np.where(late == 0, -0.5, 0.0))
    )


def _known(term: Values) -> Values:
    return np.nan_to_num(term, nan=0.0)
