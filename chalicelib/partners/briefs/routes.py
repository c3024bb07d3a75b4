"""The routes of briefs and proposals."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.conversations.errors import OwnStore
from chalicelib.conversations.service import Seen
from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.partners.briefs import service
from chalicelib.partners.briefs.rules import Brief, Proposal, ProposalAct
from chalicelib.partners.briefs.schemas import (
    BriefsQuery,
    BriefsView,
    BriefView,
    InterviewView,
    NewBrief,
    ProposalAcceptance,
    ProposalBody,
    ProposalsView,
    ProposalView,
)
from chalicelib.partners.errors import (
    BriefClosed,
    BriefNotFound,
    BriefTooLong,
    NoProfile,
    OwnWork,
    ProposalAnswered,
    ProposalExists,
    ProposalNotFound,
    TooManyProposals,
)
from chalicelib.stores.errors import NotPermitted, StoreNotFound

bp = Routes(__name__)

_ANSWERS = (ProposalNotFound, NotPermitted, ProposalAnswered, ChangedMeanwhile)


@bp.post("/briefs", answers=BriefView, status=HTTPStatus.CREATED, raises=(StoreNotFound, BriefTooLong))
def post_brief(caller: Caller, body: NewBrief) -> Brief:
    """Say what one needs done for one's store."""
    return service.post(caller.person_id, body.wish(), now=clock.now())


@bp.get("/briefs", answers=BriefsView)
def list_open_briefs(caller: Caller, query: BriefsQuery) -> Page[Brief]:  # noqa: ARG001 - whoever is signed in
    """List the open briefs of a trade, the newest first."""
    return service.open_briefs(query.trade, now=clock.now(), limit=query.limit, cursor=query.cursor)


@bp.get("/my/briefs", answers=BriefsView)
def list_my_briefs(caller: Caller, query: PageQuery) -> Page[Brief]:
    """List one's own briefs, the newest first."""
    return service.briefs_of(caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.get("/briefs/{brief_id}", answers=BriefView, raises=(BriefNotFound,))
def show_brief(brief_id: str, caller: Caller) -> Brief:
    """Read a brief."""
    return service.show(brief_id, caller=caller.person_id)


@bp.post("/briefs/{brief_id}/close", answers=BriefView, raises=(BriefNotFound, BriefClosed, ChangedMeanwhile))
def close_brief(brief_id: str, caller: Caller) -> Brief:
    """Take a brief back."""
    return service.close(brief_id, merchant=caller.person_id, now=clock.now())


@bp.post(
    "/briefs/{brief_id}/proposals",
    answers=ProposalView,
    status=HTTPStatus.CREATED,
    raises=(NoProfile, BriefNotFound, BriefClosed, OwnWork, ProposalExists, TooManyProposals),
)
def propose_work(brief_id: str, caller: Caller, body: ProposalBody) -> Proposal:
    """Propose what one would do for a brief."""
    return service.propose(brief_id, provider=caller.person_id, bid=body.bid(), now=clock.now())


@bp.get("/briefs/{brief_id}/proposals", answers=ProposalsView, raises=(BriefNotFound,))
def list_proposals(brief_id: str, caller: Caller, query: PageQuery) -> Page[Proposal]:
    """List what was proposed for one's brief."""
    return service.proposals_for(brief_id, merchant=caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.get("/proposals", answers=ProposalsView)
def list_my_proposals(caller: Caller, query: PageQuery) -> Page[Proposal]:
    """List what one has proposed."""
    return service.proposals_of(caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.get("/proposals/{proposal_id}", answers=ProposalView, raises=(ProposalNotFound,))
def show_proposal(proposal_id: str, caller: Caller) -> Proposal:
    """Read a proposal, as its partner or its merchant."""
    return service.proposal_for(proposal_id, caller=caller.person_id)[0]


@bp.put("/proposals/{proposal_id}", answers=ProposalView, raises=_ANSWERS)
def revise_proposal(proposal_id: str, caller: Caller, body: ProposalBody) -> Proposal:
    """Propose something else, before the merchant has answered."""
    return service.revise(proposal_id, provider=caller.person_id, bid=body.bid(), now=clock.now())


@bp.post("/proposals/{proposal_id}/withdraw", answers=ProposalView, raises=_ANSWERS)
def withdraw_proposal(proposal_id: str, caller: Caller) -> Proposal:
    """Take a proposal back, before the merchant has answered."""
    return service.answer(proposal_id, ProposalAct.WITHDRAW, caller=caller.person_id, now=clock.now())


@bp.post("/proposals/{proposal_id}/decline", answers=ProposalView, raises=_ANSWERS)
def decline_proposal(proposal_id: str, caller: Caller) -> Proposal:
    """Decline a proposal, as the merchant."""
    return service.answer(proposal_id, ProposalAct.DECLINE, caller=caller.person_id, now=clock.now())


@bp.post(
    "/proposals/{proposal_id}/accept",
    answers=ProposalView,
    raises=(*_ANSWERS, BriefClosed, StoreNotFound),
)
def accept_proposal(proposal_id: str, caller: Caller, body: ProposalAcceptance) -> Proposal:
    """Accept a proposal, as the merchant: a contract is made, whose milestones wait to be paid."""
    return service.accept(proposal_id, merchant=caller.person_id, version=body.version, now=clock.now())


@bp.post("/proposals/{proposal_id}/conversation", answers=InterviewView, raises=(ProposalNotFound, OwnStore))
def interview_partner(proposal_id: str, caller: Caller) -> Seen:
    """Begin to talk about a proposal."""
    return service.interview(proposal_id, caller=caller.person_id, now=clock.now())
