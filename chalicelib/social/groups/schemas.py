"""What the group buys' API takes and answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import Amount, Moment, MoneyView
from chalicelib.social.groups.rules import MOST_BUYERS, Group, GroupState
from chalicelib.social.groups.service import Membership, Terms

Id = Annotated[str, StringConstraints(min_length=1, max_length=40)]


class NewGroup(Schema):
    """A lower `price` in minor units for `size` buyers, a piece each, until a time within seven days."""

    listing_id: Id
    variant_id: Annotated[str, StringConstraints(max_length=10)]
    price: Amount
    size: Annotated[int, Field(ge=2, le=MOST_BUYERS)]
    ends_at: Moment

    def terms(self) -> Terms:
        """What the use case wants to know."""
        return Terms(**dict(self))


class GroupView(Schema):
    """A group buy."""

    id: str
    store_id: str
    listing_id: str
    variant_id: str
    title: str
    price: MoneyView
    size: int
    joined: int
    state: GroupState
    ends_at: datetime

    @classmethod
    def of(cls, one: Group, /) -> Self:
        """Shape the answer."""
        return cls(
            id=one.id,
            store_id=one.store_id,
            listing_id=one.listing_id,
            variant_id=one.variant_id,
            title=one.title,
            price=MoneyView.of(one.price),
            size=one.size,
            joined=one.joined,
            state=one.state,
            ends_at=one.ends_at,
        )


class GroupPage(Schema):
    """Some of a store's group buys, the newest first."""

    items: list[GroupView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Group], /) -> Self:
        """Shape the answer."""
        return cls(items=[GroupView.of(one) for one in page.items], cursor=page.cursor)


class OpenGroups(Schema):
    """The group buys of goods that one can join now, the newest first."""

    items: list[GroupView]

    @classmethod
    def of(cls, found: Sequence[Group], /) -> Self:
        """Shape the answer."""
        return cls(items=[GroupView.of(one) for one in found])


class NewMember(Schema):
    """Where the piece goes, if enough join; with a PIN, if the wallet has one."""

    address_id: Id
    pin: Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")] | None = None


class MembershipView(Schema):
    """The group, and your order in it, which waits."""

    group: GroupView
    order_id: str

    @classmethod
    def of(cls, one: Membership, /) -> Self:
        """Shape the answer."""
        return cls(group=GroupView.of(one.group), order_id=one.order_id)
