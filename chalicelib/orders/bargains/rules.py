"""How an agreed sale is paid and carried out. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from chalicelib.foundation.money import BASIS_POINTS, Money, portion


@dataclass(frozen=True, slots=True)
class Bargain:
    """What both sides agreed on besides goods and price. It is frozen with the order."""

    agreement: str
    """What it was agreed on in: the reference of the reservation that its order uses."""
    deposit: int
    """What is paid when it is ordered, in basis points of the whole; 10,000: all of it."""
    balance_days: int
    """Within how many days the rest must be paid; it is shipped after that only."""
    forfeit: int
    """How much of the deposit the merchant keeps if the buyer doesn't go through with it, in basis points."""
    ship_days: int
    """Within how many days of the payment it must be shipped."""
    inspect_days: int
    """How long the buyer may look at the goods once all of them have come."""


def deposit_of(bargain: Bargain, total: Money) -> Money | None:
    """What is paid first, one minor unit at least; None: all is paid at once."""
    if bargain.deposit >= BASIS_POINTS:
        return None
    first = max(portion(total, bargain.deposit), Money(1, total.currency))
    return first if first < total else None


def forfeit_of(bargain: Bargain, total: Money) -> Money:
    """What the merchant keeps of a sale of so much that its buyer doesn't go through with."""
    return portion(deposit_of(bargain, total) or total, bargain.forfeit)
