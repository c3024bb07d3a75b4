"""For which clicks an order or a cart counts, and with how much: the last one, the first one, or all alike.

A report says by which of the three it counts; all are kept, since the path is the same. By the linear model
an order's money is divided by largest remainder, so that the parts of all clicks are the order's.

What is counted of a cart is what the trade calls an add to cart: that a line came into it, once, however many
pieces it is of. What is taken out again was put in nevertheless; put in anew it is another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from chalicelib.advertising.clicks.rules import Sums, Touched
from chalicelib.advertising.events import ClickFacts
from chalicelib.foundation.money import Money, share

MOST_CLICKS = 15
"""Of one buyer on one store's ads that an order or a cart can count for: all parts are written at once."""

WHOLE = 10_000
"""An order, or a line in a cart, as parts of it are counted."""


class Model(StrEnum):
    """To which clicks an order or a cart is due."""

    LAST = "last"
    FIRST = "first"
    LINEAR = "linear"
    """To each the same part."""


@dataclass(frozen=True, slots=True)
class Result:
    """What an order brought: whether it is a sale, what is left of it, and what was paid back of it.

    Or of a cart that a line came into it.
    """

    orders: int = 0
    sales: int = 0
    refunded: int = 0
    carts: int = 0


ADDED = Result(carts=1)


@dataclass(frozen=True, slots=True)
class Effect:
    """On which clicks an order followed, the first one first, and what is counted for them."""

    path: tuple[ClickFacts, ...]
    result: Result


@dataclass(frozen=True, slots=True)
class Addition:
    """A line that came into somebody's cart, and the clicks on which that followed, the first one first."""

    person_id: str
    store_id: str
    line_id: str
    at: datetime
    path: tuple[Touched, ...] = ()
    edition: int = 0
    """How often more clicks were found."""


def followed(touches: Iterable[Touched]) -> tuple[Touched, ...]:
    """The clicks that count, in time. Of too many the first one and the last ones.

    So whatever comes later, and in whichever order, followed((*followed(some), *more)) = followed((*some,
    *more)).
    """
    ordered = sorted(
        {touch.facts.click_id: touch for touch in touches}.values(),
        key=lambda touch: (touch.at, touch.facts.click_id),
    )
    if len(ordered) > MOST_CLICKS:
        ordered = [ordered[0], *ordered[1 - MOST_CLICKS :]]
    return tuple(ordered)


def path(touches: Iterable[Touched]) -> tuple[ClickFacts, ...]:
    """The same without their times."""
    return tuple(touch.facts for touch in followed(touches))


def parts(result: Result, clicks: int) -> list[Sums]:
    """What each click of a path is counted for, by all three models."""
    orders, carts = _divided(result.orders * WHOLE, clicks), _divided(result.carts * WHOLE, clicks)
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
                carts=last.carts,
                first_carts=first.carts,
                linear_carts=carts[place],
            )
        )
    return found


def _divided(amount: int, among: int) -> Sequence[int]:
    return [part.amount for part in share(Money(amount, "CNY"), [1] * among)]


class Counted(NamedTuple):
    """What is counted by a model; by the linear one parts of orders and of carts."""

    orders: float
    sales: int
    refunded: int
    carts: float


def counted(sums: Sums, model: Model) -> Counted:
    """Orders, sales, what was refunded, and carts, by a model."""
    match model:
        case Model.LAST:
            return Counted(sums.orders, sums.sales, sums.refunded, sums.carts)
        case Model.FIRST:
            return Counted(sums.first_orders, sums.first_sales, sums.first_refunded, sums.first_carts)
        case Model.LINEAR:
            orders, carts = sums.linear_orders / WHOLE, sums.linear_carts / WHOLE
            return Counted(orders, sums.linear_sales, sums.linear_refunded, carts)
