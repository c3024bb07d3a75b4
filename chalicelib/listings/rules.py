"""The rules of goods: their states, their variants and what a sale of them demands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from chalicelib.foundation.money import Money
from chalicelib.listings.errors import (
    DuplicateSku,
    NoReduction,
    NotAllowedNow,
    NotOnSale,
    PriceChanged,
    SoldOut,
    VariantNotFound,
)
from chalicelib.listings.ladders.rules import Ladder, Rung, price_of, refuse_broken
from chalicelib.listings.lots.rules import PIECES, Lot, refuse_short

MOST_VARIANTS = 50


class State(StrEnum):
    """What a merchant has decided about a listing. That it is sold out follows from its stock."""

    DRAFT = "draft"
    ACTIVE = "active"
    WITHDRAWN = "withdrawn"


class Action(StrEnum):
    """What a merchant may do with a listing."""

    PUBLISH = "publish"
    WITHDRAW = "withdraw"


_MOVES = {
    (State.DRAFT, Action.PUBLISH): State.ACTIVE,
    (State.WITHDRAWN, Action.PUBLISH): State.ACTIVE,
    (State.DRAFT, Action.WITHDRAW): State.WITHDRAWN,
    (State.ACTIVE, Action.WITHDRAW): State.WITHDRAWN,
}


def move(state: State, action: Action) -> State:
    """The state after an action. Raises NotAllowedNow."""
    if (after := _MOVES.get((state, action))) is None:
        raise NotAllowedNow(f"A listing that is {state} can't be told to {action}.")
    return after


@dataclass(frozen=True, slots=True)
class Sale:
    """A lower price for some time, set beforehand: from its start until just before its end."""

    price: Money
    starts_at: datetime
    ends_at: datetime

    def runs(self, at: datetime) -> bool:
        """Does it hold at a moment?"""
        return self.starts_at <= at < self.ends_at


@dataclass(frozen=True, slots=True)
class Variant:
    """One kind of a listing that a buyer can choose, with its own price and stock."""

    id: str
    sku: str
    title: str
    price: Money
    """The regular one."""
    stock: int
    sale: Sale | None = None
    ladder: Ladder = ()
    """From how many pieces of a line on each costs less."""

    def price_at(self, at: datetime, *, quantity: int = 1) -> Money:
        """What a piece of so many costs at a moment: by the ladder, or in the sale if that is less.

        Never more than its regular price, should that have come down.
        """
        price = price_of(self.ladder, single=self.price, quantity=quantity)
        return min(self.sale.price, price) if self.sale and self.sale.runs(at) else price

    def reduced_until(self, at: datetime) -> datetime | None:
        """Until when it costs less than usual; None: it doesn't now."""
        return self.sale.ends_at if self.sale and self.price_at(at) < self.price else None


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of the goods, with the size that a page reserves for it."""

    id: str
    key: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Listing:
    """What is needed to show a listing on a card and to sell it."""

    id: str
    store_id: str
    owner_id: str
    title: str
    category: str
    state: State
    cover: Photo | None
    variants: tuple[Variant, ...]
    created_at: datetime
    lot: Lot = PIECES
    """By how many pieces it is sold at the listed price."""

    @property
    def status(self) -> str:
        """draft, active, sold_out or withdrawn."""
        if self.state is State.ACTIVE and not any(variant.stock for variant in self.variants):
            return "sold_out"
        return self.state

    @property
    def lowest_price(self) -> Money:
        """The regular price of the cheapest variant."""
        return min(variant.price for variant in self.variants)

    def cheapest(self, at: datetime) -> Variant:
        """The variant that costs least at a moment: its price stands on a card."""
        return min(self.variants, key=lambda variant: variant.price_at(at).amount)

    def highest_price(self, at: datetime) -> Money:
        """What the dearest variant costs at a moment."""
        return max(variant.price_at(at) for variant in self.variants)

    def price_in_bulk(self, at: datetime) -> Money:
        """The least that a piece can cost at a moment: the cheapest variant, for whoever takes the most."""
        return min(
            variant.price_at(at, quantity=variant.ladder[-1].least if variant.ladder else 1)
            for variant in self.variants
        )

    def variant(self, variant_id: str) -> Variant:
        """One of its variants. Raises VariantNotFound."""
        for variant in self.variants:
            if variant.id == variant_id:
                return variant
        raise VariantNotFound(field="variant_id")


@dataclass(frozen=True, slots=True)
class Details:
    """What only the listing's own page shows."""

    description: str
    attributes: Mapping[str, str]
    photos: tuple[Photo, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """So many of one variant, at the price that the buyer saw; None: a price that was agreed before."""

    listing_id: str
    variant_id: str
    quantity: int
    price: Money | None


def demand(wanted: Iterable[Wanted]) -> dict[str, dict[str, int]]:
    """How many of each variant of each listing: lines that draw on one stock count together."""
    counted: Counter[tuple[str, str]] = Counter()
    for line in wanted:
        counted[line.listing_id, line.variant_id] += line.quantity
    by_listing: dict[str, dict[str, int]] = {}
    for (listing_id, variant_id), quantity in counted.items():
        by_listing.setdefault(listing_id, {})[variant_id] = quantity
    return by_listing


def refuse_unsellable(
    listing: Listing, wanted: Sequence[Wanted], *, at: datetime, field: str = "lines"
) -> None:
    """Can these be sold as the buyer saw them? Raises NotOnSale, VariantNotFound, PriceChanged, SoldOut."""
    if listing.state is not State.ACTIVE:
        raise NotOnSale(f"“{listing.title}” isn't on sale.", field=field)
    for line in wanted:
        price = listing.variant(line.variant_id).price_at(at, quantity=line.quantity)
        if line.price is not None and price != line.price:
            raise PriceChanged(f"“{listing.title}” now costs {price}, not {line.price}.", field=field)
    for variant_id, quantity in demand(wanted).get(listing.id, {}).items():
        variant = listing.variant(variant_id)
        if variant.stock < quantity:
            raise SoldOut(
                f"Only {variant.stock} of “{listing.title}” {variant.title} left, not {quantity}.".replace(
                    "  ", " "
                ),
                field=field,
            )


def refuse_small(listing: Listing, wanted: Sequence[Wanted], *, field: str = "lines") -> None:
    """Is what is bought of goods at the listed price enough of them? Raises BelowMinimum, NotInCases."""
    listed = [line for line in wanted if line.listing_id == listing.id and line.price is not None]
    quantities = demand(listed).get(listing.id, {})
    refuse_short(listing.lot, list(quantities.values()), title=listing.title, field=field)


def on_sale(
    listing: Listing, prices: Mapping[str, int], *, starts_at: datetime, ends_at: datetime
) -> Listing:
    """A listing with a sale of these variants, at prices in minor units, and of no others.

    Raises VariantNotFound, NoReduction.
    """
    for place, (variant_id, price) in enumerate(prices.items()):
        if (regular := listing.variant(variant_id).price).amount <= price:
            raise NoReduction(f"A sale price is less than {regular}.", field=f"variants.{place}.price")
    return replace(
        listing,
        variants=tuple(
            replace(
                variant,
                sale=Sale(Money(prices[variant.id], variant.price.currency), starts_at, ends_at)
                if variant.id in prices
                else None,
            )
            for variant in listing.variants
        ),
    )


def next_turn(listing: Listing, now: datetime) -> datetime | None:
    """When a sale of it begins or ends next; None: never again."""
    turns = (turn for one in listing.variants if one.sale for turn in (one.sale.starts_at, one.sale.ends_at))
    return min((turn for turn in turns if turn > now), default=None)


def by_quantity(listing: Listing, steps: Mapping[str, Sequence[tuple[int, int]]]) -> Listing:
    """A listing with ladders of these variants, by least quantity and price in minor units, and of no others.

    Raises VariantNotFound, LadderBroken.
    """
    for place, (variant_id, told) in enumerate(steps.items()):
        variant = listing.variant(variant_id)
        ladder = _ladder(told, variant.price.currency)
        refuse_broken(ladder, single=variant.price, field=f"variants.{place}.steps")
    return replace(
        listing,
        variants=tuple(
            replace(variant, ladder=_ladder(steps.get(variant.id, ()), variant.price.currency))
            for variant in listing.variants
        ),
    )


def _ladder(steps: Sequence[tuple[int, int]], currency: str) -> Ladder:
    return tuple(Rung(least, Money(price, currency)) for least, price in steps)


def refuse_duplicate_skus(skus: Sequence[str]) -> None:
    """Raises DuplicateSku naming the second one's place."""
    for position, sku in enumerate(skus):
        if sku in skus[:position]:
            raise DuplicateSku(field=f"variants.{position}.sku")
