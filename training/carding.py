"""A fit as the file that the service carries."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from chalicelib.lending.scoring.rules import Grid
from training import pricing
from training.fitting import BASE_ODDS, BASE_SCORE, PDO, Column, Fit
from training.merchants import ORDER

CURRENCY = "CNY"
SEED, COUNT = 2026, 20_000
"""Of the merchants that the card is fitted on."""


def card(fit: Fit, *, version: str) -> dict[str, Any]:
    """The card, with what explains it: shares, rates of default and weights of evidence aren't used."""
    intercept, slope = (-one for one in fit.calibration)
    usual, starters = pricing.grids((intercept, slope))
    parts = zip(ORDER, fit.columns, fit.points, strict=True)
    return {
        "version": version,
        "currency": CURRENCY,
        "fitted_on": {"seed": SEED, "merchants": COUNT},
        "scaling": {"points_to_double_odds": PDO, "base_score": BASE_SCORE, "base_odds": BASE_ODDS},
        "calibration": {"intercept": round(intercept, 9), "slope": round(slope, 12)},
        "characteristics": {what.value: _scale(column, points) for what, column, points in parts},
        "grid": _grid(usual),
        "starter": {"months": pricing.STARTER_MONTHS, **_grid(starters)},
    }


def _scale(column: Column, points: Any) -> dict[str, Any]:
    rows = [
        {
            "points": points[i],
            "weight_of_evidence": round(column.weights[i], 4),
            "share": round(column.shares[i], 4),
            "default_rate": round(column.bad_rates[i], 4),
        }
        for i in range(len(points))
    ]
    ends = [*column.edges, None]
    return {
        "bins": [{"below": end, **row} for end, row in zip(ends, rows[:-1], strict=True)],
        "unknown": rows[-1],
    }


def _grid(grid: Grid) -> dict[str, Any]:
    return {**asdict(grid), "bands": [asdict(one) for one in grid.bands]}


def written(row: dict[str, Any]) -> str:
    """The file's text."""
    return json.dumps(row, indent=1) + "\n"
