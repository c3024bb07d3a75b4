"""Advising a merchant when to order again what she sells on, by what was sold and its supplier's terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import read_together
from chalicelib.insights.counting import models
from chalicelib.insights.errors import NotBoughtHere
from chalicelib.insights.figures import service as figures
from chalicelib.insights.restocking import rules
from chalicelib.insights.restocking.rules import Advice, Demand
from chalicelib.listings import service as listings
from chalicelib.listings.service import Listing
from chalicelib.stores import service as stores
from chalicelib.stores.service import Scope
from chalicelib.wholesale.errors import NoWholesale
from chalicelib.wholesale.resale import service as resale
from chalicelib.wholesale.resale.service import Source
from chalicelib.wholesale.terms import service as terms


@dataclass(frozen=True, slots=True)
class Plan:
    """For how long an order is reckoned: days on the way, and days that it shall last."""

    transit_days: int
    cover_days: int


@dataclass(frozen=True, slots=True)
class Restock:
    """What was sold of goods, and how many of their source to order when."""

    listing: Listing
    source: Source
    offered: Listing
    """The source as it is sold now."""
    lead_days: int
    """Until an order is here: what its supplier needs, and the way."""
    stock: int
    today: date
    demand: Demand | None
    """None: too few days are known yet."""
    advice: Advice | None
    now: datetime

    @property
    def order_on(self) -> date | None:
        """The day on which to order at the latest; None: that can't be told, or nothing is sold."""
        left = self.advice.days_left if self.advice else None
        return None if left is None else self.today + timedelta(days=left)

    @property
    def price(self) -> Money | None:
        """What a piece costs if so many are ordered at once, as of now; None: none is needed."""
        if self.advice is None or not self.advice.quantity:
            return None
        chosen = self.offered.variant(self.source.variant_id)
        return chosen.price_at(self.now, quantity=self.advice.quantity)


def suggest(listing_id: str, plan: Plan, *, person: str, now: datetime) -> Restock:
    """When to order goods again that were bought wholesale, and how many. 4 reads, for staff 5, and 1 query.

    One read is of 28 days. A day on which nothing was left counts as one on which nobody wanted any. Raises
    ListingNotFound, NotPermitted, NotBoughtHere, NoWholesale.
    """
    (found,) = read_together([listings.listing_want(listing_id)])
    listing = listings.permitted(found, person=person, scope=Scope.GOODS_READ)
    source = resale.source_of(listing_id)
    if source is None:
        raise NotBoughtHere
    offered, conditions = terms.show(source.listing_id)
    if source.variant_id not in {one.id for one in offered.variants}:
        raise NoWholesale
    today, sold = _sold(listing, now)
    demand = rules.measured(sold)
    lead_days = conditions.lead_days + plan.transit_days
    stock = sum(variant.stock for variant in listing.variants)
    advice = (
        rules.advice(
            demand,
            stock=stock,
            lead_days=lead_days,
            cover_days=plan.cover_days,
            least=offered.lot.least,
            case=offered.lot.case,
        )
        if demand
        else None
    )
    return Restock(listing, source, offered, lead_days, stock, today, demand, advice, now)


def _sold(listing: Listing, now: datetime) -> tuple[date, Sequence[int]]:
    """Today in the store, and what was sold on each whole day before, from its first one on. 1 read."""
    days = [(now + timedelta(days=ahead)).date() for ahead in range(1, -rules.DAYS - 2, -1)]
    wants = [models.goods_want(listing.store_id, day.isoformat(), listing.id) for day in days]
    store, *counts = read_together([stores.store_want(listing.store_id), *wants], consistent=False)
    by_day = dict(zip(days, counts, strict=True))
    today = figures.today_in(store, now)
    whole = min(rules.DAYS, (today - figures.today_in(store, listing.created_at)).days - 1)
    return today, [by_day[today - timedelta(days=back)] or 0 for back in range(1, max(0, whole) + 1)]
