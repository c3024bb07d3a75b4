"""What a person thinks of who worked for her, and of whom she worked for. It stays, and names nobody."""

from __future__ import annotations

from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding, Pages
from chalicelib.foundation.tables import read_together
from chalicelib.partners.contracts import service as contracts
from chalicelib.partners.contracts.rules import Role
from chalicelib.partners.feedback import models
from chalicelib.partners.feedback.rules import Review


def _written(role: Role) -> Pages:
    def pages(person_id: str, cursor: str | None) -> Page[Review]:
        page = contracts.contracts_of(person_id, role, limit=50, cursor=cursor)
        wants = [models.review_want(one.id, role) for one in page.items]
        found = read_together(wants) if wants else []
        return Page([one for one in found if one is not None], page.cursor)

    return pages


HOLDINGS = (
    Holding("work-reviews", pages=_written(Role.MERCHANT)),
    Holding("work-reviews-as-partner", pages=_written(Role.PARTNER)),
)
