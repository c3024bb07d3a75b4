"""What the API of split instructions takes and answers."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import ConfigDict, Field, JsonValue, StringConstraints, model_validator

from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.schemas import Amount, Currency
from chalicelib.foundation.text import line
from chalicelib.payments.escrow.rules import Instruction, Instructions, SplitOwner

PersonId = Annotated[str, StringConstraints(pattern=r"^per_[0-9a-f]{1,60}$")]

_ONE_OF: list[JsonValue] = [
    {"required": ["basis_points"], "properties": {"basis_points": {"type": "integer"}}},
    {"required": ["amount"], "properties": {"amount": {"type": "integer"}}},
]


class NewSplit(Schema):
    """A part of each of one's sales for another person: `basis_points` of what it earns, or an `amount`.

    `cap` bounds what is paid in all. Instructions with a lower `precedence` are served first.
    """

    model_config = ConfigDict(json_schema_extra={"oneOf": _ONE_OF})

    payee: PersonId
    currency: Currency = "CNY"
    basis_points: Annotated[int, Field(ge=1, le=10_000)] | None = None
    amount: Amount | None = None
    cap: Amount | None = None
    precedence: Annotated[int, Field(ge=0, le=1000)] = 100
    memo: Annotated[str, line(60, least=0)] = ""

    @model_validator(mode="after")
    def _either(self) -> Self:
        if (self.basis_points is None) == (self.amount is None):
            raise ValueError("give basis_points or amount, one of them")
        return self


class SplitQuery(Query):
    """Of which of one's wallets."""

    currency: Currency = "CNY"


class SplitView(Schema):
    """A standing instruction. `owner` tells who left it: only `person` ones can be taken back here."""

    id: str
    owner: SplitOwner
    payee: str
    basis_points: int | None
    amount: int | None
    left: int | None
    precedence: int
    memo: str

    @classmethod
    def of(cls, one: Instruction, /) -> Self:
        """Shape the answer."""
        return cls.model_validate(one, from_attributes=True)


class SplitsView(Schema):
    """What one's sales heed, in the order in which it is served."""

    items: list[SplitView]

    @classmethod
    def of(cls, found: Instructions, /) -> Self:
        """Shape the answer."""
        ordered = sorted(found.standing, key=lambda one: (one.precedence, one.id))
        return cls(items=[SplitView.of(one) for one in ordered])
