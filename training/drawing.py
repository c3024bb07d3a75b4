"""The portfolio as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl

mpl.use("Agg")

import numpy as np
from matplotlib import pyplot as plt

from chalicelib.lending.scoring.rules import Card
from training.portfolio import MONTHS, Loan, balances, by_band


def draw(loans: Sequence[Loan], card: Card, path: Path) -> None:
    """Defaults told and come, the return of each band, and how the money comes back."""
    results = by_band(loans)
    names = [_name(band, card) for band in results]
    figure, (risk, earned, flow) = plt.subplots(1, 3, figsize=(13, 3.8), layout="constrained")
    at = np.arange(len(names))
    told = [np.mean([one.told for one in result.loans]) * 100 for result in results.values()]
    came = [result.defaults / len(result.loans) * 100 for result in results.values()]
    risk.bar(at - 0.2, told, 0.4, label="told by the card", color="#9db4c8")
    risk.bar(at + 0.2, came, 0.4, label="came", color="#b5523b")
    risk.set(title="Defaults within a year, %", xticks=at, xticklabels=names)
    risk.legend(frameon=False)
    returns = [result.earned * 100 for result in results.values()]
    earned.bar(at, returns, 0.6, color=["#4b7f52" if one >= 0 else "#b5523b" for one in returns])
    earned.axhline(0, color="black", linewidth=0.8)
    earned.set(title="Return after losses and costs, % a year", xticks=at, xticklabels=names)
    flow.plot(range(MONTHS), balances(loans) / 1e8, color="#31556e")
    flow.set(title="Outstanding, million ¥", xlabel="month", ylim=(0, None))
    for axes in (risk, earned, flow):
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, dpi=110, metadata={"Software": None})
    plt.close(figure)


def _name(band: int, card: Card) -> str:
    usual = len(card.grid.bands)
    if band < usual:
        return f"{card.grid.bands[band].from_score}+"
    return f"new\n{card.starter.bands[band - usual].from_score}+"
