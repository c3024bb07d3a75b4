"""What a promotion is, and what it takes off some goods of its store, to the last minor unit.

The rules a buyer can count with:

1. Goods cost what they cost now; in a sale, the sale's price.
2. Of a store's promotions that apply by themselves one does: that which takes most off (of equals the older).
3. Of each store one coupon can be used. Together with the promotion it takes its part off what that leaves,
   if both are stackable. Otherwise it stands in the promotion's stead, and must take more off.
4. A threshold counts the goods that are meant, at what they cost before anything is taken off.
5. What is taken off is divided among the lines that are meant by what is left of each, with the
   largest-remainder method: the lines' parts sum to it, and none is more than its line.
6. An order costs one minor unit at least, so that there is a payment to settle.
7. A flash sale says what a piece costs, and its limits count pieces. It takes all pieces of an order that are
   meant or none: where fewer are left, or one buyer may not have so many, they cost what they do otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.money import Money, portion, share, total
from chalicelib.promotions.errors import (
    CodeTaken,
    CouponNotBetter,
    CouponNotRunning,
    CouponThreshold,
    CouponUnfit,
    CouponUsed,
    CouponUsedUp,
    CouponWorthless,
    TooManyPromotions,
    WrongPromotionState,
)

MOST_OPEN = 30
"""Promotions and coupons of a store that haven't ended: each checkout reads them all."""

MOST_LIMITED = 6
"""Stores of one checkout that give limited discounts: each takes 2 of the transaction's 100 items."""

MOST_LISTINGS = 20
"""Goods that one promotion can name."""


class State(StrEnum):
    """What a merchant has decided about a promotion. Whether it runs also depends on the time."""

    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class PromotionStatus(StrEnum):
    """What a promotion is at a moment."""

    SCHEDULED = "scheduled"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class Action(StrEnum):
    """What a merchant may do with a promotion. Its terms don't change: buyers count on them."""

    PAUSE = "pause"
    RESUME = "resume"
    END = "end"


_MOVES = {
    (State.RUNNING, Action.PAUSE): State.PAUSED,
    (State.PAUSED, Action.RESUME): State.RUNNING,
    (State.RUNNING, Action.END): State.ENDED,
    (State.PAUSED, Action.END): State.ENDED,
}


@dataclass(frozen=True, slots=True)
class Promotion:
    """Something off: `basis_points` (no more than `most`), `amount`, or all above a piece's `price`.

    With a `code` it is a coupon, with a `price` a flash sale.
    """

    id: str
    store_id: str
    title: str
    code: str | None
    basis_points: int | None
    amount: Money | None
    most: Money | None
    threshold: Money | None
    """What the goods that are meant must cost together at least."""
    category: str | None
    """Only goods of this category or of one below it."""
    listing_ids: tuple[str, ...]
    """Only these goods; none: all that its category allows."""
    starts_at: datetime
    ends_at: datetime | None
    total_limit: int | None
    """How often it can be used by all together; of a flash sale how many pieces there are."""
    buyer_limit: int | None
    """And by one buyer."""
    stackable: bool
    """May a coupon and a promotion apply together?"""
    advertised: bool
    """Is a coupon's code shown to everybody?"""
    created_at: datetime
    state: State = State.RUNNING
    price: Money | None = None
    """What a piece costs in a flash sale."""

    @property
    def limited(self) -> bool:
        """Must its uses be counted?"""
        return self.total_limit is not None or self.buyer_limit is not None

    def over(self, at: datetime) -> bool:
        """Will it never apply again?"""
        return self.state is State.ENDED or (self.ends_at is not None and self.ends_at <= at)

    def runs(self, at: datetime) -> bool:
        """Does it apply at a moment?"""
        return self.state is State.RUNNING and self.starts_at <= at and not self.over(at)

    def status(self, at: datetime) -> PromotionStatus:
        """What it is at a moment."""
        if self.over(at):
            return PromotionStatus.ENDED
        if self.state is State.RUNNING and self.starts_at > at:
            return PromotionStatus.SCHEDULED
        return PromotionStatus(self.state.value)

    def means(self, goods: Goods) -> bool:
        """Is it for these goods?"""
        if self.listing_ids:
            return goods.listing_id in self.listing_ids
        return self.category is None or self.category in goods.categories


def move(promotion: Promotion, action: Action, at: datetime) -> Promotion:
    """A promotion after an action. Raises WrongPromotionState."""
    after = None if promotion.over(at) else _MOVES.get((promotion.state, action))
    if after is None:
        raise WrongPromotionState(f"A promotion that is {promotion.status(at)} can't be told to {action}.")
    return replace(promotion, state=after)


def opened(board: Sequence[Promotion], new: Promotion, at: datetime) -> tuple[Promotion, ...]:
    """A store's promotions with a new one. Raises TooManyPromotions, CodeTaken."""
    still = [one for one in board if not one.over(at)]
    if len(still) >= MOST_OPEN:
        raise TooManyPromotions
    if new.code and any(one.code == new.code for one in still):
        raise CodeTaken(field="code")
    return (*board, new)


@dataclass(frozen=True, slots=True)
class Goods:
    """A line of an order, as a promotion sees it."""

    listing_id: str
    categories: tuple[str, ...]
    """The goods' category and those above it."""
    amount: Money
    """What it costs before anything is taken off."""
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class Uses:
    """How often a store's limited promotions have been used."""

    by_all: Mapping[str, int] = field(default_factory=dict)
    by_buyer: Mapping[str, int] = field(default_factory=dict)

    def refuse(self, promotion: Promotion, *, times: int) -> None:
        """Can it be used so often once more? Raises CouponUsedUp, CouponUsed."""
        if _passed(promotion.total_limit, self.by_all.get(promotion.id, 0) + times):
            raise CouponUsedUp
        if _passed(promotion.buyer_limit, self.by_buyer.get(promotion.id, 0) + times):
            raise CouponUsed


def _passed(limit: int | None, used: int) -> bool:
    return limit is not None and used > limit


def times(promotion: Promotion, goods: Sequence[Goods]) -> int:
    """As how many uses it counts for these lines: once, but a flash sale for each piece."""
    if promotion.price is None:
        return 1
    return sum(line.quantity for line in goods if promotion.means(line) and _above(promotion.price, line))


def _above(price: Money, line: Goods) -> int:
    """How much a line costs more than its pieces do in a flash sale, in minor units."""
    return max(0, line.amount.amount - price.amount * line.quantity)


@dataclass(frozen=True, slots=True)
class Applied:
    """A promotion, and what it takes off each line."""

    promotion: Promotion
    parts: tuple[Money, ...]
    times: int = 1
    """As how many uses it counts."""

    @property
    def amount(self) -> Money:
        """What it takes off all of them."""
        return total(self.parts, self.parts[0].currency)


@dataclass(frozen=True, slots=True)
class Reduced:
    """What is taken off the goods of one store: by its promotion, and by a coupon."""

    promotion: Applied | None = None
    coupon: Applied | None = None

    @property
    def applied(self) -> tuple[Applied, ...]:
        """What applies, in this order."""
        return tuple(one for one in (self.promotion, self.coupon) if one)


def reduce(
    goods: Sequence[Goods], board: Sequence[Promotion], uses: Uses, *, code: str | None, at: datetime
) -> Reduced:
    """What a store takes off these lines; `code` is of one of its coupons.

    Raises CouponNotRunning, CouponUsedUp, CouponUsed, CouponUnfit, CouponThreshold, CouponWorthless,
    CouponNotBetter.
    """
    best = _best(goods, [one for one in board if one.code is None and one.runs(at)], uses)
    if code is None:
        return Reduced(best)
    coupon = next(one for one in board if one.code == code)
    if not coupon.runs(at):
        raise CouponNotRunning
    uses.refuse(coupon, times=times(coupon, goods))
    if best and best.promotion.stackable and coupon.stackable:
        return Reduced(best, apply(coupon, goods, taken=best.parts))
    alone = apply(coupon, goods)
    if best and alone.amount <= best.amount:
        raise CouponNotBetter
    return Reduced(None, alone)


def _best(goods: Sequence[Goods], running: Sequence[Promotion], uses: Uses) -> Applied | None:
    """Of promotions that apply by themselves that which takes most off; of equals the older one."""
    fit = []
    for one in sorted(running, key=lambda promotion: promotion.id):
        try:
            uses.refuse(one, times=times(one, goods))
            fit.append(apply(one, goods))
        except DomainError:
            continue
    return max(fit, key=lambda applied: applied.amount.amount, default=None)


def apply(promotion: Promotion, goods: Sequence[Goods], *, taken: Sequence[Money] = ()) -> Applied:
    """What a promotion takes off these lines, of which so much was `taken` off before.

    Raises CouponUnfit, CouponThreshold, CouponWorthless.
    """
    currency = goods[0].amount.currency
    meant = [promotion.means(line) for line in goods]
    if not any(meant):
        raise CouponUnfit
    spent = _sum([line.amount for line in goods], meant)
    if promotion.threshold and spent < promotion.threshold.amount:
        missing = Money(promotion.threshold.amount - spent, currency)
        raise CouponThreshold(f"This coupon asks for goods worth {missing} more.")
    if promotion.price:
        return _at_price(promotion, promotion.price, goods)
    left = [line.amount - before for line, before in zip(goods, taken or _nothing(goods), strict=True)]
    off = min(
        _wish(promotion, Money(_sum(left, meant), currency)),
        _sum(left, meant),
        sum(one.amount for one in left) - 1,
    )
    if off <= 0:
        raise CouponWorthless
    weights = [one.amount if one_meant else 0 for one, one_meant in zip(left, meant, strict=True)]
    return Applied(promotion, tuple(share(Money(off, currency), weights)))


def _at_price(promotion: Promotion, price: Money, goods: Sequence[Goods]) -> Applied:
    """All that pieces cost above a price is taken off. It is never a coupon, so nothing was taken before."""
    off = [_above(price, line) if promotion.means(line) else 0 for line in goods]
    if not any(off):
        raise CouponWorthless
    parts = tuple(Money(one, price.currency) for one in off)
    return Applied(promotion, parts, times(promotion, goods))


def _nothing(goods: Sequence[Goods]) -> list[Money]:
    return [Money.zero(line.amount.currency) for line in goods]


def _sum(amounts: Sequence[Money], meant: Sequence[bool]) -> int:
    return sum(one.amount for one, one_meant in zip(amounts, meant, strict=True) if one_meant)


def _wish(promotion: Promotion, base: Money) -> int:
    """What it would take off, were there enough."""
    if promotion.amount:
        return promotion.amount.amount
    off = portion(base, promotion.basis_points or 0).amount
    return min(off, promotion.most.amount) if promotion.most else off


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a limited promotion, with its limits as they were when it was used."""

    store_id: str
    promotion_id: str
    total_limit: int | None
    buyer_limit: int | None
    coupon: bool
    times: int = 1
    """As how many it counts: so many pieces of a flash sale."""
