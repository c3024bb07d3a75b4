"""What the API takes and answers about payment PINs."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.payments.pins.service import PinState

_Digits = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]


class NewPin(Schema):
    """Six digits, and not the obvious ones."""

    pin: _Digits = Field(json_schema_extra={"writeOnly": True})


class PinChange(Schema):
    """Another PIN instead of the old one."""

    old_pin: _Digits = Field(json_schema_extra={"writeOnly": True})
    pin: _Digits = Field(json_schema_extra={"writeOnly": True})


class PinView(Schema):
    """Whether one has a payment PIN; locked: until when no try is let through."""

    is_set: bool
    locked_until: datetime | None

    @classmethod
    def of(cls, state: PinState, /) -> Self:
        """Shape the answer."""
        return cls(is_set=state.is_set, locked_until=state.locked_until)
