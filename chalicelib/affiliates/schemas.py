"""What the API of the affiliate programme takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field

from chalicelib.affiliates.rules import (
    LEAST,
    MOST,
    MOST_CATEGORIES,
    Commission,
    CommissionState,
    DaySum,
    Link,
    Programme,
)
from chalicelib.foundation.http import Schema
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import Currency, MoneyView, PageQuery
from chalicelib.foundation.text import line


class CategoryRate(Schema):
    """What is paid for goods of a category and those below it, in basis points; 0: nothing."""

    category: Annotated[str, line(60)]
    basis_points: Annotated[int, Field(ge=0, le=MOST)]


class ProgrammeWish(Schema):
    """What a store pays to whoever brings it buyers: basis points of what is paid for its goods."""

    state: Literal["open", "closed"]
    basis_points: Annotated[int, Field(ge=LEAST, le=MOST)]
    categories: Annotated[list[CategoryRate], Field(max_length=MOST_CATEGORIES)] = []


class ProgrammeView(Schema):
    """What a store pays; a closed programme pays for no new orders."""

    store_id: str
    state: str
    basis_points: int
    categories: list[CategoryRate]

    @classmethod
    def of(cls, one: Programme, /) -> Self:
        """Shape the answer."""
        return cls(
            store_id=one.store_id,
            state="open" if one.open else "closed",
            basis_points=one.basis_points,
            categories=[
                CategoryRate(category=slug, basis_points=rate) for slug, rate in one.categories.items()
            ],
        )


class NewPromoterLink(Schema):
    """Where a promoter's link leads: to a store, or to goods of it."""

    store_id: Annotated[str, line(40)]
    listing_id: Annotated[str, line(40)] | None = None
    label: Annotated[str, line(60, least=0)] = ""


class PromoterLinkView(Schema):
    """A promoter's link: it is shared as `/r/{code}`, or as the QR code `/r/{code}/qr`."""

    id: str
    code: str
    store_id: str
    listing_id: str | None
    label: str
    visits: int
    created_at: datetime

    @classmethod
    def of(cls, one: Link, /) -> Self:
        """Shape the answer."""
        return cls.model_validate(one, from_attributes=True)


class PromoterLinkPage(Schema):
    """Some of one's links."""

    items: list[PromoterLinkView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Link], /) -> Self:
        """Shape the answer."""
        return cls(items=[PromoterLinkView.of(one) for one in page.items], cursor=page.cursor)


class CommissionView(Schema):
    """The commission of an order: what was promised, and what is left of it or was paid.

    `shortfall` is what an operator couldn't take back, since the promoter's wallet hadn't got it.
    """

    order_id: str
    store_id: str
    link: str
    state: CommissionState
    promised: MoneyView
    kept: MoneyView
    shortfall: MoneyView | None
    because: str | None
    placed_at: datetime

    @classmethod
    def of(cls, one: Commission, /) -> Self:
        """Shape the answer."""
        return cls(
            order_id=one.order_id,
            store_id=one.store_id,
            link=one.code,
            state=one.state,
            promised=MoneyView.of(one.amount),
            kept=MoneyView.of(one.kept),
            shortfall=MoneyView.of(one.shortfall) if one.shortfall else None,
            because=one.because,
            placed_at=one.placed_at,
        )


class CommissionTakeBack(Schema):
    """Why a commission shouldn't have been paid."""

    reason: Annotated[str, line(200)]


class CommissionPage(Schema):
    """Some of one's commissions."""

    items: list[CommissionView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Commission], /) -> Self:
        """Shape the answer."""
        return cls(items=[CommissionView.of(one) for one in page.items], cursor=page.cursor)


class EarningsQuery(PageQuery):
    """Of which currency, and which page."""

    currency: Currency = "CNY"


class EarningsDay(Schema):
    """What the orders of a day (in UTC) brought: pending, paid and taken back add up to what was promised."""

    day: str
    promoter_id: str
    orders: int
    pending: MoneyView
    paid: MoneyView
    taken_back: MoneyView

    @classmethod
    def of(cls, one: DaySum, /) -> Self:
        """Shape the answer."""
        figures = one.figures
        return cls(
            day=one.day,
            promoter_id=one.promoter_id,
            orders=figures.orders,
            pending=MoneyView.of(Money(figures.pending, one.currency)),
            paid=MoneyView.of(Money(figures.paid, one.currency)),
            taken_back=MoneyView.of(Money(figures.taken_back, one.currency)),
        )


class EarningsPage(Schema):
    """Some days."""

    items: list[EarningsDay]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[DaySum], /) -> Self:
        """Shape the answer."""
        return cls(items=[EarningsDay.of(one) for one in page.items], cursor=page.cursor)
