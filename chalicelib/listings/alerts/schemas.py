"""What the stock alerts' API takes and answers."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field

from chalicelib.foundation.http import Schema
from chalicelib.listings.alerts.rules import MOST, Level
from chalicelib.listings.alerts.service import Watched

Threshold = Annotated[int, Field(ge=0, le=MOST)]


class ListingAlert(Schema):
    """From how few pieces of a variant on a listing is low; 0: never; null: as its store says."""

    threshold: Threshold | None


class StoreAlert(Schema):
    """From how few pieces on a store's goods are low, where a listing says nothing else; 0: never."""

    threshold: Threshold


class LevelView(Schema):
    """How much is left of a variant."""

    variant_id: str
    stock: int
    level: Level


class ListingAlertView(Schema):
    """How a listing's stock is watched: what it says, what holds for it, and how its variants stand."""

    threshold: int | None
    holds: int
    variants: list[LevelView]

    @classmethod
    def of(cls, watched: Watched, /) -> Self:
        """Shape the answer."""
        levels = watched.levels
        return cls(
            threshold=watched.watch.threshold,
            holds=watched.threshold,
            variants=[
                LevelView(variant_id=one.id, stock=one.stock, level=levels[one.id])
                for one in watched.listing.variants
            ],
        )


class StoreAlertView(Schema):
    """From how few pieces on a store's goods are low."""

    threshold: int

    @classmethod
    def of(cls, threshold: int, /) -> Self:
        """Shape the answer."""
        return cls(threshold=threshold)
