"""What the affiliate programme tells."""

from __future__ import annotations

from chalicelib.foundation.events import Event


class CommissionMoved(Event):
    """A promoter's commission was promised, paid, lessened or taken back."""

    order_id: str
    promoter_id: str
    store_name: str
    state: str
    amount: int
    """In minor units: what is promised, or was paid."""
    currency: str
