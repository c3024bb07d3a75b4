"""What the campaigns' API takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints

from chalicelib.advertising.campaigns import rules
from chalicelib.advertising.campaigns.rules import Campaign, Group
from chalicelib.advertising.campaigns.service import Change, Offered, Shown
from chalicelib.advertising.pacing.rules import Pacing
from chalicelib.advertising.targeting.rules import Audience, Device, Match
from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import Amount, Currency, MoneyView
from chalicelib.foundation.text import line

Id = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Name = Annotated[str, line(60)]
Phrase = Annotated[str, line(60)]
Budget = Annotated[int, Field(ge=100, le=10**9)]
Target = Annotated[int, Field(ge=0, le=10**7)]
Bid = Annotated[int, Field(ge=rules.RESERVE, le=10**7)]
Way = Literal["even", "fast"]
Kind = Literal["phone", "computer"]
Matching = Literal["exact", "phrase", "broad"]


class AudienceView(Schema):
    """To whom the ads are shown. What is left empty isn't narrowed down.

    `regions` are beginnings of region codes (`33` is all of Zhejiang); `hours` (0 to 23) and `weekdays`
    (1, Monday, to 7) are the store's.
    """

    regions: Annotated[
        list[Annotated[str, StringConstraints(pattern=r"^[0-9]{2,6}$")]], Field(max_length=30)
    ] = []
    devices: Annotated[list[Kind], Field(max_length=2)] = []
    hours: Annotated[list[Annotated[int, Field(ge=0, le=23)]], Field(max_length=24)] = []
    weekdays: Annotated[list[Annotated[int, Field(ge=1, le=7)]], Field(max_length=7)] = []

    def audience(self) -> Audience:
        """What the rules make of it."""
        devices = frozenset(Device(one) for one in self.devices)
        return Audience(tuple(self.regions), devices, frozenset(self.hours), frozenset(self.weekdays))

    @classmethod
    def of(cls, one: Audience, /) -> Self:
        """Shape the answer."""
        return cls(
            regions=list(one.regions),
            devices=[device.value for device in sorted(one.devices)],
            hours=sorted(one.hours),
            weekdays=sorted(one.weekdays),
        )


class CampaignChange(Schema):
    """What to change of a campaign. What is left out stays as it is, the budget too.

    `daily_budget` is in minor units of the store's currency; a `target_return` of 0 takes the target away.
    """

    name: Name | None = None
    daily_budget: Budget | None = None
    pacing: Way | None = None
    audience: AudienceView | None = None
    negatives: Annotated[list[Phrase], Field(max_length=rules.MOST_NEGATIVES)] | None = None
    target_return: Target | None = None

    def wish(self) -> Change:
        """What the use case wants to know."""
        return Change(
            name=self.name,
            daily_budget=self.daily_budget,
            pacing=Pacing(self.pacing) if self.pacing else None,
            audience=self.audience.audience() if self.audience else None,
            negatives=None if self.negatives is None else tuple(self.negatives),
            target_return=self.target_return,
        )


class NewCampaign(Schema):
    """A campaign: what a day may cost at most, in minor units of the store's currency, and whom it is for.

    `even` spreads a day's budget along the visitors of a usual day, `fast` spends it as they come. A search
    that has one of the `negatives` never shows its ads. With a `target_return` (what sales shall be to cost,
    in basis points: 40000 is fourfold) bids are found day by day by what clicks bring; a keyword's own bid
    is then the most that is bid for it.
    """

    name: Name
    daily_budget: Budget
    pacing: Way = "even"
    audience: AudienceView | None = None
    negatives: Annotated[list[Phrase], Field(max_length=rules.MOST_NEGATIVES)] = []
    target_return: Target = 0

    def wish(self) -> Change:
        """What the use case wants to know besides name and budget."""
        return Change(
            pacing=Pacing(self.pacing),
            audience=self.audience.audience() if self.audience else None,
            negatives=tuple(self.negatives),
            target_return=self.target_return,
        )


class KeywordBid(Schema):
    """Words for which to be shown, and the most that a click may cost in minor units.

    `exact`: these words alone; `phrase`: together in this order, among others; `broad`: all, in any order.
    """

    text: Phrase
    match: Matching = "broad"
    bid: Bid

    def offered(self) -> Offered:
        """What the use case wants to know."""
        return Offered(self.text, Match(self.match), self.bid)


class AdGroupWish(Schema):
    """Goods of the store, and the keywords for which they are advertised."""

    name: Name
    listing_ids: Annotated[list[Id], Field(min_length=1, max_length=rules.MOST_LISTINGS)]
    keywords: Annotated[list[KeywordBid], Field(min_length=1, max_length=rules.MOST_KEYWORDS)]


class AdGroupView(Schema):
    """An ad group. Bids are in minor units of the campaign's currency."""

    id: str
    name: str
    listing_ids: list[str]
    keywords: list[KeywordBid]

    @classmethod
    def of(cls, group: Group, /) -> Self:
        """Shape the answer."""
        return cls(
            id=group.id,
            name=group.name,
            listing_ids=list(group.listing_ids),
            keywords=[
                KeywordBid(text=one.text, match=one.match.value, bid=one.bid) for one in group.keywords
            ],
        )


class CampaignView(Schema):
    """A campaign. `bid_factor` is what part of its keywords' bids is bid, in basis points: all of it, unless
    there is a `target_return`."""

    id: str
    store_id: str
    name: str
    state: Literal["active", "paused", "ended"]
    daily_budget: MoneyView
    pacing: Way
    audience: AudienceView
    negatives: list[str]
    target_return: int | None
    bid_factor: int
    time_zone: str
    created_at: datetime

    @classmethod
    def of(cls, one: Campaign, /) -> Self:
        """Shape the answer."""
        return cls(
            id=one.id,
            store_id=one.store_id,
            name=one.name,
            state=one.state.value,
            daily_budget=MoneyView.of(Money(one.daily_budget, one.currency)),
            pacing=one.pacing.value,
            audience=AudienceView.of(one.audience),
            negatives=list(one.negatives),
            target_return=one.target_return,
            bid_factor=one.bid_factor,
            time_zone=one.time_zone,
            created_at=one.created_at,
        )


class CampaignDetails(CampaignView):
    """A campaign with its ad groups, and how today stands: its ads rest once nothing is `left`, until the
    store's next day, or while nothing is set aside for ads (`balance`)."""

    groups: list[AdGroupView]
    day: str
    spent: MoneyView
    left: MoneyView
    balance: MoneyView

    @classmethod
    def of(cls, shown: Shown, /) -> Self:  # type: ignore[override]
        """Shape the answer."""
        return cls(
            **dict(CampaignView.of(shown.campaign)),
            groups=[AdGroupView.of(group) for group in shown.groups],
            day=shown.day,
            spent=MoneyView.of(shown.spent),
            left=MoneyView.of(shown.left),
            balance=MoneyView.of(shown.balance),
        )


class CampaignPage(Schema):
    """Some of a store's campaigns, the newest first."""

    items: list[CampaignView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Campaign], /) -> Self:
        """Shape the answer."""
        return cls(items=[CampaignView.of(one) for one in page.items], cursor=page.cursor)


class AdFunds(Schema):
    """An amount of one's wallet for ads, or back, in minor units."""

    amount: Amount
    currency: Currency


class AdBalanceQuery(Query):
    """In which currency."""

    currency: Currency = "CNY"


class AdBalanceView(Schema):
    """What one has set aside for ads."""

    balance: MoneyView

    @classmethod
    def of(cls, balance: Money, /) -> Self:
        """Shape the answer."""
        return cls(balance=MoneyView.of(balance))
