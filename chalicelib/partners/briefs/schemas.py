"""What the API of briefs and proposals takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from chalicelib.conversations.service import Seen
from chalicelib.foundation.http import Schema
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import Amount, Moment, MoneyView, PageQuery
from chalicelib.foundation.text import line, prose
from chalicelib.partners.briefs.rules import Brief, BriefState, Proposal, ProposalState
from chalicelib.partners.briefs.service import Bid, Wish
from chalicelib.partners.contracts.rules import MOST_MILESTONES, Part
from chalicelib.partners.profiles.rules import Trade

Id = Annotated[str, StringConstraints(min_length=1, max_length=40)]


class NewBrief(Schema):
    """What one needs done for a store, for about how much in its currency, until when."""

    store_id: Id
    title: Annotated[str, line(80)]
    text: Annotated[str, prose(3000)] = ""
    trade: Trade
    budget: Amount
    deadline: Moment

    def wish(self) -> Wish:
        """What the use case takes."""
        return Wish(**dict(self))


class PartBody(Schema):
    """A step of the work: what is delivered within so many days of being paid into escrow."""

    title: Annotated[str, line(80)]
    amount: Amount
    days: Annotated[int, Field(ge=1, le=180)]
    revisions: Annotated[int, Field(ge=0, le=10)] = 2


class ProposalBody(Schema):
    """What one would do, in which steps; amounts are in minor units of the brief's currency."""

    text: Annotated[str, prose(3000)] = ""
    milestones: Annotated[list[PartBody], Field(min_length=1, max_length=MOST_MILESTONES)]

    def bid(self) -> Bid:
        """What the use case takes."""
        return Bid(self.text, tuple(Part(**dict(one)) for one in self.milestones))


class ProposalAcceptance(Schema):
    """Which version of the proposal one has read: a later one isn't accepted unseen."""

    version: Annotated[int, Field(ge=1, le=10**6)]


class BriefsQuery(PageQuery):
    """Of which trade, and which page."""

    trade: Trade


class BriefView(Schema):
    """A brief."""

    id: str
    store_id: str
    store_name: str
    title: str
    text: str
    trade: Trade
    budget: MoneyView
    deadline: datetime
    state: BriefState
    proposals: int
    contract_id: str | None
    made_at: datetime

    @classmethod
    def of(cls, one: Brief, /) -> Self:
        """Shape the answer."""
        return cls(
            id=one.id,
            store_id=one.store_id,
            store_name=one.store_name,
            title=one.title,
            text=one.text,
            trade=one.trade,
            budget=MoneyView.of(one.budget),
            deadline=one.deadline,
            state=one.state,
            proposals=one.proposals,
            contract_id=one.contract_id or None,
            made_at=one.made_at,
        )


class BriefsView(Schema):
    """A page of briefs."""

    items: list[BriefView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Brief], /) -> Self:
        """Shape the answer."""
        return cls(items=[BriefView.of(one) for one in page.items], cursor=page.cursor)


class ProposalView(Schema):
    """A proposal."""

    id: str
    brief_id: str
    title: str
    partner_id: str
    partner_name: str
    text: str
    milestones: list[PartBody]
    total: MoneyView
    state: ProposalState
    contract_id: str | None
    version: int
    made_at: datetime

    @classmethod
    def of(cls, one: Proposal, /) -> Self:
        """Shape the answer."""
        return cls(
            id=one.id,
            brief_id=one.brief_id,
            title=one.title,
            partner_id=one.partner_id,
            partner_name=one.partner_name,
            text=one.text,
            milestones=[_part(part) for part in one.parts],
            total=MoneyView.of(one.total),
            state=one.state,
            contract_id=one.contract_id or None,
            version=one.version,
            made_at=one.made_at,
        )


def _part(part: Part) -> PartBody:
    return PartBody(title=part.title, amount=part.amount, days=part.days, revisions=part.revisions)


class ProposalsView(Schema):
    """A page of proposals."""

    items: list[ProposalView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Proposal], /) -> Self:
        """Shape the answer."""
        return cls(items=[ProposalView.of(one) for one in page.items], cursor=page.cursor)


class InterviewView(Schema):
    """In which conversation one talks about a proposal."""

    conversation_id: str

    @classmethod
    def of(cls, seen: Seen, /) -> Self:
        """Shape the answer."""
        return cls(conversation_id=seen.conversation.id)
