"""The routes of the affiliate programme."""

from __future__ import annotations

from http import HTTPStatus

from chalice.app import Request

from chalicelib.affiliates import service
from chalicelib.affiliates.errors import (
    CommissionNotFound,
    NotTakenBack,
    OwnPromotion,
    ProgrammeClosed,
    PromoterLinkNotFound,
    SameCategory,
)
from chalicelib.affiliates.rules import Commission, DaySum, Link, Programme
from chalicelib.affiliates.schemas import (
    CommissionPage,
    CommissionTakeBack,
    CommissionView,
    EarningsPage,
    EarningsQuery,
    NewPromoterLink,
    ProgrammeView,
    ProgrammeWish,
    PromoterLinkPage,
    PromoterLinkView,
)
from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Answer, Caller, Routes
from chalicelib.foundation.paging import BadCursor, Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.foundation.urls import base_url
from chalicelib.listings.categories.errors import UnknownCategory
from chalicelib.listings.errors import ListingNotFound
from chalicelib.payments.errors import AccountFrozen, InsufficientFunds, UnknownCurrency
from chalicelib.stores.errors import NotPermitted, StoreNotFound, StorePaused

bp = Routes(__name__)


@bp.get(
    "/stores/{store_id}/affiliates",
    signed_in=False,
    answers=ProgrammeView,
    raises=(StoreNotFound, StorePaused),
)
def show_programme(store_id: str) -> Programme:
    """See what a store pays to whoever brings it buyers."""
    return service.programme_of(store_id)


@bp.put(
    "/stores/{store_id}/affiliates",
    answers=ProgrammeView,
    raises=(StoreNotFound, NotPermitted, SameCategory, UnknownCategory, ChangedMeanwhile),
)
def set_programme(store_id: str, caller: Caller, body: ProgrammeWish) -> Programme:
    """Say what one's store pays to promoters from now on."""
    own_rates = {one.category: one.basis_points for one in body.categories}
    if len(own_rates) < len(body.categories):
        raise SameCategory(field="categories")
    return service.set_programme(
        store_id,
        person=caller.person_id,
        running=body.state,
        basis_points=body.basis_points,
        own_rates=own_rates,
    )


@bp.get(
    "/stores/{store_id}/affiliates/spend",
    answers=EarningsPage,
    raises=(StoreNotFound, NotPermitted, BadCursor),
)
def show_spend(store_id: str, caller: Caller, query: PageQuery) -> Page[DaySum]:
    """See what promoters cost one's store, by day and promoter."""
    return service.spend_of(store_id, person=caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.post(
    "/promoter/links",
    answers=PromoterLinkView,
    status=HTTPStatus.CREATED,
    raises=(StoreNotFound, StorePaused, ProgrammeClosed, OwnPromotion, ListingNotFound, ChangedMeanwhile),
)
def make_promoter_link(caller: Caller, body: NewPromoterLink) -> Link:
    """Make a link by which one's followers' orders bring one something."""
    return service.make_link(
        caller.person_id,
        store_id=body.store_id,
        listing_id=body.listing_id,
        label=body.label,
        now=clock.now(),
    )


@bp.get("/promoter/links", answers=PromoterLinkPage, raises=(BadCursor,))
def list_promoter_links(caller: Caller, query: PageQuery) -> Page[Link]:
    """List one's links with their visits."""
    return service.links_of(caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.get("/promoter/commissions", answers=CommissionPage, raises=(BadCursor,))
def list_commissions(caller: Caller, query: PageQuery) -> Page[Commission]:
    """List what the orders that came by one's links bring, each with what became of it."""
    return service.commissions_of(caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.get("/promoter/earnings", answers=EarningsPage, raises=(UnknownCurrency, BadCursor))
def show_earnings(caller: Caller, query: EarningsQuery) -> Page[DaySum]:
    """See what one's links brought, by day: what is pending, paid and taken back."""
    return service.earnings_of(
        caller.person_id, currency=query.currency, limit=query.limit, cursor=query.cursor
    )


@bp.post(
    "/promoter/commissions/{order_id}/take-back",
    answers=CommissionView,
    raises=(NotPermitted, CommissionNotFound, NotTakenBack, InsufficientFunds, AccountFrozen),
)
def take_commission_back(order_id: str, caller: Caller, body: CommissionTakeBack) -> Commission:
    """Give a commission that shouldn't have been paid back to the merchant, as an operator."""
    if "operators" not in caller.groups:
        raise NotPermitted("This is for the platform's operators.")
    return service.take_back(order_id, reason=body.reason, now=clock.now())


@bp.get("/r/{code}", signed_in=False, status=HTTPStatus.FOUND, raises=(PromoterLinkNotFound,))
def follow_promoter_link(code: str, request: Request) -> Answer:
    """Go to the store or the goods of a promoter's link; `ref` is what a checkout names as its referral."""
    arrival = service.follow(code, now=clock.now())
    link = arrival.link
    place = "/".join(["", "shop", link.slug, *([link.listing_id] if link.listing_id else [])])
    return Answer(
        status=HTTPStatus.FOUND,
        headers={
            "Location": f"{base_url(request)}{place}?ref={arrival.referral}",
            "Cache-Control": "no-store",
            "Set-Cookie": service.cookie(arrival.referral, lasts=service.window()),
        },
    )


@bp.get("/r/{code}/qr", signed_in=False, media=("image/png",), raises=(PromoterLinkNotFound,))
def promoter_qr(code: str, request: Request) -> Answer:
    """Draw the QR code of a promoter's link."""
    picture = service.poster(code, url=f"{base_url(request)}/r/{code}")
    headers = {"Cache-Control": "public, max-age=86400", "X-Content-Type-Options": "nosniff"}
    return Answer(body=picture, content_type="image/png", headers=headers)
