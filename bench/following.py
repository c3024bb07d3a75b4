"""Rows of a store with its followers, links and group buys, and of a person with her files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from bench import cast as casting
from bench.cast import PRICE, Cast
from chalicelib.foundation import clock, ids
from chalicelib.foundation.money import Money
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import service as payments
from chalicelib.photos import service as photos
from chalicelib.photos.rules import ContentType, Purpose
from chalicelib.photos.shelves import service as shelves
from chalicelib.social.events import BroadcastTurn
from chalicelib.social.followers import models as followers_models
from chalicelib.social.followers import service as followers
from chalicelib.social.followers.rules import Broadcast
from chalicelib.social.groups import service as groups
from chalicelib.social.groups.service import Terms
from chalicelib.social.links import service as links
from chalicelib.social.links.service import Wish
from chalicelib.storage import service as storage
from chalicelib.storage.rules import PLANS, PlanCode
from chalicelib.stores.rules import Channel

Doing = Callable[[], object]
PAGE = 20


def follow(cast: Cast) -> Doing:
    """Somebody follows the store."""
    return partial(followers.follow, cast.store.id, person=ids.new("per"), now=clock.now())


def see_followers(cast: Cast) -> Doing:
    """How many follow the store, and whether one does oneself."""
    return partial(followers.show, cast.store.id, person=cast.buyer)


def tell_followers(cast: Cast) -> Doing:
    """The first 20 of its followers are told of something."""
    said = Broadcast(ids.new("bct"), cast.store.id, "上新了", "", cast.merchant, clock.now())
    with Transaction() as tx:
        tx.put(followers_models.broadcast_item(said))
    turn = BroadcastTurn(at=clock.now(), store_id=cast.store.id, broadcast_id=said.id, turn=0)
    return partial(followers.go_on, turn, now=clock.now())


def broadcasts(cast: Cast) -> Doing:
    """What the store told its followers."""
    return partial(followers.broadcasts, cast.store.id, person=cast.merchant, limit=PAGE, cursor=None)


def campaign_link(cast: Cast) -> Doing:
    """A link to goods, for a channel."""
    wish = Wish(Channel.WEIBO, "双十二", cast.goods[0].id, "")
    return partial(links.make, cast.store.id, person=cast.merchant, wish=wish, now=clock.now())


def join_group(cast: Cast) -> Doing:
    """The buyer joins a group buy of goods that have no other, and pays."""
    goods = casting.list_goods(cast.store, ())
    terms = Terms(goods.id, "v01", PRICE - 1, 5, clock.now() + timedelta(days=1))
    group = groups.begin(cast.store.id, person=cast.merchant, terms=terms, now=clock.now())
    return partial(
        groups.join, group.id, buyer=cast.buyer, address_id=cast.address, pin=None, now=clock.now()
    )


def announce_file(cast: Cast) -> Doing:
    """Room is promised to a file."""
    return partial(
        photos.announce,
        cast.merchant,
        content_type=ContentType.JPEG,
        purpose=Purpose.LISTING,
        size=100_000,
        now=clock.now(),
    )


def files(cast: Cast) -> Doing:
    """The merchant's files."""
    return partial(shelves.files, cast.merchant, folder=None, limit=PAGE, cursor=None)


def change_plan(cast: Cast) -> Doing:
    """The merchant takes another plan of storage, and the one before is settled."""
    dearest = max(one.price for one in PLANS.values())
    payments.top_up(cast.merchant, amount=Money(3 * dearest, "CNY"), method="pm_card_visa", now=clock.now())
    if storage.standing(cast.merchant).plan.code is not PlanCode.STANDARD:
        storage.change(cast.merchant, PlanCode.STANDARD, now=clock.now())
    return partial(storage.change, cast.merchant, PlanCode.PRO, now=clock.now())


def invoices(cast: Cast) -> Doing:
    """What the merchant paid for storage."""
    return partial(storage.invoices, cast.merchant, limit=PAGE, cursor=None)
