"""What a person had done by others, and does for them.

A contract is kept for its other side, without her name; so is what was agreed on and delivered.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding, Pages
from chalicelib.foundation.transaction import Transaction
from chalicelib.partners.briefs import models as brief_models
from chalicelib.partners.briefs import service as briefs
from chalicelib.partners.briefs.rules import Brief, BriefState
from chalicelib.partners.contracts import models as contract_models
from chalicelib.partners.contracts import service as contracts
from chalicelib.partners.contracts.rules import Contract, Role
from chalicelib.stores.personal import CLOSED

NAMELESS = "***"
"""What a partner is called who has gone."""

_AT_ONCE = 50


def _contracts(role: Role) -> Callable[[str, str | None], Page[Contract]]:
    def pages(person_id: str, cursor: str | None) -> Page[Contract]:
        return contracts.contracts_of(person_id, role, limit=_AT_ONCE, cursor=cursor)

    return pages


def _under_way(role: Role) -> Pages:
    def pages(person_id: str, cursor: str | None) -> Page[str]:
        page = _contracts(role)(person_id, cursor)
        going = [one for one in page.items if not all(step.state.is_over for step in one.milestones)]
        return Page([f"The contract {one.id} isn't over." for one in going], page.cursor)

    return pages


def _briefs(person_id: str, cursor: str | None) -> Page[Brief]:
    return briefs.briefs_of(person_id, limit=_AT_ONCE, cursor=cursor)


def _forget_briefs(person_id: str, cursor: str | None, _: datetime) -> str | None:
    """Close what is open, and take away what she wrote. 1 query, 1 read, 1 transaction of 50 items."""
    page = _briefs(person_id, cursor)
    with Transaction() as tx:
        for one in page.items:
            state = BriefState.CLOSED if one.state is BriefState.OPEN else one.state
            bare = replace(one, title="", text="", store_name=CLOSED, state=state)
            if bare != one:
                brief_models.advance(tx, one, replace(bare, version=one.version + 1))
    return page.cursor


def _forget_name(person_id: str, cursor: str | None, _: datetime) -> str | None:
    """Take her name from what she worked on. 1 query, 1 read, 1 transaction of 50 items at most."""
    page = _contracts(Role.PARTNER)(person_id, cursor)
    with Transaction() as tx:
        for one in page.items:
            if one.partner_name != NAMELESS:
                bare = replace(one, partner_name=NAMELESS, version=one.version + 1)
                contract_models.advance(tx, one, bare)
    return page.cursor


HOLDINGS = (
    Holding("briefs", pages=_briefs, forget=_forget_briefs),
    Holding("contracts", pages=_contracts(Role.MERCHANT), open_matters=_under_way(Role.MERCHANT)),
    Holding(
        "contracts-as-partner",
        pages=_contracts(Role.PARTNER),
        open_matters=_under_way(Role.PARTNER),
        forget=_forget_name,
    ),
)
