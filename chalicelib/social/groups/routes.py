"""The routes of group buys."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from chalicelib.accounts.service import AddressNotFound
from chalicelib.foundation import clock
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import BadCursor, Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.listings.errors import (
    ListingNotFound,
    NoReduction,
    NotOnSale,
    PriceChanged,
    SoldOut,
    VariantNotFound,
)
from chalicelib.orders.errors import OwnGoods, StoreClosed, TotalChanged
from chalicelib.payments.errors import (
    InsufficientFunds,
    LimitExceeded,
    PinLocked,
    PinRequired,
    WrongPin,
)
from chalicelib.social.errors import GroupJoined, GroupNotFound, GroupOver, GroupTooLong
from chalicelib.social.groups import service
from chalicelib.social.groups.rules import Group
from chalicelib.social.groups.schemas import (
    GroupPage,
    GroupView,
    MembershipView,
    NewGroup,
    NewMember,
    OpenGroups,
)
from chalicelib.social.groups.service import Membership
from chalicelib.stores.errors import NotPermitted, StoreNotFound

bp = Routes(__name__)


@bp.post(
    "/stores/{store_id}/group-buys",
    answers=GroupView,
    status=HTTPStatus.CREATED,
    raises=(StoreNotFound, NotPermitted, ListingNotFound, VariantNotFound, NoReduction, GroupTooLong),
)
def begin_group_buy(store_id: str, caller: Caller, body: NewGroup) -> Group:
    """Begin a group buy: a lower price, if so many buy in time."""
    return service.begin(store_id, person=caller.person_id, terms=body.terms(), now=clock.now())


@bp.get(
    "/stores/{store_id}/group-buys",
    answers=GroupPage,
    raises=(StoreNotFound, NotPermitted, BadCursor),
)
def list_group_buys(store_id: str, caller: Caller, query: PageQuery) -> Page[Group]:
    """List a store's group buys, the newest first."""
    return service.begun(store_id, person=caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.get("/listings/{listing_id}/group-buys", answers=OpenGroups, signed_in=False)
def list_open_group_buys(listing_id: str) -> Sequence[Group]:
    """List the group buys of goods that one can join now, the newest first: at most 10."""
    return service.open_for(listing_id, now=clock.now())


@bp.get("/group-buys/{group_buy_id}", answers=GroupView, signed_in=False, raises=(GroupNotFound,))
def show_group_buy(group_buy_id: str) -> Group:
    """See a group buy, and how many have joined."""
    return service.show(group_buy_id)


@bp.post(
    "/group-buys/{group_buy_id}/members",
    answers=MembershipView,
    status=HTTPStatus.CREATED,
    raises=(
        GroupNotFound,
        GroupOver,
        GroupJoined,
        AddressNotFound,
        ListingNotFound,
        VariantNotFound,
        StoreClosed,
        OwnGoods,
        SoldOut,
        NotOnSale,
        PriceChanged,
        TotalChanged,
        InsufficientFunds,
        LimitExceeded,
        PinRequired,
        WrongPin,
        PinLocked,
    ),
)
def join_group_buy(group_buy_id: str, caller: Caller, body: NewMember) -> Membership:
    """Join a group buy and pay: if it fills the order goes ahead, else all the money comes back."""
    return service.join(
        group_buy_id,
        buyer=caller.person_id,
        address_id=body.address_id,
        pin=body.pin,
        now=clock.now(),
    )
