"""The routes of promotions and coupons. They are used by naming a coupon at POST /checkouts."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.listings.categories.errors import UnknownCategory
from chalicelib.listings.errors import ListingNotFound, NoReduction
from chalicelib.promotions import service
from chalicelib.promotions.errors import (
    CodeTaken,
    PromotionNotFound,
    PromotionOver,
    TooManyPromotions,
    WrongPromotionState,
)
from chalicelib.promotions.rules import Action, Promotion
from chalicelib.promotions.schemas import MyPromotionsView, MyPromotionView, NewPromotion, RunningPromotions
from chalicelib.promotions.service import Shown
from chalicelib.stores.errors import NotPermitted, StoreNotFound, StorePaused

bp = Routes(__name__)

MOVING = (StoreNotFound, NotPermitted, PromotionNotFound, WrongPromotionState, ChangedMeanwhile)


@bp.post(
    "/stores/{store_id}/promotions",
    answers=MyPromotionView,
    status=HTTPStatus.CREATED,
    raises=(
        StoreNotFound,
        NotPermitted,
        PromotionOver,
        TooManyPromotions,
        CodeTaken,
        ListingNotFound,
        UnknownCategory,
        NoReduction,
        ChangedMeanwhile,
    ),
)
def begin_promotion(store_id: str, caller: Caller, body: NewPromotion) -> Shown:
    """Begin a promotion, a coupon or a flash sale of a store."""
    return service.begin(store_id, person=caller.person_id, terms=body.terms(), now=clock.now())


@bp.get(
    "/stores/{store_id}/promotions",
    answers=RunningPromotions,
    signed_in=False,
    raises=(StoreNotFound, StorePaused),
)
def running_promotions(store_id: str) -> Sequence[Promotion]:
    """See what a store takes off now, and its advertised coupons."""
    return service.running(store_id, now=clock.now())


@bp.get("/my/stores/{store_id}/promotions", answers=MyPromotionsView, raises=(StoreNotFound, NotPermitted))
def my_promotions(store_id: str, caller: Caller, query: PageQuery) -> Page[Shown]:
    """List all promotions and coupons of a store in which one works, the newest first."""
    return service.all_of(store_id, person=caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.post("/stores/{store_id}/promotions/{promotion_id}/pause", answers=MyPromotionView, raises=MOVING)
def pause_promotion(store_id: str, promotion_id: str, caller: Caller) -> Shown:
    """Let a promotion not apply for a while."""
    return service.act(store_id, promotion_id, Action.PAUSE, person=caller.person_id, now=clock.now())


@bp.post("/stores/{store_id}/promotions/{promotion_id}/resume", answers=MyPromotionView, raises=MOVING)
def resume_promotion(store_id: str, promotion_id: str, caller: Caller) -> Shown:
    """Let a paused promotion apply again."""
    return service.act(store_id, promotion_id, Action.RESUME, person=caller.person_id, now=clock.now())


@bp.post("/stores/{store_id}/promotions/{promotion_id}/end", answers=MyPromotionView, raises=MOVING)
def end_promotion(store_id: str, promotion_id: str, caller: Caller) -> Shown:
    """End a promotion for good."""
    return service.act(store_id, promotion_id, Action.END, person=caller.person_id, now=clock.now())
