"""What a brief and a proposal go through, and who may move them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chalicelib.foundation.money import Money
from chalicelib.partners.contracts.rules import Part, Role
from chalicelib.partners.errors import BriefClosed, ProposalAnswered
from chalicelib.partners.profiles.rules import Trade

MOST_PROPOSALS = 50
"""For one brief: more than a merchant reads."""


class BriefState(StrEnum):
    """Whether a brief takes proposals."""

    OPEN = "open"
    AWARDED = "awarded"
    """One was accepted."""
    CLOSED = "closed"
    """The merchant took it back, or its time is over."""


class BriefAct(StrEnum):
    """What can be done with a brief."""

    PROPOSE = "propose"
    AWARD = "award"
    CLOSE = "close"


class ProposalState(StrEnum):
    """What became of a proposal."""

    MADE = "made"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class ProposalAct(StrEnum):
    """What can be done with a proposal."""

    REVISE = "revise"
    WITHDRAW = "withdraw"
    ACCEPT = "accept"
    DECLINE = "decline"


_MERCHANT, _PARTNER = frozenset({Role.MERCHANT}), frozenset({Role.PARTNER})

BRIEF_MOVES: Mapping[tuple[BriefState, BriefAct], tuple[BriefState, frozenset[Role]]] = {
    (BriefState.OPEN, BriefAct.PROPOSE): (BriefState.OPEN, _PARTNER),
    (BriefState.OPEN, BriefAct.AWARD): (BriefState.AWARDED, _MERCHANT),
    (BriefState.OPEN, BriefAct.CLOSE): (BriefState.CLOSED, _MERCHANT | {Role.CLOCK}),
}
"""The whole life of a brief: the state and the act, the state after it and who may do it."""

PROPOSAL_MOVES: Mapping[tuple[ProposalState, ProposalAct], tuple[ProposalState, frozenset[Role]]] = {
    (ProposalState.MADE, ProposalAct.REVISE): (ProposalState.MADE, _PARTNER),
    (ProposalState.MADE, ProposalAct.WITHDRAW): (ProposalState.WITHDRAWN, _PARTNER),
    (ProposalState.MADE, ProposalAct.ACCEPT): (ProposalState.ACCEPTED, _MERCHANT),
    (ProposalState.MADE, ProposalAct.DECLINE): (ProposalState.DECLINED, _MERCHANT),
}
"""The whole life of a proposal. Once it is answered or withdrawn nothing moves it."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What a merchant needs done for her store."""

    id: str
    merchant_id: str
    store_id: str
    store_name: str
    title: str
    text: str
    trade: Trade
    budget: Money
    deadline: datetime
    """Until then it takes proposals."""
    made_at: datetime
    state: BriefState = BriefState.OPEN
    proposals: int = 0
    contract_id: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a partner would do, for how much, in which steps."""

    id: str
    brief_id: str
    merchant_id: str
    store_id: str
    title: str
    """The brief's."""
    partner_id: str
    provider_id: str
    partner_name: str
    text: str
    parts: tuple[Part, ...]
    currency: str
    made_at: datetime
    state: ProposalState = ProposalState.MADE
    contract_id: str = ""
    version: int = 1

    @property
    def total(self) -> Money:
        """What it costs in all."""
        return Money(sum(part.amount for part in self.parts), self.currency)


def brief_after(brief: Brief, act: BriefAct, role: Role, *, now: datetime) -> BriefState:
    """The state of a brief after an act. Raises BriefClosed."""
    after, roles = BRIEF_MOVES.get((brief.state, act), (None, frozenset()))
    if after is None or role not in roles or (act is BriefAct.PROPOSE and now >= brief.deadline):
        raise BriefClosed
    return after


def may_ever(act: ProposalAct, role: Role) -> bool:
    """Is there a state in which this is for her to do?"""
    return any(role in roles for (_, what), (_, roles) in PROPOSAL_MOVES.items() if what is act)


def proposal_after(proposal: Proposal, act: ProposalAct, role: Role) -> ProposalState:
    """The state of a proposal after an act. Raises ProposalAnswered."""
    after, roles = PROPOSAL_MOVES.get((proposal.state, act), (None, frozenset()))
    if after is None or role not in roles:
        raise ProposalAnswered(f"A proposal that is {proposal.state} can't be told to {act} by the {role}.")
    return after
