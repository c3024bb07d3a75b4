"""What is lent at which risk, and for how much: the price grid of a card.

A band's rate covers what its worst loan is expected to cost: funding, servicing, the loss, and a margin. The
loss of a year, by what is outstanding on average: probability x loss given default / average balance. With
twelve equal instalments 54 % of the principal is outstanding on average.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, log

from chalicelib.lending.scoring.rules import Band, Grid

FUNDING, SERVICING, MARGIN = 0.035, 0.02, 0.02
LOSS_GIVEN_DEFAULT = 0.45
AVERAGE_BALANCE = 0.54
DEAREST = 2_400
"""No rate is above 24 % a year."""


@dataclass(frozen=True)
class Appetite:
    """Up to which probability of default which part of a month's sales is lent, both in basis points."""

    risk: int
    multiplier: int


APPETITE = (
    Appetite(75, 20_000),
    Appetite(150, 15_000),
    Appetite(300, 10_000),
    Appetite(600, 6_000),
    Appetite(1_000, 3_000),
)
STARTERS = (Appetite(600, 5_000), Appetite(2_000, 3_000))
"""For whom has sold for less than so many months: little, and no more than a cap."""
STARTER_MONTHS = 3

MOST, LEAST, STEP = 30_000_000, 10_000, 1_000
STARTER_MOST, STARTER_LEAST, STARTER_STEP = 200_000, 2_000, 100


def grids(calibration: tuple[float, float]) -> tuple[Grid, Grid]:
    """The grid and the starters', for a card calibrated so."""
    usual = tuple(_band(one, calibration) for one in APPETITE)
    starters = tuple(_band(one, calibration) for one in STARTERS)
    return Grid(usual, MOST, LEAST, STEP), Grid(starters, STARTER_MOST, STARTER_LEAST, STARTER_STEP)


def _band(one: Appetite, calibration: tuple[float, float]) -> Band:
    """The calibration is of the log-odds to be repaid."""
    intercept, slope = calibration
    risk = one.risk / 10_000
    score = ceil((log(1 / risk - 1) - intercept) / slope)
    rate = FUNDING + SERVICING + MARGIN + risk * LOSS_GIVEN_DEFAULT / AVERAGE_BALANCE
    return Band(score, one.multiplier, min(DEAREST, round(rate * 1_000) * 10))
