"""The rules of commissions: who gets one, at which rate, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.foundation.money import Money, portion, total

LEAST, MOST = 50, 5_000
"""Basis points: from half a per cent to half of what is paid."""

MOST_CATEGORIES = 30
"""With a rate of their own, in one store."""


@dataclass(frozen=True, slots=True)
class Programme:
    """What a store pays to promoters, in basis points; a category's rate holds for those below it too."""

    store_id: str
    open: bool
    basis_points: int
    categories: Mapping[str, int]

    def rate(self, line: Sequence[str]) -> int:
        """The rate for goods of a category, told by its line of ancestors, the top one first."""
        for slug in reversed(line):
            if slug in self.categories:
                return self.categories[slug]
        return self.basis_points


@dataclass(frozen=True, slots=True)
class Link:
    """A promoter's link to a store, or to some goods of it."""

    id: str
    code: str
    promoter_id: str
    store_id: str
    slug: str
    listing_id: str | None
    label: str
    visits: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody came over a promoter's link. Its signed text is what a checkout names."""

    code: str
    promoter_id: str
    store_id: str
    at: datetime


def counts(visit: Visit, *, now: datetime, window: timedelta) -> bool:
    """Does an order that is placed now bring its promoter something?"""
    return timedelta(0) <= now - visit.at <= window


def commission(parts: Iterable[tuple[Money, int]], currency: str) -> Money:
    """The promoter's part of an order: what its lines cost, and at which rate.

    All lines of one rate together, each rounded half up to a minor unit, as the platform's own commission is.
    """
    by_rate: dict[int, Money] = {}
    for amount, rate in parts:
        by_rate[rate] = by_rate.get(rate, Money.zero(currency)) + amount
    return total([portion(amount, rate) for rate, amount in by_rate.items()], currency)


class CommissionState(StrEnum):
    """Where a commission is."""

    PENDING = "pending"
    """The order isn't over: what refunds leave of it will be paid."""
    PAID = "paid"
    VOID = "void"
    """The order was called off or wholly refunded."""
    TAKEN_BACK = "taken_back"
    """It was paid, and an operator found that it shouldn't have been."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What of a promised amount waits, was paid, and was taken back; they add up to it."""

    orders: int = 0
    pending: int = 0
    paid: int = 0
    taken_back: int = 0

    def __sub__(self, other: Figures) -> Figures:
        return Figures(
            self.orders - other.orders,
            self.pending - other.pending,
            self.paid - other.paid,
            self.taken_back - other.taken_back,
        )

    def __add__(self, other: Figures) -> Figures:
        return self - (Figures() - other)


@dataclass(frozen=True, slots=True)
class Commission:
    """A promoter's commission of one order. `amount` was frozen when it was placed."""

    order_id: str
    promoter_id: str
    store_id: str
    store_name: str
    merchant_id: str
    code: str
    """Of the link."""
    day: str
    """On which the order was placed, in UTC."""
    amount: Money
    kept: Money
    """What refunds have left of it; once it is paid, what was paid and not taken back."""
    state: CommissionState
    placed_at: datetime
    shortfall: Money | None = None
    """What couldn't be taken back, since the promoter's wallet hadn't got it."""
    because: str | None = None
    """Why it was taken back."""

    @property
    def figures(self) -> Figures:
        """What it counts for in reports."""
        kept, gone = self.kept.amount, (self.amount - self.kept).amount
        match self.state:
            case CommissionState.PENDING:
                return Figures(1, pending=kept, taken_back=gone)
            case CommissionState.VOID:
                return Figures(1, taken_back=self.amount.amount)
        return Figures(1, paid=kept, taken_back=gone)


@dataclass(frozen=True, slots=True)
class DaySum:
    """What the orders of a day came to: of a promoter, or of a store's one promoter."""

    day: str
    promoter_id: str
    figures: Figures
    currency: str


def taking_back(paid: Money, *, available: Money) -> tuple[Money, Money]:
    """What is taken out of a promoter's wallet, and what it is short of."""
    taken = min(paid, max(available, Money.zero(paid.currency)))
    return taken, paid - taken
