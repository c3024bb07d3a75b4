"""What the API of delegated access takes and answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import Moment
from chalicelib.partners.access.service import Opened
from chalicelib.stores.staff.service import Access, Deed, Grant

Id = Annotated[str, StringConstraints(min_length=1, max_length=40)]


class NewGrant(Schema):
    """What is opened to which partner, and until when."""

    partner_id: Id
    access: Annotated[list[Access], Field(min_length=1, max_length=6)]
    until: Moment

    def grant(self) -> Grant:
        """What the use case takes."""
        return Grant(frozenset(self.access), self.until)


class GrantView(Schema):
    """What is open to a partner: `scopes` is what she may do."""

    partner_id: str
    person_id: str
    name: str
    scopes: list[str]
    since: datetime
    until: datetime | None

    @classmethod
    def of(cls, opened: Opened, /) -> Self:
        """Shape the answer."""
        one = opened.staff
        return cls(
            partner_id=opened.partner_id,
            person_id=one.person_id,
            name=one.label,
            scopes=sorted(scope.value for scope in one.scopes),
            since=one.since,
            until=one.until,
        )


class GrantsView(Schema):
    """All that is open to partners now."""

    items: list[GrantView]

    @classmethod
    def of(cls, found: Sequence[Opened], /) -> Self:
        """Shape the answer."""
        return cls(items=[GrantView.of(one) for one in found])


class DeedView(Schema):
    """What a partner asked for, what it needed, and whether it was hers to do."""

    person_id: str
    operation: str
    scope: str
    allowed: bool
    at: datetime

    @classmethod
    def of(cls, one: Deed, /) -> Self:
        """Shape the answer."""
        return cls(
            person_id=one.person_id,
            operation=one.operation,
            scope=one.scope,
            allowed=one.allowed,
            at=one.at,
        )


class DeedsView(Schema):
    """A page of what partners did."""

    items: list[DeedView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Deed], /) -> Self:
        """Shape the answer."""
        return cls(items=[DeedView.of(one) for one in page.items], cursor=page.cursor)
