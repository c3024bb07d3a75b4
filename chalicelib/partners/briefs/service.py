"""What merchants need done, what partners propose, and how a contract comes of it.

A proposal is answered in one transaction with its brief and the new contract, each demanding the version
that was read: what is withdrawn or revised at the same instant isn't accepted as it was.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from chalicelib.conversations import service as conversations
from chalicelib.conversations.service import Seen
from chalicelib.foundation import idempotency, ids, paging
from chalicelib.foundation.errors import ChangedMeanwhile, DomainError
from chalicelib.foundation.money import Money
from chalicelib.foundation.observability import log
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.partners import models as shelves
from chalicelib.partners.briefs import models, rules
from chalicelib.partners.briefs.models import BriefItem, ProposalItem
from chalicelib.partners.briefs.rules import (
    Brief,
    BriefAct,
    BriefState,
    Proposal,
    ProposalAct,
    ProposalState,
)
from chalicelib.partners.contracts import service as contracts
from chalicelib.partners.contracts.rules import Part, Role
from chalicelib.partners.errors import (
    BriefNotFound,
    BriefTooLong,
    NoProfile,
    OwnWork,
    ProposalNotFound,
)
from chalicelib.partners.events import ProposalDeclined, ProposalMade
from chalicelib.partners.profiles import models as profile_models
from chalicelib.partners.profiles.rules import Trade
from chalicelib.stores import service as stores
from chalicelib.stores.errors import NotPermitted

LONGEST = timedelta(days=90)
"""How far away a brief's deadline may be."""

SWEEP_LIMIT = 25


@dataclass(frozen=True, slots=True)
class Wish:
    """What a merchant needs; the budget is in minor units of her store's currency."""

    store_id: str
    title: str
    text: str
    trade: Trade
    budget: int
    deadline: datetime


@dataclass(frozen=True, slots=True)
class Bid:
    """What a partner would do, and in which steps."""

    text: str
    parts: tuple[Part, ...]


def post(merchant: str, wish: Wish, *, now: datetime) -> Brief:
    """Say what one needs done. 1 read, 1 transaction of 1 item. Raises StoreNotFound, BriefTooLong."""
    (found,) = read_together([stores.store_want(wish.store_id)])
    store = contracts.own_store(found, merchant)
    if not now < wish.deadline <= now + LONGEST:
        raise BriefTooLong(field="deadline")
    brief = Brief(
        id=idempotency.stable_id("brf"),
        merchant_id=merchant,
        store_id=store.id,
        store_name=store.name,
        title=wish.title,
        text=wish.text,
        trade=wish.trade,
        budget=Money(wish.budget, store.currency),
        deadline=wish.deadline,
        made_at=now,
    )
    with Transaction() as tx:
        tx.put(models.brief_item(brief))
        return tx.result(brief)


def show(brief_id: str, *, caller: str) -> Brief:
    """A brief: an open one for everybody who is signed in, else for its merchant. 1 read.

    Raises BriefNotFound.
    """
    brief = _brief(brief_id)
    if brief.state is not BriefState.OPEN and brief.merchant_id != caller:
        raise BriefNotFound
    return brief


def _brief(brief_id: str) -> Brief:
    brief: Brief | None
    (brief,) = read_together([models.brief_want(brief_id)])
    if brief is None:
        raise BriefNotFound
    return brief


def open_briefs(trade: Trade, *, now: datetime, limit: int, cursor: str | None) -> Page[Brief]:
    """The open briefs of a trade, the newest first. 1 query of an index, 1 read."""
    page = _briefs(BriefItem.by_shelf, models.open_shelf(trade), limit=limit, cursor=cursor)
    return Page([one for one in page.items if one.deadline > now], page.cursor)


def briefs_of(merchant: str, *, limit: int, cursor: str | None) -> Page[Brief]:
    """One's own briefs, the newest first. 1 query of an index, 1 read."""
    return _briefs(BriefItem.by_side, models.own_side(merchant), limit=limit, cursor=cursor)


def _briefs(index: Any, partition: str, *, limit: int, cursor: str | None) -> Page[Brief]:
    keys = paging.query(index, partition, limit=limit, cursor=cursor)
    found = read_together([models.brief_want(one.pk) for one in keys.items]) if keys.items else []
    return Page([one for one in found if one], keys.cursor)


def close(brief_id: str, *, merchant: str, now: datetime) -> Brief:
    """Take a brief back. 1 read, 1 transaction of 1 item.

    Raises BriefNotFound, BriefClosed, ChangedMeanwhile.
    """
    brief = _brief(brief_id)
    if brief.merchant_id != merchant:
        raise BriefNotFound
    return _close(brief, Role.MERCHANT, now)


def _close(brief: Brief, role: Role, now: datetime) -> Brief:
    state = rules.brief_after(brief, BriefAct.CLOSE, role, now=now)
    after = replace(brief, state=state, version=brief.version + 1)
    with Transaction() as tx:
        models.advance(tx, brief, after)
        return tx.result(after)


def close_due(now: datetime) -> int:
    """Close briefs whose time is over; answers how many.

    A query for each of 4 shards; for each brief 1 read and 1 transaction of 1 item.
    """
    keys = shelves.due_keys(BriefItem, models.DUE, now, limit=SWEEP_LIMIT)
    return sum(_lapse(one.pk, now) for shard in keys for one in shard)


def _lapse(brief_id: str, now: datetime) -> bool:
    try:
        _close(_brief(brief_id), Role.CLOCK, now)
        return True
    except DomainError:
        log.exception("a brief couldn't be closed", extra={"brief_id": brief_id})
        return False


def propose(brief_id: str, *, provider: str, bid: Bid, now: datetime) -> Proposal:
    """Propose what one would do for a brief. 1 read, 1 transaction of 2 items and 1 event.

    Raises NoProfile, BriefNotFound, BriefClosed, OwnWork; on commit ProposalExists, TooManyProposals.
    """
    profile_want = profile_models.profile_want(profile_models.partner_id(provider))
    profile, brief = read_together([profile_want, models.brief_want(brief_id)])
    if brief is None:
        raise BriefNotFound
    if profile is None:
        raise NoProfile
    rules.brief_after(brief, BriefAct.PROPOSE, Role.PARTNER, now=now)
    if brief.merchant_id == provider:
        raise OwnWork
    proposal = Proposal(
        id=ids.derived("prp", brief_id, profile.id),
        brief_id=brief_id,
        merchant_id=brief.merchant_id,
        store_id=brief.store_id,
        title=brief.title,
        partner_id=profile.id,
        provider_id=provider,
        partner_name=profile.name,
        text=bid.text,
        parts=bid.parts,
        currency=brief.budget.currency,
        made_at=now,
    )
    with Transaction() as tx:
        models.propose(tx, proposal)
        models.one_more(tx, brief)
        _tell(tx, proposal, now)
        return tx.result(proposal)


def _tell(tx: Transaction, proposal: Proposal, now: datetime) -> None:
    tx.emit(
        ProposalMade(
            at=now,
            person_id=proposal.merchant_id,
            name=proposal.partner_name,
            title=proposal.title,
            brief_id=proposal.brief_id,
            proposal_id=proposal.id,
        )
    )


def proposal_for(proposal_id: str, *, caller: str) -> tuple[Proposal, Role]:
    """A proposal, and what somebody is to it. 1 read. Raises ProposalNotFound."""
    proposal: Proposal | None
    (proposal,) = read_together([models.proposal_want(proposal_id)])
    roles = {proposal.merchant_id: Role.MERCHANT, proposal.provider_id: Role.PARTNER} if proposal else {}
    if proposal is None or caller not in roles:
        raise ProposalNotFound
    return proposal, roles[caller]


def _about_to(proposal_id: str, act: ProposalAct, caller: str) -> tuple[Proposal, ProposalState]:
    """A proposal with which somebody may do this now, and its state then. 1 read.

    Raises ProposalNotFound; NotPermitted when it is never hers to do; ProposalAnswered.
    """
    proposal, role = proposal_for(proposal_id, caller=caller)
    if not rules.may_ever(act, role):
        raise NotPermitted(f"It isn't for the {role} to {act} a proposal.")
    return proposal, rules.proposal_after(proposal, act, role)


def proposals_for(brief_id: str, *, merchant: str, limit: int, cursor: str | None) -> Page[Proposal]:
    """What was proposed for one's brief, the latest first. 2 reads, 1 query. Raises BriefNotFound."""
    if _brief(brief_id).merchant_id != merchant:
        raise BriefNotFound
    return _proposals(ProposalItem.by_shelf, models.of_brief(brief_id), limit=limit, cursor=cursor)


def proposals_of(provider: str, *, limit: int, cursor: str | None) -> Page[Proposal]:
    """What one has proposed, the latest first. 1 query of an index, 1 read."""
    return _proposals(ProposalItem.by_side, models.of_partner(provider), limit=limit, cursor=cursor)


def _proposals(index: Any, partition: str, *, limit: int, cursor: str | None) -> Page[Proposal]:
    keys = paging.query(index, partition, limit=limit, cursor=cursor)
    found = read_together([models.proposal_want(one.pk) for one in keys.items]) if keys.items else []
    return Page([one for one in found if one], keys.cursor)


def revise(proposal_id: str, *, provider: str, bid: Bid, now: datetime) -> Proposal:
    """Propose something else, before the merchant has answered. 1 read, 1 transaction of 1 item and 1 event.

    Raises ProposalNotFound, ProposalAnswered; on commit ChangedMeanwhile.
    """
    before, state = _about_to(proposal_id, ProposalAct.REVISE, provider)
    after = replace(before, state=state, text=bid.text, parts=bid.parts, version=before.version + 1)
    with Transaction() as tx:
        models.revise(tx, before, after)
        _tell(tx, after, now)
    return after


def answer(proposal_id: str, act: ProposalAct, *, caller: str, now: datetime) -> Proposal:
    """Withdraw a proposal as its partner, or decline it as the merchant. 1 read, 1 transaction of 1 item.

    Raises ProposalNotFound, ProposalAnswered; on commit ChangedMeanwhile.
    """
    before, state = _about_to(proposal_id, act, caller)
    after = replace(before, state=state, version=before.version + 1)
    with Transaction() as tx:
        models.revise(tx, before, after)
        if after.state is ProposalState.DECLINED:
            tx.emit(
                ProposalDeclined(
                    at=now,
                    person_id=before.provider_id,
                    name="",
                    title=before.title,
                    brief_id=before.brief_id,
                    proposal_id=before.id,
                )
            )
        return tx.result(after)


def accept(proposal_id: str, *, merchant: str, version: int, now: datetime) -> Proposal:
    """Accept a proposal as one has read it: a contract is made, of which nothing is paid yet.

    2 reads, 1 transaction of 3 items and 1 event. Raises ProposalNotFound, ProposalAnswered, BriefClosed,
    StoreNotFound, ChangedMeanwhile when it was revised since; on commit ChangedMeanwhile.
    """
    proposal, state = _about_to(proposal_id, ProposalAct.ACCEPT, merchant)
    if version != proposal.version:
        raise ChangedMeanwhile("The partner has changed her proposal. Please read it again.")
    profile, brief, store = read_together(
        [
            profile_models.profile_want(proposal.partner_id),
            models.brief_want(proposal.brief_id),
            stores.store_want(proposal.store_id),
        ]
    )
    awarded = rules.brief_after(brief, BriefAct.AWARD, Role.MERCHANT, now=now)
    own = contracts.own_store(store, merchant)
    contract = contracts.agreed(
        profile, own, proposal.parts, currency=proposal.currency, title=proposal.title, now=now
    )
    after = replace(proposal, state=state, version=proposal.version + 1, contract_id=contract.id)
    taken = replace(brief, state=awarded, version=brief.version + 1, contract_id=contract.id)
    with Transaction() as tx:
        models.revise(tx, proposal, after)
        models.advance(tx, brief, taken)
        contracts.draw_up(tx, contract, name=own.name, at=now)
        return tx.result(after)


def interview(proposal_id: str, *, caller: str, now: datetime) -> Seen:
    """Begin to talk about a proposal. 2 reads, 1 transaction of 1 item.

    Raises ProposalNotFound.
    """
    proposal, _ = proposal_for(proposal_id, caller=caller)
    return conversations.open_for_work(
        caller,
        store_id=proposal.store_id,
        partner=proposal.provider_id,
        reference=proposal.id,
        title=proposal.title,
        now=now,
    )
