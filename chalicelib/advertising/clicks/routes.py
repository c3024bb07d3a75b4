"""The routes of clicks: the links of ads, and what became of their clicks."""

from __future__ import annotations

from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie

from chalice.app import Request

from chalicelib.advertising.campaigns import service as campaigns
from chalicelib.advertising.clicks import service
from chalicelib.advertising.clicks.rules import Click
from chalicelib.advertising.clicks.schemas import (
    AdClickPage,
    AdClickView,
    AdFollowed,
    AdTarget,
    ClickCredit,
    ClicksQuery,
    VisitorClaim,
)
from chalicelib.advertising.clicks.service import Follower, Target
from chalicelib.advertising.errors import (
    AdClickNotFound,
    AdLinkUnknown,
    CampaignNotFound,
    NotBilled,
    TooManyDevices,
)
from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Answer, Caller, Routes
from chalicelib.foundation.paging import BadCursor, Page
from chalicelib.foundation.urls import base_url
from chalicelib.stores.errors import NotPermitted

bp = Routes(__name__)

COOKIE, KEPT = "visitor", 180 * 24 * 3600
"""A browser's own id, for 180 days: by it an order is counted for the ad that led to it."""


@bp.get("/ads/click/{token}", signed_in=False, status=HTTPStatus.FOUND, raises=(AdLinkUnknown,))
def follow_ad(token: str, request: Request) -> Answer:
    """Go to the goods of an ad."""
    target = service.follow(token, _follower(request), now=clock.now())
    place = f"{base_url(request)}/shop/{target.slug}/{target.listing_id}?ad={target.click_id}"
    cookie = f"{COOKIE}={target.visitor}; Path=/; Max-Age={KEPT}; Secure; SameSite=Lax"
    headers = {"Location": place, "Cache-Control": "no-store", "Set-Cookie": cookie}
    return Answer(status=HTTPStatus.FOUND, headers=headers)


@bp.post("/ads/clicks", answers=AdTarget, raises=(AdLinkUnknown,))
def follow_ad_signed_in(caller: Caller, body: AdFollowed, request: Request) -> Target:
    """Go to the goods of an ad in an app, signed in: an order counts for the ad on every device."""
    follower = _follower(request, caller.person_id)
    return service.follow(body.token, follower, now=clock.now())


def _follower(request: Request, person_id: str | None = None) -> Follower:
    try:
        cookies = SimpleCookie(request.headers.get("cookie", ""))
    except CookieError:
        cookies = SimpleCookie()
    return Follower(
        visitor=cookies[COOKIE].value if COOKIE in cookies else None,
        address=str(request.context.get("identity", {}).get("sourceIp", "")),
        user_agent=request.headers.get("user-agent", ""),
        person_id=person_id,
    )


@bp.post("/ads/visitor", raises=(TooManyDevices, ChangedMeanwhile))
def claim_visitor(caller: Caller, body: VisitorClaim) -> None:
    """Say that a browser is one's own, so that orders count for the ads that one clicked there."""
    service.is_hers(body.visitor, person=caller.person_id)


@bp.get(
    "/campaigns/{campaign_id}/clicks",
    answers=AdClickPage,
    raises=(CampaignNotFound, NotPermitted, BadCursor),
)
def list_ad_clicks(campaign_id: str, caller: Caller, query: ClicksQuery) -> Page[Click]:
    """List a campaign's clicks of a day, with those that cost nothing, and why."""
    campaigns.permitted(campaign_id, person=caller.person_id)
    return service.of_day(campaign_id, query.day, limit=query.limit, cursor=query.cursor)


@bp.post(
    "/campaigns/{campaign_id}/clicks/{click_id}/credit",
    answers=AdClickView,
    raises=(NotPermitted, AdClickNotFound, NotBilled, ChangedMeanwhile),
)
def credit_ad_click(campaign_id: str, click_id: str, caller: Caller, body: ClickCredit) -> Click:
    """Pay a click back that was found out to be none, as an operator."""
    if "operators" not in caller.groups:
        raise NotPermitted("This is for the platform's operators.")
    return service.credit_back(campaign_id, click_id, day=body.day, reason=body.reason, now=clock.now())
