"""For which clicks an order counts, and with how much: the last one, the first one, or all alike.

A report says by which of the three it counts; all are kept, since the order's path is the same. By the linear
model an order's money is divided by largest remainder, so that the parts of all clicks are the order's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.advertising.clicks.rules import Sums, Touched
from chalicelib.advertising.events import ClickFacts
from chalicelib.foundation.money import Money, share

MOST_CLICKS = 15
"""Of one buyer on one store's ads that an order can count for: all its parts are written at once."""

WHOLE_ORDER = 10_000
"""An order as parts of it are counted."""


class Model(StrEnum):
    """To which clicks an order is due."""

    LAST = "last"
    FIRST = "first"
    LINEAR = "linear"
    """To each the same part."""


@dataclass(frozen=True, slots=True)
class Result:
    """What an order brought: whether it is a sale, what is left of it, and what was paid back of it."""

    orders: int = 0
    sales: int = 0
    refunded: int = 0


@dataclass(frozen=True, slots=True)
class Effect:
    """On which clicks an order followed, the first one first, and what is counted for them."""

    path: tuple[ClickFacts, ...]
    result: Result


def path(touches: Iterable[Touched]) -> tuple[ClickFacts, ...]:
    """The clicks that an order counts for, in time. Of too many the first one and the last ones."""
    ordered = sorted(touches, key=lambda touch: (touch.at, touch.facts.click_id))
    if len(ordered) > MOST_CLICKS:
        ordered = [ordered[0], *ordered[1 - MOST_CLICKS :]]
    return tuple(touch.facts for touch in ordered)


def parts(result: Result, clicks: int) -> list[Sums]:
    """What each click of a path is counted for, by all three models."""
    orders = _divided(result.orders * WHOLE_ORDER, clicks)
    sales, refunded = _divided(result.sales, clicks), _divided(result.refunded, clicks)
    found = []
    for place in range(clicks):
        last = result if place == clicks - 1 else Result()
        first = result if place == 0 else Result()
        found.append(
            Sums(
                orders=last.orders,
                sales=last.sales,
                refunded=last.refunded,
                first_orders=first.orders,
                first_sales=first.sales,
                first_refunded=first.refunded,
                linear_orders=orders[place],
                linear_sales=sales[place],
                linear_refunded=refunded[place],
            )
        )
    return found


def _divided(amount: int, among: int) -> Sequence[int]:
    return [part.amount for part in share(Money(amount, "CNY"), [1] * among)]


def counted(sums: Sums, model: Model) -> tuple[float, int, int]:
    """Orders, sales and what was refunded, by a model; by the linear one parts of orders."""
    match model:
        case Model.LAST:
            return sums.orders, sums.sales, sums.refunded
        case Model.FIRST:
            return sums.first_orders, sums.first_sales, sums.first_refunded
        case Model.LINEAR:
            return sums.linear_orders / WHOLE_ORDER, sums.linear_sales, sums.linear_refunded
