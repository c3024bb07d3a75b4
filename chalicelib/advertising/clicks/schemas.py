"""What the API of clicks takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints

from chalicelib.advertising.clicks.rules import Click
from chalicelib.advertising.clicks.service import Target
from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import MOST, Page
from chalicelib.foundation.schemas import Cursor, MoneyView
from chalicelib.foundation.text import line

Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


class AdFollowed(Schema):
    """The token of an ad's link that somebody signed in follows in an app."""

    token: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.~-]{1,2000}$")]


class AdTarget(Schema):
    """Where the ad leads: the goods' page is `/shop/{slug}/{listing_id}`."""

    click_id: str
    slug: str
    listing_id: str

    @classmethod
    def of(cls, target: Target, /) -> Self:
        """Shape the answer."""
        return cls(click_id=target.click_id, slug=target.slug, listing_id=target.listing_id)


class VisitorClaim(Schema):
    """The visitor id that a browser got with an ad's link, in the cookie `visitor`."""

    visitor: Annotated[str, StringConstraints(pattern=r"^vis_[0-9A-Z]{26}$")]


class ClicksQuery(Query):
    """Of which day in the store."""

    day: Day
    limit: Annotated[int, Field(ge=1, le=MOST)] = 20
    cursor: Cursor | None = None


class AdClickView(Schema):
    """A click on an ad, and what became of it: only what is `billed` costs its price."""

    id: str
    listing_id: str
    keyword: str
    term: str
    slot: int
    price: MoneyView
    outcome: Literal["billed", "credited", "over_budget", "no_balance", "expired", "own", "double", "script"]
    credited_because: str | None
    clicked_at: datetime

    @classmethod
    def of(cls, click: Click, /) -> Self:
        """Shape the answer."""
        facts = click.facts
        return cls(
            id=facts.click_id,
            listing_id=facts.listing_id,
            keyword=facts.keyword,
            term=facts.term,
            slot=facts.slot,
            price=MoneyView.of(Money(facts.price, facts.currency)),
            outcome=click.outcome.value,
            credited_because=click.credited_because,
            clicked_at=click.clicked_at,
        )


class AdClickPage(Schema):
    """Some of a campaign's clicks of a day."""

    items: list[AdClickView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Click], /) -> Self:
        """Shape the answer."""
        return cls(items=[AdClickView.of(one) for one in page.items], cursor=page.cursor)


class ClickCredit(Schema):
    """Why a billed click was none, and the day to which it belongs."""

    day: Day
    reason: Annotated[str, line(200)]
