"""A milestone's life: who may move it from which state to which, what happens to whoever doesn't."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.foundation import ids
from chalicelib.foundation.money import Money, portion
from chalicelib.partners.errors import (
    MilestoneNotFound,
    NoRevisionLeft,
    NotLate,
    WrongMilestoneState,
)
from chalicelib.partners.profiles.rules import Record

MOST_MILESTONES = 10
MOST_PHOTOS = 20
"""In one delivery."""

LATE_FOR = timedelta(days=14)
"""How long after its time work that was paid for may be late, before the money goes back by itself."""
REVISE_WITHIN = timedelta(days=14)
"""A partner who doesn't deliver again by then has an operator decide."""
REVIEW_WITHIN = timedelta(days=14)
"""After the end of a contract: until then, or until both are in, nobody sees the other's review."""


class MilestoneState(StrEnum):
    """Where a milestone is."""

    PLANNED = "planned"
    """Agreed and not paid for: nobody needs to work."""
    FUNDED = "funded"
    """Its money is in escrow: the partner works."""
    SUBMITTED = "submitted"
    """The merchant must look at it, or it is accepted for her."""
    REVISING = "revising"
    """The partner must deliver again."""
    DISPUTED = "disputed"
    """An operator decides."""
    RELEASED = "released"
    """The partner was paid, at least in part."""
    REFUNDED = "refunded"
    """The merchant has all her money back."""
    CANCELLED = "cancelled"
    """It never was paid for."""

    @property
    def is_over(self) -> bool:
        """Is there nothing to do any more?"""
        return self in (MilestoneState.RELEASED, MilestoneState.REFUNDED, MilestoneState.CANCELLED)


class Act(StrEnum):
    """What can be done with a milestone."""

    FUND = "fund"
    CANCEL = "cancel"
    SUBMIT = "submit"
    ACCEPT = "accept"
    REVISE = "revise"
    DISPUTE = "dispute"
    GIVE_BACK = "give_back"
    RECLAIM = "reclaim"
    RULE = "rule"


class Role(StrEnum):
    """Who does it."""

    MERCHANT = "merchant"
    PARTNER = "partner"
    OPERATOR = "operator"
    CLOCK = "clock"


_MERCHANT, _PARTNER = frozenset({Role.MERCHANT}), frozenset({Role.PARTNER})
_BOTH, _CLOCK = _MERCHANT | _PARTNER, frozenset({Role.CLOCK})

_S = MilestoneState
MOVES: Mapping[tuple[MilestoneState, Act], tuple[MilestoneState, frozenset[Role]]] = {
    (_S.PLANNED, Act.FUND): (_S.FUNDED, _MERCHANT),
    (_S.PLANNED, Act.CANCEL): (_S.CANCELLED, _BOTH),
    (_S.FUNDED, Act.SUBMIT): (_S.SUBMITTED, _PARTNER),
    (_S.FUNDED, Act.GIVE_BACK): (_S.REFUNDED, _PARTNER),
    (_S.FUNDED, Act.RECLAIM): (_S.REFUNDED, _MERCHANT | _CLOCK),
    (_S.SUBMITTED, Act.ACCEPT): (_S.RELEASED, _MERCHANT | _CLOCK),
    (_S.SUBMITTED, Act.REVISE): (_S.REVISING, _MERCHANT),
    (_S.SUBMITTED, Act.DISPUTE): (_S.DISPUTED, _BOTH),
    (_S.SUBMITTED, Act.GIVE_BACK): (_S.REFUNDED, _PARTNER),
    (_S.REVISING, Act.SUBMIT): (_S.SUBMITTED, _PARTNER),
    (_S.REVISING, Act.GIVE_BACK): (_S.REFUNDED, _PARTNER),
    (_S.REVISING, Act.DISPUTE): (_S.DISPUTED, _BOTH | _CLOCK),
    (_S.DISPUTED, Act.ACCEPT): (_S.RELEASED, _MERCHANT),
    (_S.DISPUTED, Act.GIVE_BACK): (_S.REFUNDED, _PARTNER),
    (_S.DISPUTED, Act.RULE): (_S.RELEASED, frozenset({Role.OPERATOR})),
}
"""The whole life of a milestone: the state and the act, the state after it and who may do it.

The merchant takes money back only from work that is late. A ruling that gives her all of it is REFUNDED.
"""

LAPSES: Mapping[MilestoneState, Act] = {
    _S.FUNDED: Act.RECLAIM,
    _S.SUBMITTED: Act.ACCEPT,
    _S.REVISING: Act.DISPUTE,
}
"""What the clock does for whoever lets her time pass. A dispute waits for the operator, however long."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo that was delivered."""

    id: str
    key: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a partner delivered."""

    at: datetime
    text: str = ""
    photos: tuple[Photo, ...] = ()
    accent: str = ""
    """A theme for the store, by its colour; empty: none."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A part of the work, with its own money."""

    id: str
    """Names its escrow account."""
    number: int
    title: str
    amount: Money
    commission: Money
    """The platform's, of the whole amount, as it was when the contract was made."""
    days: int
    revisions: int
    """How many are left."""
    state: MilestoneState = MilestoneState.PLANNED
    due: datetime | None = None
    """By when the work is to be delivered."""
    deadline: datetime | None = None
    """When the clock acts."""
    delivery: Delivery | None = None
    """The latest one."""
    given_back: int = 0
    """In minor units."""
    said: str = ""
    """What was said with the latest move."""
    first_delivered: datetime | None = None


@dataclass(frozen=True, slots=True)
class Contract:
    """What a merchant and a partner have agreed on."""

    id: str
    merchant_id: str
    partner_id: str
    """The partner's profile."""
    provider_id: str
    """The partner herself."""
    partner_name: str
    store_id: str
    title: str
    milestones: tuple[Milestone, ...]
    made_at: datetime
    over_at: datetime | None = None
    earned: bool = False
    """Was the partner paid for something?"""
    reviewed: frozenset[str] = frozenset()
    """Who has said what she thinks of the other."""
    version: int = 1

    def role(self, person_id: str) -> Role | None:
        """What somebody is to it."""
        return {self.merchant_id: Role.MERCHANT, self.provider_id: Role.PARTNER}.get(person_id)

    def milestone(self, number: int) -> Milestone:
        """One of its milestones. Raises MilestoneNotFound."""
        if not 1 <= number <= len(self.milestones):
            raise MilestoneNotFound
        return self.milestones[number - 1]

    @property
    def deadline(self) -> datetime | None:
        """When the clock must look at it next."""
        return min((one.deadline for one in self.milestones if one.deadline), default=None)


@dataclass(frozen=True, slots=True)
class Part:
    """A milestone as it is proposed. `amount` is in minor units."""

    title: str
    amount: int
    days: int
    revisions: int = 2


def planned(contract_id: str, parts: Sequence[Part], *, currency: str, fee: int) -> tuple[Milestone, ...]:
    """The milestones of a new contract; `fee` is the platform's share in basis points."""
    return tuple(
        Milestone(
            id=ids.derived("mst", contract_id, str(number)),
            number=number,
            title=part.title,
            amount=Money(part.amount, currency),
            commission=portion(Money(part.amount, currency), fee),
            days=part.days,
            revisions=part.revisions,
        )
        for number, part in enumerate(parts, start=1)
    )


def transition(milestone: Milestone, act: Act, role: Role) -> MilestoneState:
    """The state after an act. Raises WrongMilestoneState."""
    after, roles = MOVES.get((milestone.state, act), (None, frozenset()))
    if after is None or role not in roles:
        raise WrongMilestoneState(
            f"A milestone that is {milestone.state} can't be told to {act.replace('_', ' ')} by the {role}."
        )
    return after


def may_ever(act: Act, role: Role) -> bool:
    """Is there a state in which this is for her to do?"""
    return any(role in roles for (_, what), (_, roles) in MOVES.items() if what is act)


def moved(
    milestone: Milestone, act: Act, role: Role, *, now: datetime, accept_within: timedelta, said: str = ""
) -> Milestone:
    """A milestone after an act. Raises WrongMilestoneState, NotLate, NoRevisionLeft."""
    state = transition(milestone, act, role)
    if act is Act.RECLAIM and (milestone.due is None or now < milestone.due):
        raise NotLate
    if act is Act.REVISE and not milestone.revisions:
        raise NoRevisionLeft
    due = now + timedelta(days=milestone.days) if act is Act.FUND else milestone.due
    deadlines = {
        _S.FUNDED: (due or now) + LATE_FOR,
        _S.SUBMITTED: now + accept_within,
        _S.REVISING: now + REVISE_WITHIN,
    }
    return replace(
        milestone,
        state=state,
        due=due,
        deadline=deadlines.get(state),
        revisions=milestone.revisions - (act is Act.REVISE),
        given_back=milestone.amount.amount if state is _S.REFUNDED else milestone.given_back,
        said=said,
        first_delivered=(milestone.first_delivered or now)
        if act is Act.SUBMIT
        else milestone.first_delivered,
    )


def ruled(milestone: Milestone, back: int, *, said: str) -> Milestone:
    """A disputed milestone of which so many minor units go back. Raises WrongMilestoneState."""
    state = transition(milestone, Act.RULE, Role.OPERATOR)
    whole = back == milestone.amount.amount
    return replace(
        milestone, state=_S.REFUNDED if whole else state, deadline=None, given_back=back, said=said
    )


def put(contract: Contract, milestone: Milestone, *, now: datetime) -> Contract:
    """A contract with one of its milestones as it is after a move."""
    milestones = tuple(milestone if one.number == milestone.number else one for one in contract.milestones)
    over = all(one.state.is_over for one in milestones)
    return replace(
        contract,
        milestones=milestones,
        over_at=(contract.over_at or now) if over else None,
        earned=contract.earned or milestone.state is _S.RELEASED,
        version=contract.version + 1,
    )


def counted(old: Milestone, new: Milestone, *, first_paid: bool, client: bool) -> Record:
    """What a move counts for in a partner's record.

    `first_paid`: the contract hadn't earned her anything; `client`: its merchant had paid her before.
    """
    delivered = new.first_delivered is not None and old.first_delivered is None
    in_time = new.due is None or (new.first_delivered or new.due) <= new.due
    paid = new.state is _S.RELEASED
    return Record(
        merchants=int(paid and first_paid and not client),
        repeats=int(paid and first_paid and client),
        delivered=int(delivered),
        on_time=int(delivered and in_time),
        decided=int(new.state in (_S.RELEASED, _S.REFUNDED)),
        accepted=int(paid and not new.given_back),
    )
