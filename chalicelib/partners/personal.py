"""What a person had done by others, and does for them."""

from __future__ import annotations

from collections.abc import Callable

from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding, Pages
from chalicelib.partners.briefs import service as briefs
from chalicelib.partners.briefs.rules import Brief
from chalicelib.partners.contracts import service as contracts
from chalicelib.partners.contracts.rules import Contract, Role


def _contracts(role: Role) -> Callable[[str, str | None], Page[Contract]]:
    def pages(person_id: str, cursor: str | None) -> Page[Contract]:
        return contracts.contracts_of(person_id, role, limit=50, cursor=cursor)

    return pages


def _under_way(role: Role) -> Pages:
    def pages(person_id: str, cursor: str | None) -> Page[str]:
        page = _contracts(role)(person_id, cursor)
        going = [one for one in page.items if not all(step.state.is_over for step in one.milestones)]
        return Page([f"The contract {one.id} isn't over." for one in going], page.cursor)

    return pages


def _briefs(person_id: str, cursor: str | None) -> Page[Brief]:
    return briefs.briefs_of(person_id, limit=50, cursor=cursor)


HOLDINGS = (
    Holding("briefs", pages=_briefs),
    Holding("contracts", pages=_contracts(Role.MERCHANT), open_matters=_under_way(Role.MERCHANT)),
    Holding("contracts-as-partner", pages=_contracts(Role.PARTNER), open_matters=_under_way(Role.PARTNER)),
)
