"""What the promotions' API takes and answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Self

from pydantic import ConfigDict, Field, JsonValue, StringConstraints, model_validator

from chalicelib.foundation import clock
from chalicelib.foundation.http import Schema
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import Amount, Moment, MoneyView
from chalicelib.foundation.text import line
from chalicelib.promotions.rules import MOST_LISTINGS, Promotion, PromotionStatus
from chalicelib.promotions.service import Shown, Terms

Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{4,20}$")]
"""A coupon's code; in capitals or not, it is the same."""
CategorySlug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Id = Annotated[str, StringConstraints(min_length=1, max_length=40)]
BasisPoints = Annotated[int, Field(ge=1, le=9_999)]
Limit = Annotated[int, Field(ge=1, le=10**6)]

_OFF = ("basis_points", "amount", "price")
_ONE_OF: list[JsonValue] = [
    {
        "required": [wanted],
        "properties": {name: {"type": "integer" if name == wanted else "null"} for name in _OFF},
    }
    for wanted in _OFF
]


def _both(**types: str) -> JsonValue:
    """That all of these stand in a body, with these types."""
    return {"required": list(types), "properties": {name: {"type": of} for name, of in types.items()}}


_NEVER: list[JsonValue] = [
    _both(category="string", listing_ids="array"),
    _both(price="integer", code="string"),
    _both(price="integer", threshold="integer"),
    {
        "required": ["price"],
        "properties": {"price": {"type": "integer"}, "listing_ids": {"type": "null"}},
    },
]
"""What makes no sense together. The last: a flash sale that names no goods."""


class NewPromotion(Schema):
    """Something off: `basis_points` of what the goods cost (no more than `most`), or an `amount`.

    Or a flash sale of `listing_ids`, of which a piece costs the `price` and the limits count pieces: it takes
    all pieces of an order or none, and needs no code.

    With a `code` it is a coupon, which buyers name; without one it applies by itself. It is for all goods of
    the store, or for a `category`, or for `listing_ids`; `threshold` is what those must cost together.
    Amounts are in minor units of the store's currency. Without `starts_at` it starts now, without `ends_at`
    it goes on until it is ended.
    """

    model_config = ConfigDict(json_schema_extra={"oneOf": _ONE_OF, "not": {"anyOf": _NEVER}})

    title: Annotated[str, line(60)]
    code: Code | None = None
    basis_points: BasisPoints | None = None
    amount: Amount | None = None
    price: Amount | None = Field(None, description="What a piece costs in a flash sale.")
    most: Amount | None = None
    threshold: Amount | None = None
    category: CategorySlug | None = None
    listing_ids: Annotated[list[Id], Field(min_length=1, max_length=MOST_LISTINGS)] | None = None
    starts_at: Moment | None = None
    ends_at: Moment | None = None
    total_limit: Limit | None = Field(None, description="How often it can be used by all together.")
    buyer_limit: Limit | None = Field(None, description="How often it can be used by one buyer.")
    stackable: bool = Field(True, description="May a coupon and the store's promotion apply together?")
    advertised: bool = Field(True, description="Is a coupon's code shown to everybody?")

    @model_validator(mode="after")
    def _either(self) -> Self:
        if sum(one is not None for one in (self.basis_points, self.amount, self.price)) != 1:
            raise ValueError("give basis_points, amount or price, one of them")
        if self.price is not None and (not self.listing_ids or self.code or self.threshold):
            raise ValueError("a flash sale needs listing_ids, and takes no code and no threshold")
        if self.category is not None and self.listing_ids is not None:
            raise ValueError("give category or listing_ids, not both")
        return self

    def terms(self) -> Terms:
        """What the use case wants to know."""
        said = {name: value for name, value in self if name not in ("code", "listing_ids")}
        return Terms(
            code=self.code.upper() if self.code else None, listing_ids=self.listing_ids or (), **said
        )


class PromotionView(Schema):
    """A promotion or a coupon, as everybody sees it."""

    id: str
    store_id: str
    title: str
    code: str | None
    basis_points: int | None
    amount: MoneyView | None
    price: MoneyView | None
    most: MoneyView | None
    threshold: MoneyView | None
    category: str | None
    listing_ids: list[str]
    starts_at: datetime
    ends_at: datetime | None
    total_limit: int | None
    buyer_limit: int | None
    stackable: bool

    @classmethod
    def of(cls, one: Promotion, /) -> Self:
        """Shape the answer."""
        return cls(
            id=one.id,
            store_id=one.store_id,
            title=one.title,
            code=one.code,
            basis_points=one.basis_points,
            amount=_money(one.amount),
            price=_money(one.price),
            most=_money(one.most),
            threshold=_money(one.threshold),
            category=one.category,
            listing_ids=list(one.listing_ids),
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            total_limit=one.total_limit,
            buyer_limit=one.buyer_limit,
            stackable=one.stackable,
        )


def _money(money: Money | None) -> MoneyView | None:
    return MoneyView.of(money) if money else None


class RunningPromotions(Schema):
    """What a store takes off now."""

    items: list[PromotionView]

    @classmethod
    def of(cls, found: Sequence[Promotion], /) -> Self:
        """Shape the answer."""
        return cls(items=[PromotionView.of(one) for one in found])


class MyPromotionView(PromotionView):
    """A promotion as its merchant sees it. `used` counts the uses of one with limits; else it is 0."""

    status: PromotionStatus
    used: int
    advertised: bool
    created_at: datetime

    @classmethod
    def of(cls, shown: Shown, /) -> Self:  # type: ignore[override]
        """Shape the answer."""
        one = shown.promotion
        return cls(
            **dict(PromotionView.of(one)),
            status=one.status(clock.now()),
            used=shown.used,
            advertised=one.advertised,
            created_at=one.created_at,
        )


class MyPromotionsView(Schema):
    """Some of a store's promotions, the newest first."""

    items: list[MyPromotionView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Shown], /) -> Self:
        """Shape the answer."""
        return cls(items=[MyPromotionView.of(one) for one in page.items], cursor=page.cursor)
