"""The routes of display ads."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from chalice.app import Request

from chalicelib.advertising.clicks.rules import is_script
from chalicelib.advertising.display import billing, service, serving
from chalicelib.advertising.display.errors import CategoryNeeded
from chalicelib.advertising.display.rules import Creative, DisplaySum, Placement
from chalicelib.advertising.display.schemas import (
    Consent,
    Counted,
    CreativeList,
    CreativeView,
    DisplayAds,
    DisplayQuery,
    DisplayReportPage,
    DisplayReportQuery,
    Look,
    Looked,
    NewCreative,
)
from chalicelib.advertising.display.serving import Placed, Viewer
from chalicelib.advertising.errors import (
    BadReportSpan,
    CampaignNotFound,
    TooManyAdGroups,
    WrongCampaignState,
)
from chalicelib.advertising.targeting.rules import device_of
from chalicelib.foundation import clock, ids
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import BadCursor, Page
from chalicelib.listings.errors import ListingNotFound
from chalicelib.photos.errors import PhotoNotReady
from chalicelib.stores.errors import NotPermitted

bp = Routes(__name__)

SEEING = (CampaignNotFound, NotPermitted)


@bp.post(
    "/campaigns/{campaign_id}/creatives",
    answers=CreativeView,
    status=HTTPStatus.CREATED,
    raises=(
        *SEEING,
        WrongCampaignState,
        TooManyAdGroups,
        CategoryNeeded,
        ListingNotFound,
        PhotoNotReady,
        ChangedMeanwhile,
    ),
)
def add_creative(campaign_id: str, caller: Caller, body: NewCreative) -> Creative:
    """Show a picture for goods on the home page or in a category, paid by the thousand impressions."""
    wish = dict(body) | {"placement": Placement(body.placement)}
    return service.add_creative(campaign_id, person=caller.person_id, **wish, now=clock.now())


@bp.get("/campaigns/{campaign_id}/creatives", answers=CreativeList, raises=SEEING)
def list_creatives(campaign_id: str, caller: Caller) -> Sequence[Creative]:
    """List a campaign's creatives."""
    return service.creatives_of(campaign_id, person=caller.person_id)


@bp.get(
    "/campaigns/{campaign_id}/display-report",
    answers=DisplayReportPage,
    raises=(*SEEING, BadReportSpan, BadCursor),
)
def report_display(campaign_id: str, caller: Caller, query: DisplayReportQuery) -> Page[DisplaySum]:
    """See what a campaign's display ads were billed, by day and creative."""
    return service.report(
        campaign_id,
        person=caller.person_id,
        first=query.since,
        last=query.until,
        limit=query.limit,
        cursor=query.cursor,
    )


@bp.get("/ads/display", signed_in=False, answers=DisplayAds, raises=(CategoryNeeded,))
def show_display_ads(request: Request, query: DisplayQuery) -> Placed:
    """Get the ads of a placement. Whoever shows them sends the visitor id again the next time."""
    visitor = query.visitor or f"vis_{ids.new('v')[2:]}"
    agent = request.headers.get("user-agent", "")
    viewer = Viewer(visitor, device_of(agent), query.region, is_script(agent))
    place = Placement(query.placement)
    return serving.ads_for(place, query.category, currency=query.currency, viewer=viewer, now=clock.now())


@bp.post("/ads/impressions", signed_in=False, answers=Counted)
def tell_impressions(request: Request, body: Looked) -> int:
    """Tell which ads were looked at."""
    agent = request.headers.get("user-agent", "")
    return billing.tell(body.tokens, user_agent=agent, now=clock.now())


@bp.put("/ads/consent", signed_in=False, raises=(ChangedMeanwhile,))
def set_consent(body: Consent) -> None:
    """Let a browser be remembered for ads, or have it forgotten."""
    if body.consent:
        service.agree(body.visitor, now=clock.now())
    else:
        service.disagree(body.visitor)


@bp.post("/ads/looks", signed_in=False, raises=(ChangedMeanwhile,))
def tell_look(body: Look) -> None:
    """Tell that a browser that agreed to be remembered looked at goods; of others nothing is kept."""
    service.note_look(body.visitor, body.listing_id, now=clock.now())
