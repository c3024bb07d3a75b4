"""When goods run low, and which change of that is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from chalicelib.listings.rules import Listing

MOST = 10_000
"""The highest threshold."""


class Level(StrEnum):
    """How much of a variant is left."""

    ENOUGH = "enough"
    LOW = "low"
    """No more than the threshold."""
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Watch:
    """How a listing's stock is watched: from how few pieces on it is low, and what was last noted."""

    threshold: int | None = None
    """None: the store's own; 0: it is never low, but may be out."""
    levels: Mapping[str, Level] = field(default_factory=dict)
    """By variant; there is enough of those that aren't in it."""
    version: int = 0

    def level(self, variant_id: str) -> Level:
        """What was last noted of a variant."""
        return self.levels.get(variant_id, Level.ENOUGH)


def level_of(stock: int, threshold: int) -> Level:
    """How much that is."""
    if stock <= 0:
        return Level.OUT
    return Level.LOW if stock <= threshold else Level.ENOUGH


def levels(listing: Listing, threshold: int) -> dict[str, Level]:
    """How much is left of each of a listing's variants."""
    return {variant.id: level_of(variant.stock, threshold) for variant in listing.variants}


def told(before: Level, after: Level) -> Level | None:
    """As what a change of level is told: low, out, or enough again after it was out; None: it isn't.

    That there is enough again of what was only low, whoever restocked knows.
    """
    if after is before:
        return None
    if before is Level.OUT:
        return Level.ENOUGH
    return None if after is Level.ENOUGH else after
