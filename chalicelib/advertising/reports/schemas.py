"""What the API of reports takes and answers."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field

from chalicelib.advertising.campaigns.schemas import Bid
from chalicelib.advertising.clicks.schemas import Day
from chalicelib.advertising.reports.rules import Outlook, Row
from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.paging import MOST, Page
from chalicelib.foundation.schemas import Cursor
from chalicelib.foundation.text import line


class AdReportQuery(Query):
    """By what, and of which days in the store: from `since` to `until`, both counted, 92 at most."""

    by: Literal["campaign", "listing", "keyword", "term"] = "campaign"
    since: Day
    until: Day
    limit: Annotated[int, Field(ge=1, le=MOST)] = 100
    cursor: Cursor | None = None


class AdReportRow(Schema):
    """What was counted on a day of something: a listing's id, a keyword, a term; of the campaign as a whole.

    Money is in minor units of the campaign's currency. `invalid` clicks cost nothing, nor do those that came
    when the budget was spent: `written_off` is what they would have cost. An order counts once, for the last
    click within seven days before it, on the click's day; `sales` are less what was refunded.
    """

    day: str
    of: str
    impressions: int
    clicks: int
    click_rate: float
    cost: int
    average_price: float | None
    orders: int
    sales: int
    return_on_ad_spend: float | None
    invalid: int
    written_off: int

    @classmethod
    def of_row(cls, row: Row) -> Self:
        """Shape the answer."""
        sums = row.sums
        return cls(
            day=row.day,
            of=row.of,
            impressions=sums.impressions,
            clicks=sums.clicks,
            click_rate=round(sums.clicks / sums.impressions, 4) if sums.impressions else 0.0,
            cost=sums.cost,
            average_price=round(sums.cost / sums.clicks, 2) if sums.clicks else None,
            orders=sums.orders,
            sales=sums.sales,
            return_on_ad_spend=round(sums.sales / sums.cost, 2) if sums.cost else None,
            invalid=sums.invalid,
            written_off=sums.written_off,
        )


class AdReportPage(Schema):
    """Some rows of a report, the latest day first."""

    items: list[AdReportRow]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Row], /) -> Self:
        """Shape the answer."""
        return cls(items=[AdReportRow.of_row(row) for row in page.items], cursor=page.cursor)


class BidSimulationQuery(Query):
    """For which keyword of the campaign, as its report calls it; around which bid, if not the present one."""

    keyword: Annotated[str, line(200)]
    bid: Bid | None = None


class BidOutlook(Schema):
    """What a bid would have brought: clicks and cost are expected ones, money in minor units."""

    bid: int
    impressions: int
    clicks: float
    cost: float


class BidSimulation(Schema):
    """What other bids would have brought in the auctions of the last seven days."""

    bids: list[BidOutlook]

    @classmethod
    def of(cls, found: list[Outlook], /) -> Self:
        """Shape the answer."""
        return cls(
            bids=[
                BidOutlook(bid=one.bid, impressions=one.impressions, clicks=one.clicks, cost=one.cost)
                for one in found
            ]
        )
