"""On which terms goods are sold wholesale. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from chalicelib.foundation.money import Money


@dataclass(frozen=True, slots=True)
class Sample:
    """One piece, at a price of its own, so many for each buyer."""

    price: Money
    most: int


@dataclass(frozen=True, slots=True)
class WholesaleTerms:
    """What a supplier says of goods besides price, minimum and case, which the listing itself has."""

    lead_days: int
    """Until an order is ready to be sent."""
    origin: str
    """Where they are made."""
    sample: Sample | None
