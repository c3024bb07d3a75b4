"""The routes of campaign links. GET /s/{code} follows them, GET /stores/{store_id}/links counts visits."""

from __future__ import annotations

from http import HTTPStatus

from chalice.app import Request

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Answer, Caller, Routes
from chalicelib.foundation.urls import base_url
from chalicelib.listings.errors import ListingNotFound
from chalicelib.promotions.errors import CouponNotFound, CouponNotRunning, PromotionNotFound
from chalicelib.promotions.service import Promotion
from chalicelib.social.links import service
from chalicelib.social.links.schemas import CampaignLinkView, NewCampaignLink, TakenCoupon
from chalicelib.social.links.service import Campaign
from chalicelib.stores.errors import LinkNotFound, NotPermitted, StoreNotFound, StorePaused, TooManyLinks

bp = Routes(__name__)


@bp.post(
    "/stores/{store_id}/campaign-links",
    answers=CampaignLinkView,
    status=HTTPStatus.CREATED,
    raises=(
        StoreNotFound,
        NotPermitted,
        ListingNotFound,
        PromotionNotFound,
        TooManyLinks,
        ChangedMeanwhile,
    ),
)
def make_campaign_link(store_id: str, caller: Caller, body: NewCampaignLink) -> Campaign:
    """Make a link for a post on a channel, which may carry a promotion."""
    return service.make(store_id, person=caller.person_id, wish=body.wish(), now=clock.now())


@bp.get(
    "/campaign-links/{code}",
    answers=CampaignLinkView,
    signed_in=False,
    raises=(LinkNotFound, StoreNotFound, StorePaused),
)
def show_campaign_link(code: str) -> Campaign:
    """See what a campaign link leads to and carries."""
    return service.show(code)


@bp.post(
    "/campaign-links/{code}/coupon",
    answers=TakenCoupon,
    raises=(LinkNotFound, CouponNotFound, CouponNotRunning, ChangedMeanwhile),
)
def take_coupon(code: str, caller: Caller) -> Promotion:
    """Take the coupon that a link carries; who has it gets it again."""
    return service.claim(code, person=caller.person_id, now=clock.now())


@bp.get(
    "/campaign-links/{code}/card",
    signed_in=False,
    status=HTTPStatus.FOUND,
    raises=(LinkNotFound, StoreNotFound, StorePaused),
)
def share_card(code: str, request: Request) -> Answer:
    """Get the picture to share with a campaign link: photo, price and QR code."""
    from chalicelib.social.cards import service as cards

    url = cards.address(code, base_url=base_url(request), now=clock.now())
    return Answer(status=HTTPStatus.FOUND, headers={"Location": url, "Cache-Control": "no-store"})
