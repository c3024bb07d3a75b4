"""What scoring tells."""

from __future__ import annotations

from typing import Literal

from chalicelib.foundation.events import Event


class LimitChanged(Event):
    """What a seller may borrow is new, or changed by enough to say so."""

    person_id: str
    how: Literal["granted", "raised", "lowered", "ended"]
    limit: int
    currency: str
    annual_rate: int
    """Basis points."""
