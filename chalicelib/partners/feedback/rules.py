"""When merchant and partner may say what they think of each other, and when each may read it.

Neither sees what the other said before both have spoken or the time to speak is over: so nobody answers a
bad review with another one, nor waits for a good one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chalicelib.partners.contracts.rules import REVIEW_WITHIN, Contract, MilestoneState, Role
from chalicelib.partners.errors import NotReviewableYet, ReviewedBefore


@dataclass(frozen=True, slots=True)
class Review:
    """What one side says of the other."""

    contract_id: str
    by: Role
    author: str
    about: str
    """The partner, or the store that hired her, by its id."""
    title: str
    stars: int
    text: str
    at: datetime
    is_open: bool
    """May the other side, and everybody, read it?"""


def closes_at(contract: Contract) -> datetime:
    """Until when both may speak. Raises NotReviewableYet: while work goes on, and where none was paid for."""
    worked = any(one.state is not MilestoneState.CANCELLED for one in contract.milestones)
    if contract.over_at is None or not worked:
        raise NotReviewableYet
    return contract.over_at + REVIEW_WITHIN


def written(contract: Contract, by: Role, author: str, *, stars: int, text: str, now: datetime) -> Review:
    """A review, to be read at once if it is the second one. Raises NotReviewableYet, ReviewedBefore."""
    if now >= closes_at(contract):
        raise NotReviewableYet
    if by.value in contract.reviewed:
        raise ReviewedBefore
    about = contract.partner_id if by is Role.MERCHANT else contract.store_id
    return Review(
        contract.id, by, author, about, contract.title, stars, text, now, is_open=bool(contract.reviewed)
    )
