"""The routes of campaigns, and of the money for them."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.advertising.campaigns import service
from chalicelib.advertising.campaigns.rules import Action, Campaign, Group
from chalicelib.advertising.campaigns.schemas import (
    AdBalanceQuery,
    AdBalanceView,
    AdFunds,
    AdGroupView,
    AdGroupWish,
    CampaignChange,
    CampaignDetails,
    CampaignPage,
    CampaignView,
    NewCampaign,
)
from chalicelib.advertising.campaigns.service import Shown
from chalicelib.advertising.errors import (
    AdGroupNotFound,
    BadAudienceRegion,
    BadKeyword,
    BidTooLow,
    CampaignNotFound,
    SameKeyword,
    TooManyAdGroups,
    TooManyCampaigns,
    WrongCampaignState,
)
from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import BadCursor, Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.listings.errors import ListingNotFound
from chalicelib.payments.adverts import service as adverts
from chalicelib.payments.errors import AccountFrozen, InsufficientFunds, UnknownCurrency
from chalicelib.stores.errors import NotPermitted, StoreNotFound

bp = Routes(__name__)

SEEING = (CampaignNotFound, NotPermitted)
MOVING = (*SEEING, WrongCampaignState, ChangedMeanwhile)
SAYING = (BadKeyword, BidTooLow, SameKeyword, ListingNotFound)


@bp.post(
    "/stores/{store_id}/campaigns",
    answers=CampaignView,
    status=HTTPStatus.CREATED,
    raises=(StoreNotFound, NotPermitted, TooManyCampaigns, BadKeyword, BadAudienceRegion, ChangedMeanwhile),
)
def begin_campaign(store_id: str, caller: Caller, body: NewCampaign) -> Campaign:
    """Begin an advertising campaign of a store; its ad groups come next."""
    return service.begin(
        store_id,
        person=caller.person_id,
        name=body.name,
        daily_budget=body.daily_budget,
        wish=body.wish(),
        now=clock.now(),
    )


@bp.get("/stores/{store_id}/campaigns", answers=CampaignPage, raises=(StoreNotFound, NotPermitted, BadCursor))
def list_campaigns(store_id: str, caller: Caller, query: PageQuery) -> Page[Campaign]:
    """List a store's campaigns, the newest first."""
    return service.campaigns_of(store_id, person=caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.get("/campaigns/{campaign_id}", answers=CampaignDetails, raises=SEEING)
def show_campaign(campaign_id: str, caller: Caller) -> Shown:
    """See a campaign with its ad groups, and how today stands."""
    return service.show(campaign_id, person=caller.person_id, now=clock.now())


@bp.patch(
    "/campaigns/{campaign_id}", answers=CampaignDetails, raises=(*MOVING, BadKeyword, BadAudienceRegion)
)
def change_campaign(campaign_id: str, caller: Caller, body: CampaignChange) -> Shown:
    """Change what is given of a campaign."""
    return service.change(campaign_id, person=caller.person_id, wish=body.wish(), now=clock.now())


@bp.post("/campaigns/{campaign_id}/pause", answers=CampaignDetails, raises=MOVING)
def pause_campaign(campaign_id: str, caller: Caller) -> Shown:
    """Let a campaign's ads rest."""
    return service.act(campaign_id, Action.PAUSE, person=caller.person_id, now=clock.now())


@bp.post("/campaigns/{campaign_id}/resume", answers=CampaignDetails, raises=MOVING)
def resume_campaign(campaign_id: str, caller: Caller) -> Shown:
    """Let a paused campaign go on."""
    return service.act(campaign_id, Action.RESUME, person=caller.person_id, now=clock.now())


@bp.post("/campaigns/{campaign_id}/end", answers=CampaignDetails, raises=MOVING)
def end_campaign(campaign_id: str, caller: Caller) -> Shown:
    """End a campaign for good."""
    return service.act(campaign_id, Action.END, person=caller.person_id, now=clock.now())


@bp.post(
    "/campaigns/{campaign_id}/groups",
    answers=AdGroupView,
    status=HTTPStatus.CREATED,
    raises=(*MOVING, *SAYING, TooManyAdGroups),
)
def add_ad_group(campaign_id: str, caller: Caller, body: AdGroupWish) -> Group:
    """Advertise goods for some keywords, with a bid on each."""
    return service.add_group(
        campaign_id,
        person=caller.person_id,
        name=body.name,
        listing_ids=body.listing_ids,
        keywords=[one.offered() for one in body.keywords],
        now=clock.now(),
    )


@bp.put(
    "/campaigns/{campaign_id}/groups/{group_id}",
    answers=AdGroupView,
    raises=(*MOVING, *SAYING, AdGroupNotFound),
)
def replace_ad_group(campaign_id: str, group_id: str, caller: Caller, body: AdGroupWish) -> Group:
    """Say anew what an ad group advertises, for which keywords and bids."""
    return service.replace_group(
        campaign_id,
        group_id,
        person=caller.person_id,
        name=body.name,
        listing_ids=body.listing_ids,
        keywords=[one.offered() for one in body.keywords],
        now=clock.now(),
    )


@bp.delete("/campaigns/{campaign_id}/groups/{group_id}", raises=(*MOVING, AdGroupNotFound))
def remove_ad_group(campaign_id: str, group_id: str, caller: Caller) -> None:
    """Advertise an ad group's goods no more."""
    service.remove_group(campaign_id, group_id, person=caller.person_id, now=clock.now())


@bp.get("/ads/balance", answers=AdBalanceView, raises=(UnknownCurrency,))
def show_ad_balance(caller: Caller, query: AdBalanceQuery) -> Money:
    """See what one has set aside for ads."""
    return adverts.balance(caller.person_id, query.currency)


@bp.post(
    "/ads/balance",
    answers=AdBalanceView,
    raises=(UnknownCurrency, InsufficientFunds, AccountFrozen, ChangedMeanwhile),
)
def fund_ads(caller: Caller, body: AdFunds) -> Money:
    """Set money of one's wallet aside for ads."""
    return adverts.fund(caller.person_id, Money(body.amount, body.currency), now=clock.now())


@bp.post(
    "/ads/balance/withdraw",
    answers=AdBalanceView,
    raises=(UnknownCurrency, InsufficientFunds, AccountFrozen, ChangedMeanwhile),
)
def withdraw_ad_funds(caller: Caller, body: AdFunds) -> Money:
    """Take money for ads back into one's wallet."""
    return adverts.take_back(caller.person_id, Money(body.amount, body.currency), now=clock.now())
