"""The scorecard in use: a file beside the code, made by `make train`, read once a process."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from chalicelib.lending.scoring.rules import Band, Bin, Card, Characteristic, Grid, Scale

CURRENT = "2026-11"
CARDS = Path(__file__).parent / "cards"


@cache
def current() -> Card:
    """The card by which sellers are scored now."""
    return card_of(json.loads((CARDS / f"{CURRENT}.json").read_text()))


def card_of(row: dict[str, Any]) -> Card:
    """A card as it stands in its file. What a file says beyond this is for who reads it."""
    return Card(
        version=row["version"],
        currency=row["currency"],
        scales={Characteristic(what): _scale(scale) for what, scale in row["characteristics"].items()},
        intercept=row["calibration"]["intercept"],
        slope=row["calibration"]["slope"],
        grid=_grid(row["grid"]),
        starter=_grid(row["starter"]),
        starter_months=row["starter"]["months"],
    )


def _scale(row: dict[str, Any]) -> Scale:
    return Scale(tuple(Bin(one["below"], one["points"]) for one in row["bins"]), row["unknown"]["points"])


def _grid(row: dict[str, Any]) -> Grid:
    bands = tuple(Band(one["from_score"], one["multiplier"], one["annual_rate"]) for one in row["bands"])
    return Grid(bands, row["most"], row["least"], row["step"])
