"""What the API of pools takes and answers. Amounts are in minor units of the pool's currency."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.foundation.schemas import Amount, Currency
from chalicelib.foundation.text import line
from chalicelib.lending.rules import Pool

Most = Annotated[int, Field(ge=0, le=10**13)]


class NewPool(Schema):
    """A lender's pool: whose money it is, how much of it may be lent at once, and to one person."""

    owner: Annotated[str, StringConstraints(pattern=r"^per_[0-9a-z]{1,64}$")]
    name: Annotated[str, line(60)]
    currency: Currency = "CNY"
    cap: Most
    per_borrower: Most


class PoolLimits(Schema):
    """A pool's limits; `halted` lends nothing more of it."""

    cap: Most
    per_borrower: Most
    halted: bool


class PoolFunds(Schema):
    """How much is moved."""

    amount: Amount


class LendingSwitch(Schema):
    """Whether all lending is stopped."""

    halted: bool

    @classmethod
    def of(cls, halted: bool, /) -> Self:
        """Shape the answer."""
        return cls(halted=halted)


class PoolView(Schema):
    """A pool: what is free, and what is lent or promised."""

    id: str
    owner: str
    name: str
    currency: str
    cap: int
    per_borrower: int
    free: int
    lent: int
    halted: bool

    @classmethod
    def of(cls, pool: Pool, /) -> Self:
        """Shape the answer."""
        return cls.model_validate(pool, from_attributes=True)


class PoolsView(Schema):
    """All pools."""

    items: list[PoolView]

    @classmethod
    def of(cls, pools: Sequence[Pool], /) -> Self:
        """Shape the answer."""
        return cls(items=[PoolView.of(pool) for pool in pools])
