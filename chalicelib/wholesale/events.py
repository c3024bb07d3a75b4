"""What the wholesale domain tells."""

from datetime import datetime
from typing import Literal

from chalicelib.foundation.events import Event


class WholesaleEvent(Event):
    """Something that one person should know."""

    person_id: str
    title: str


class QuoteAsked(WholesaleEvent):
    """A buyer asked this very supplier for a quotation."""

    request_id: str
    quantity: int


class QuoteMoved(WholesaleEvent):
    """The other side made a quotation or answered one; `state` is what the quotation is then."""

    request_id: str
    quote_id: str
    state: str
    by: Literal["buyer", "supplier"]
    quantity: int
    total: int
    currency: str


class SupplierJudged(WholesaleEvent):
    """An operator decided about a supplier; `title` is the store's name."""

    store_id: str
    state: str
    reason: str


class MembershipEvent(WholesaleEvent):
    """Something that became of a supplier's plan; `title` is the store's name, `amount` what it cost."""

    store_id: str
    tier: str
    amount: int
    currency: str


class MembershipChanged(MembershipEvent):
    """A supplier has another plan from now on. Below zero, `amount` was given back."""


class MembershipRenewed(MembershipEvent):
    """A plan's next year has begun, and is paid."""

    until: datetime


class MembershipLapsing(MembershipEvent):
    """A plan's renewal couldn't be paid. It is tried again until then; the plan goes on so long."""

    until: datetime


class MembershipEnded(MembershipEvent):
    """A plan ended: it wasn't paid, or its supplier isn't verified any more."""
