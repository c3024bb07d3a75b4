"""A year of lending to invented merchants: who defaults, what comes back, and what it earns.

Each takes what she is offered, for twelve months in equal instalments at the card's rate. Whether she
defaults follows from the truth and not from the card; when, is thrown. From then on she pays nothing; a part
of what she owes is recovered in the following months.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from chalicelib.lending.schedules.days.rules import DayCount
from chalicelib.lending.schedules.rules import Method, Row, periods, schedule
from chalicelib.lending.scoring import rules
from chalicelib.lending.scoring.rules import Card
from training import pricing
from training.merchants import Merchants, Values

MONTHS = 12
START = date(2026, 1, 15)
_RECOVERY = (3.3, 2.7)
"""A beta distribution of mean 55 %: what of a defaulted balance comes back. The pricing counts on as much."""
_RECOVERED_WITHIN = 4


@dataclass(frozen=True)
class Loan:
    """What became of a loan: cash by month, and what was outstanding at the beginning of each."""

    band: int
    """From the best one, 0; the starters' bands follow."""
    told: float
    principal: int
    interest: int
    """Received."""
    unpaid: int
    """The principal owed when she defaulted."""
    recovered: int
    outstanding: tuple[int, ...]
    defaulted_in: int | None


def lend(merchants: Merchants, card: Card, *, seed: int) -> list[Loan]:
    """A loan for each merchant who is offered one."""
    dice = np.random.default_rng(seed)
    month = dice.integers(1, MONTHS + 1, len(merchants.values))
    back = dice.beta(*_RECOVERY, len(merchants.values))
    loans = []
    for number, facts in enumerate(merchants.facts()):
        limit, rate = rules.offer(facts, card)
        if limit.amount:
            score = rules.score(facts, card)
            told = rules.default_probability(score, card) / 10_000
            rows = _rows(limit.amount, rate)
            ends = int(month[number]) if merchants.defaulted[number] else None
            loans.append(_loan(rows, _band(score, facts, card), told, ends, float(back[number])))
    return loans


def _rows(principal: int, rate: int) -> Sequence[Row]:
    terms = periods(START, MONTHS, DayCount.THIRTY_360)
    return schedule(principal, annual_rate=rate, method=Method.EQUAL_INSTALMENTS, periods=terms)


def _band(score: int, facts: rules.Facts, card: Card) -> int:
    starts = facts.months_sold < card.starter_months
    bands = card.starter.bands if starts else card.grid.bands
    index = next(i for i, one in enumerate(bands) if score >= one.from_score)
    return index + len(card.grid.bands) * starts


def _loan(rows: Sequence[Row], band: int, told: float, ends: int | None, back: float) -> Loan:
    """`ends` is the first instalment that isn't paid."""
    principal = sum(row.principal for row in rows)
    paid = rows if ends is None else rows[: ends - 1]
    left = [principal - sum(row.principal for row in rows[:number]) for number in range(MONTHS)]
    unpaid = principal - sum(row.principal for row in paid)
    recovered = int(unpaid * back)
    for month in range(len(paid) + 1, MONTHS):  # recovered step by step, and then written off
        since = month - len(paid)
        left[month] = unpaid - recovered * since // _RECOVERED_WITHIN if since < _RECOVERED_WITHIN else 0
    interest = sum(row.interest for row in paid)
    return Loan(band, told, principal, interest, unpaid, recovered, tuple(left), ends)


@dataclass(frozen=True)
class Result:
    """What some loans came to. Yearly shares are of what was outstanding on average."""

    loans: Sequence[Loan]

    @property
    def lent(self) -> int:
        """All principal."""
        return sum(one.principal for one in self.loans)

    @property
    def defaults(self) -> int:
        """How many defaulted."""
        return sum(one.defaulted_in is not None for one in self.loans)

    @property
    def balance(self) -> float:
        """What was outstanding on average over the year."""
        return sum(sum(one.outstanding) for one in self.loans) / MONTHS

    @property
    def interest(self) -> int:
        """What was earned."""
        return sum(one.interest for one in self.loans)

    @property
    def unpaid(self) -> int:
        """What was owed by those who defaulted."""
        return sum(one.unpaid for one in self.loans)

    @property
    def recovered(self) -> int:
        """What of that came back."""
        return sum(one.recovered for one in self.loans)

    @property
    def loss(self) -> int:
        """What of it didn't."""
        return self.unpaid - self.recovered

    @property
    def costs(self) -> float:
        """Funding and servicing."""
        return self.balance * (pricing.FUNDING + pricing.SERVICING)

    @property
    def earned(self) -> float:
        """A year's return on what was outstanding, after losses, funding and servicing."""
        return (self.interest - self.loss - self.costs) / self.balance


def by_band(loans: Sequence[Loan]) -> dict[int, Result]:
    """The results of each band, the best first."""
    bands = sorted({one.band for one in loans})
    return {band: Result([one for one in loans if one.band == band]) for band in bands}


def table(loans: Sequence[Loan], card: Card) -> Iterator[str]:
    """A row for each band, and one for all."""
    heads: tuple[str, ...] = ("band", "rate", "loans", "lent", "told", "defaulted", "unpaid", "recovered")
    heads += ("interest", "loss", "return")
    yield f"| {' | '.join(heads)} |"
    yield f"| {' | '.join('---' for _ in heads)} |"
    bands = [*card.grid.bands, *card.starter.bands]
    for band, result in by_band(loans).items():
        starter = " (starter)" if band >= len(card.grid.bands) else ""
        yield _line(f"from {bands[band].from_score}{starter}", f"{bands[band].annual_rate / 100:g} %", result)
    yield _line("**all**", "", Result(loans))


def _line(name: str, rate: str, result: Result) -> str:
    told = np.mean([one.told for one in result.loans])
    of_unpaid = f"{result.recovered / result.unpaid:.0%}" if result.unpaid else "–"
    cells = (
        name,
        rate,
        f"{len(result.loans):,}",
        _yuan(result.lent),
        f"{told:.1%}",
        f"{result.defaults} ({result.defaults / len(result.loans):.1%})",
        _yuan(result.unpaid),
        f"{_yuan(result.recovered)} ({of_unpaid})",
        _yuan(result.interest),
        _yuan(result.loss),
        f"{result.earned:+.1%}",
    )
    return f"| {' | '.join(cells)} |"


def _yuan(minor: int) -> str:
    return f"¥{minor / 100:,.0f}"


def balances(loans: Sequence[Loan]) -> Values:
    """What is outstanding at the beginning of each month."""
    found: Values = np.array([one.outstanding for one in loans], dtype=np.float64).sum(axis=0)
    return found
