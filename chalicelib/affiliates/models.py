"""The affiliates table: what stores pay, promoters' links, the commission of each order, and their sums.

A commission is an item of its own, so that no order waits for another; sums are kept by a queue.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UTCDateTimeAttribute,
)
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.affiliates.rules import Commission, CommissionState, DaySum, Figures, Link, Programme
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, Want, table

LINK, COMMISSION = "afl_", "ord_"
"""How the ids of a promoter's links and of her commissions, which are their orders', begin."""


class OfPromoter(GlobalSecondaryIndex[Any]):
    """A promoter's links, and her commissions, by age. Sparse, and of keys alone."""

    class Meta:
        index_name = "of_promoter"
        projection = KeysOnlyProjection()

    promoter_id = UnicodeAttribute(hash_key=True)
    id = UnicodeAttribute(range_key=True)


class ProgrammeItem(Item):
    """What a store pays. Key: the store's id, `programme`."""

    class Meta(Item.Meta):
        table_name = table("affiliates")

    open = BooleanAttribute()
    basis_points = NumberAttribute()
    categories = JSONAttribute()

    def programme(self) -> Programme:
        """What the business knows of it."""
        return Programme(self.pk, bool(self.open), int(self.basis_points), dict(self.categories))


class LinkItem(Item):
    """A promoter's link. Key: `link#` and its code, `link`."""

    class Meta(Item.Meta):
        table_name = table("affiliates")

    id = UnicodeAttribute()
    code = UnicodeAttribute()
    promoter_id = UnicodeAttribute()
    store_id = UnicodeAttribute()
    slug = UnicodeAttribute()
    listing_id = UnicodeAttribute(null=True)
    label = UnicodeAttribute()
    visits = NumberAttribute()
    created_at = UTCDateTimeAttribute()

    of_promoter = OfPromoter()

    def link(self) -> Link:
        """What the business knows of it."""
        return Link(
            id=self.id,
            code=self.code,
            promoter_id=self.promoter_id,
            store_id=self.store_id,
            slug=self.slug,
            listing_id=self.listing_id,
            label=self.label,
            visits=int(self.visits),
            created_at=self.created_at,
        )


class CommissionItem(Item):
    """The commission of an order, and what the sums have of it. Key: the order's id, `commission`."""

    class Meta(Item.Meta):
        table_name = table("affiliates")

    id = UnicodeAttribute()
    promoter_id = UnicodeAttribute()
    store_id = UnicodeAttribute()
    store_name = UnicodeAttribute()
    merchant_id = UnicodeAttribute()
    code = UnicodeAttribute()
    day = UnicodeAttribute()
    amount = NumberAttribute()
    kept = NumberAttribute()
    shortfall = NumberAttribute(null=True)
    because = UnicodeAttribute(null=True)
    currency = UnicodeAttribute()
    state = UnicodeAttribute()
    placed_at = UTCDateTimeAttribute()
    counted = JSONAttribute(null=True)

    of_promoter = OfPromoter()

    def commission(self) -> Commission:
        """What the business knows of it."""
        short = None if self.shortfall is None else Money(int(self.shortfall), self.currency)
        return Commission(
            order_id=self.pk,
            promoter_id=self.promoter_id,
            store_id=self.store_id,
            store_name=self.store_name,
            merchant_id=self.merchant_id,
            code=self.code,
            day=self.day,
            amount=Money(int(self.amount), self.currency),
            kept=Money(int(self.kept), self.currency),
            state=CommissionState(self.state),
            placed_at=self.placed_at,
            shortfall=short,
            because=self.because or None,
        )

    def with_counted(self) -> tuple[Commission, Figures]:
        """The commission, and what the sums have of it."""
        return self.commission(), Figures(**(self.counted or {}))


class SumItem(Item):
    """What a day's orders came to.

    Key: `earned#`, promoter, `#`, currency, and the day; or `spent#` and store, and day, `#`, promoter.
    """

    class Meta(Item.Meta):
        table_name = table("affiliates")

    orders = NumberAttribute(default=0)
    pending = NumberAttribute(default=0)
    paid = NumberAttribute(default=0)
    taken_back = NumberAttribute(default=0)
    promoter_id = UnicodeAttribute(null=True)
    currency = UnicodeAttribute(null=True)

    def sum(self) -> DaySum:
        """What the business knows of it."""
        figures = Figures(int(self.orders), int(self.pending), int(self.paid), int(self.taken_back))
        return DaySum(self.sk.partition("#")[0], self.promoter_id or "", figures, self.currency or "")


def programme_item(programme: Programme) -> ProgrammeItem:
    """What a store pays, as it is stored."""
    return ProgrammeItem(
        pk=programme.store_id,
        sk="programme",
        open=programme.open,
        basis_points=programme.basis_points,
        categories=dict(programme.categories),
    )


def programme_want(store_id: str) -> Want[Programme]:
    """What a store pays, to be read together with other things."""
    return Want(ProgrammeItem, store_id, "programme", ProgrammeItem.programme)


def link_item(link: Link) -> LinkItem:
    """A link as it is stored."""
    return LinkItem(pk=f"link#{link.code}", sk="link", **asdict(link))


def link_key(code: str) -> LinkItem:
    """The item to update, known by its key alone."""
    return LinkItem(pk=f"link#{code}", sk="link")


def link_want(code: str) -> Want[Link]:
    """A link to be read."""
    return Want(LinkItem, f"link#{code}", "link", LinkItem.link)


def commission_item(one: Commission) -> CommissionItem:
    """A new commission as it is stored."""
    return CommissionItem(
        pk=one.order_id,
        sk="commission",
        id=one.order_id,
        promoter_id=one.promoter_id,
        store_id=one.store_id,
        store_name=one.store_name,
        merchant_id=one.merchant_id,
        code=one.code,
        day=one.day,
        amount=one.amount.amount,
        kept=one.kept.amount,
        currency=one.amount.currency,
        state=one.state.value,
        placed_at=one.placed_at,
    )


def commission_key(order_id: str) -> CommissionItem:
    """The item to update, known by its key alone."""
    return CommissionItem(pk=order_id, sk="commission")


def commission_want(order_id: str) -> Want[Commission]:
    """A commission to be read."""
    return Want(CommissionItem, order_id, "commission", CommissionItem.commission)


def counted_want(order_id: str) -> Want[tuple[Commission, Figures]]:
    """A commission, and what the sums have of it."""
    return Want(CommissionItem, order_id, "commission", CommissionItem.with_counted)


def counting(before: Figures, after: Figures) -> tuple[list[Action], Condition]:
    """The change by which the sums have another part of a commission, and that they have what was read."""
    counted = CommissionItem.counted
    unchanged = counted.does_not_exist() if before == Figures() else counted == asdict(before)
    return [counted.set(asdict(after))], unchanged


def sums_of(one: Commission) -> list[SumItem]:
    """The sums in which a commission counts: its promoter's, and its store's."""
    return [
        SumItem(pk=earned(one.promoter_id, one.amount.currency), sk=one.day),
        SumItem(pk=f"spent#{one.store_id}", sk=f"{one.day}#{one.promoter_id}"),
    ]


def earned(promoter_id: str, currency: str) -> str:
    """Under which key a promoter's days lie."""
    return f"earned#{promoter_id}#{currency}"


def adding(one: Commission, change: Figures) -> list[Action]:
    """The change that counts so much more."""
    more = [getattr(SumItem, name).add(value) for name, value in asdict(change).items() if value]
    return [*more, SumItem.promoter_id.set(one.promoter_id), SumItem.currency.set(one.amount.currency)]
