"""Fitting the scorecard: bins by trees, weights of evidence, a logistic regression, points (scikit-learn).

Points are scaled as in Siddiqi, Credit Risk Scorecards (2006), chapter 6: 600 points mean odds of 50 to 1
that a loan is repaid, and every 20 points more double the odds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.tree import DecisionTreeClassifier

from chalicelib.lending.scoring.rules import Characteristic
from training.merchants import ORDER, Merchants, Values

PDO, BASE_SCORE, BASE_ODDS = 20, 600, 50
FACTOR = PDO / log(2)
OFFSET = BASE_SCORE - FACTOR * log(BASE_ODDS)

MOST_BINS = 6
LEAST_IN_A_BIN = 0.04
_SMOOTHING = 0.5

_RISES = {
    Characteristic.UNEVENNESS: 1,
    Characteristic.REFUNDS: 1,
    Characteristic.DISPUTES: 1,
    Characteristic.DAYS_LATE: 1,
    Characteristic.TREND: 0,
}
"""Whether the risk rises with a value, may bend (0), or falls, as with all others: no bin denies it."""


@dataclass(frozen=True)
class Column:
    """A characteristic's bins: the first value above each, and what each weighs."""

    edges: tuple[int, ...]
    """One fewer than there are bins."""
    weights: tuple[float, ...]
    """The last one is of whom nothing is known."""
    shares: tuple[float, ...]
    """Of all merchants, in each bin."""
    bad_rates: tuple[float, ...]

    def place(self, values: Values) -> NDArray[np.intp]:
        """The number of each value's bin; the last is of whom nothing is known."""
        known = np.searchsorted(np.array(self.edges, dtype=np.float64), values, side="right")
        return np.where(np.isnan(values), len(self.edges) + 1, known)


class Weights(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Values by the weight of evidence of their bins: ln(share of the good / share of the bad)."""

    columns_: list[Column]

    def fit(self, values: Values, bad: NDArray[np.bool_]) -> Self:
        """Cut each characteristic where a tree would, and weigh the parts."""
        self.columns_ = [_column(what, values[:, i], bad) for i, what in enumerate(ORDER)]
        return self

    def transform(self, values: Values) -> Values:
        """The weight of each value."""
        parts = [np.array(one.weights)[one.place(values[:, i])] for i, one in enumerate(self.columns_)]
        return np.column_stack(parts)


class Points(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Values by the sum of their whole points: one column, the score."""

    def __init__(self, columns: Sequence[Column], points: Sequence[Sequence[int]]) -> None:
        self.columns = columns
        self.points = points

    def fit(self, values: Values, bad: Any = None) -> Self:  # noqa: ARG002 - scikit-learn's
        """There is nothing to learn."""
        return self

    def transform(self, values: Values) -> Values:
        """The score of each row, in a column."""
        pairs = zip(self.columns, self.points, strict=True)
        score = sum(np.array(points)[one.place(values[:, i])] for i, (one, points) in enumerate(pairs))
        return np.asarray(score, dtype=np.float64).reshape(-1, 1)

    def __sklearn_is_fitted__(self) -> bool:
        return True


def _column(what: Characteristic, values: Values, bad: NDArray[np.bool_]) -> Column:
    known = ~np.isnan(values)
    tree = DecisionTreeClassifier(
        max_leaf_nodes=MOST_BINS,
        min_samples_leaf=int(LEAST_IN_A_BIN * len(values)),
        monotonic_cst=[_RISES.get(what, -1)],
        random_state=0,
    ).fit(values[known].reshape(-1, 1), bad[known])
    splits = tree.tree_.threshold[tree.tree_.children_left >= 0]
    edges = tuple(sorted({int(np.floor(one)) + 1 for one in splits}))
    empty = Column(edges, (), (), ())
    places = empty.place(values)
    weights, shares, rates = [], [], []
    for place in range(len(edges) + 2):
        inside = places == place
        weights.append(_weight(inside, bad))
        shares.append(float(inside.mean()))
        rates.append(float(bad[inside].mean()) if inside.any() else 0.0)
    return Column(edges, tuple(weights), tuple(shares), tuple(rates))


def _weight(inside: NDArray[np.bool_], bad: NDArray[np.bool_]) -> float:
    """Nobody there: nothing is known, and it weighs nothing."""
    if not inside.any():
        return 0.0
    good_share = ((inside & ~bad).sum() + _SMOOTHING) / (~bad).sum()
    bad_share = ((inside & bad).sum() + _SMOOTHING) / bad.sum()
    return log(good_share / bad_share)


@dataclass(frozen=True)
class Fit:
    """What was fitted: the regression on the weights, and the score in whole points with its calibration."""

    exact: Pipeline
    card: Pipeline

    @property
    def columns(self) -> Sequence[Column]:
        """The bins of each characteristic."""
        found: Sequence[Column] = self.exact[0].columns_
        return found

    @property
    def points(self) -> Sequence[Sequence[int]]:
        """Their points."""
        found: Sequence[Sequence[int]] = self.card[0].points
        return found

    @property
    def calibration(self) -> tuple[float, float]:
        """Intercept and slope of the log-odds that a loan defaults, by score."""
        regression = self.card[-1]
        return float(regression.intercept_[0]), float(regression.coef_[0, 0])


def fit(merchants: Merchants) -> Fit:
    """A card for merchants of whom it is known how it ended."""
    values, bad = merchants.values, merchants.defaulted
    exact = make_pipeline(Weights(), LogisticRegression(C=1e6)).fit(values, bad)
    columns = exact[0].columns_
    card = make_pipeline(Points(columns, _points(columns, exact[-1])), LogisticRegression(C=1e6, tol=1e-8))
    return Fit(exact, card.fit(values, bad))


def _points(columns: Sequence[Column], regression: Any) -> list[list[int]]:
    """-(weight x coefficient + intercept / n) x factor + offset / n: the regression is of the bad."""
    count = len(columns)
    constant = -float(regression.intercept_[0]) / count * FACTOR + OFFSET / count
    return [
        [round(-weight * float(coefficient) * FACTOR + constant) for weight in column.weights]
        for column, coefficient in zip(columns, regression.coef_[0], strict=True)
    ]
