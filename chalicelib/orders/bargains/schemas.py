"""What the API of bargains takes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from chalicelib.foundation.http import Schema


class BalancePayment(Schema):
    """Pays the rest of an order from the wallet."""

    pin: Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")] | None = Field(
        None,
        description="One's payment PIN, if one has set it.",
        json_schema_extra={"writeOnly": True},
    )
