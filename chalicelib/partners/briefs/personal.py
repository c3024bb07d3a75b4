"""What a person proposed to do for others' briefs."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.foundation.transaction import Transaction
from chalicelib.partners.briefs import models, service
from chalicelib.partners.briefs.rules import Proposal, ProposalState
from chalicelib.partners.personal import NAMELESS

_AT_ONCE = 50


def _proposals(person_id: str, cursor: str | None) -> Page[Proposal]:
    return service.proposals_of(person_id, limit=_AT_ONCE, cursor=cursor)


def _forget(person_id: str, cursor: str | None, _: datetime) -> str | None:
    """Withdraw what isn't answered, and take away her name and what she wrote.

    Of an accepted one the steps stay: they are the contract's. 1 query, 1 read, 1 transaction of 50 items.
    """
    page = _proposals(person_id, cursor)
    with Transaction() as tx:
        for one in page.items:
            if (bare := _bare(one)) != one:
                models.revise(tx, one, replace(bare, version=one.version + 1))
    return page.cursor


def _bare(one: Proposal) -> Proposal:
    nameless = replace(one, partner_name=NAMELESS, text="")
    if one.state is ProposalState.ACCEPTED:
        return nameless
    state = ProposalState.WITHDRAWN if one.state is ProposalState.MADE else one.state
    return replace(nameless, state=state, parts=tuple(replace(part, title=NAMELESS) for part in one.parts))


HOLDINGS = (Holding("proposals", pages=_proposals, forget=_forget),)
