"""What the API of reports takes and answers."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field

from chalicelib.advertising.attribution.rules import Model, counted
from chalicelib.advertising.campaigns.schemas import Bid
from chalicelib.advertising.clicks.schemas import Day
from chalicelib.advertising.reports.rules import Outlook, Row
from chalicelib.advertising.reports.service import Report
from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.paging import MOST
from chalicelib.foundation.schemas import Cursor
from chalicelib.foundation.text import line


class AdReportQuery(Query):
    """By what, of which days in the store (from `since` to `until`, both counted, 92 at most), and for which
    clicks orders and carts are counted: for the last one before it, the first one, or in parts for all."""

    by: Literal["campaign", "listing", "keyword", "term"] = "campaign"
    model: Literal["last", "first", "linear"] = "last"
    since: Day
    until: Day
    limit: Annotated[int, Field(ge=1, le=MOST)] = 100
    cursor: Cursor | None = None


class AdReportRow(Schema):
    """What was counted on a day of something: a listing's id, a keyword, a term; of the campaign as a whole.

    Money is in minor units of the campaign's currency. `invalid` clicks cost nothing, nor do those that came
    when the budget was spent: `written_off` is what they would have cost. `visits` are those too. An order
    counts once, for its buyer's clicks on the store's ads within seven days before it, on the click's day: by
    the `linear` model a part of it for each. `sales` are less what was `refunded`. `carts` are adds to cart,
    counted likewise: a line that somebody signed in put into her cart is one, of however many pieces;
    `cart_rate` is how many there were for each visit.
    """

    day: str
    of: str
    impressions: int
    clicks: int
    click_rate: float
    visits: int
    cost: int
    average_price: float | None
    carts: float
    cart_rate: float
    orders: float
    sales: int
    refunded: int
    return_on_ad_spend: float | None
    invalid: int
    written_off: int

    @classmethod
    def of_row(cls, row: Row, model: Model) -> Self:
        """Shape the answer."""
        sums = row.sums
        orders, sales, refunded, carts = counted(sums, model)
        return cls(
            day=row.day,
            of=row.of,
            impressions=sums.impressions,
            clicks=sums.clicks,
            click_rate=round(sums.clicks / sums.impressions, 4) if sums.impressions else 0.0,
            visits=sums.visits,
            cost=sums.cost,
            average_price=round(sums.cost / sums.clicks, 2) if sums.clicks else None,
            carts=carts,
            cart_rate=round(carts / sums.visits, 4) if sums.visits else 0.0,
            orders=orders,
            sales=sales,
            refunded=refunded,
            return_on_ad_spend=round(sales / sums.cost, 2) if sums.cost else None,
            invalid=sums.invalid,
            written_off=sums.written_off,
        )


class AdReportPage(Schema):
    """Some rows of a report, the latest day first."""

    items: list[AdReportRow]
    cursor: str | None

    @classmethod
    def of(cls, report: Report, /) -> Self:
        """Shape the answer."""
        rows = [AdReportRow.of_row(row, report.model) for row in report.page.items]
        return cls(items=rows, cursor=report.page.cursor)


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
