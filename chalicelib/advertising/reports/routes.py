"""The routes of reports."""

from __future__ import annotations

from chalicelib.advertising.attribution.rules import Model
from chalicelib.advertising.clicks.rules import By
from chalicelib.advertising.errors import BadReportSpan, CampaignNotFound
from chalicelib.advertising.reports import service
from chalicelib.advertising.reports.rules import Outlook
from chalicelib.advertising.reports.schemas import (
    AdReportPage,
    AdReportQuery,
    BidSimulation,
    BidSimulationQuery,
)
from chalicelib.advertising.reports.service import Report
from chalicelib.foundation import clock
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import BadCursor
from chalicelib.stores.errors import NotPermitted

bp = Routes(__name__)


@bp.get(
    "/campaigns/{campaign_id}/report",
    answers=AdReportPage,
    raises=(CampaignNotFound, NotPermitted, BadReportSpan, BadCursor),
)
def report_ads(campaign_id: str, caller: Caller, query: AdReportQuery) -> Report:
    """See what came of a campaign, by day, and by listing, keyword or what was searched for."""
    return service.report(
        campaign_id,
        person=caller.person_id,
        by=By(query.by),
        model=Model(query.model),
        first=query.since,
        last=query.until,
        limit=query.limit,
        cursor=query.cursor,
    )


@bp.get("/campaigns/{campaign_id}/simulation", answers=BidSimulation, raises=(CampaignNotFound, NotPermitted))
def simulate_bids(campaign_id: str, caller: Caller, query: BidSimulationQuery) -> list[Outlook]:
    """See what other bids on a keyword would have brought."""
    return service.simulate(
        campaign_id, person=caller.person_id, keyword=query.keyword, bid=query.bid, now=clock.now()
    )
