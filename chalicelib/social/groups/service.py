"""Group buys: who joins pays at once, into the escrow of an order of her own that waits.

The last one to join fills the group in her own transaction; the clock ends one whose time is over. A
condition on its state lets it end once, so it is never both. From then on its orders are moved in turns of so
many, each order in a transaction of its own that its state allows once: all go ahead, or all are called off
and every buyer has her money back to the last minor unit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from chalicelib.foundation import ids, paging
from chalicelib.foundation.errors import Busy, ChangedMeanwhile, DomainError
from chalicelib.foundation.money import Money
from chalicelib.foundation.observability import log
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.errors import ListingNotFound, NoReduction
from chalicelib.orders import service as orders
from chalicelib.orders.gathering import service as gathering
from chalicelib.promotions import service as promotions
from chalicelib.social.errors import GroupJoined, GroupNotFound, GroupOver
from chalicelib.social.events import GroupTurn
from chalicelib.social.groups import models, rules
from chalicelib.social.groups.models import BegunItem, MemberItem
from chalicelib.social.groups.rules import Group, GroupState
from chalicelib.stores import service as stores
from chalicelib.stores.service import Scope

__all__ = ["Group", "Membership", "Terms"]

SWEEP_LIMIT = 50
"""The most groups of one shard that one sweep ends."""

MOST_SHOWN = 10
"""Of how many of the newest groups of goods the open ones are shown."""

_TRIES = 8
"""How often one looks again when another joins at the same moment."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What is sold how, to how many."""

    listing_id: str
    variant_id: str
    price: int
    size: int
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Membership:
    """A group, and one's own order in it."""

    group: Group
    order_id: str


def begin(store_id: str, *, person: str, terms: Terms, now: datetime) -> Group:
    """Begin a group buy. 1 read, 1 transaction of 3 items.

    Raises StoreNotFound, NotPermitted, ListingNotFound, VariantNotFound, NoReduction, GroupTooLong.
    """
    store, staff, listing = read_together(
        [*stores.wants(store_id, person), listings.listing_want(terms.listing_id)]
    )
    store = stores.checked(store, staff, person=person, scope=Scope.GOODS_EDIT)
    if listing is None or listing.store_id != store_id:
        raise ListingNotFound(field="listing_id")
    if terms.price >= listing.variant(terms.variant_id).price.amount:
        raise NoReduction(field="price")
    rules.refuse_long(terms.ends_at, now=now)
    group = Group(
        id=ids.new("grp"),
        store_id=store_id,
        listing_id=listing.id,
        variant_id=terms.variant_id,
        title=listing.title,
        price=Money(terms.price, store.currency),
        size=terms.size,
        ends_at=terms.ends_at,
        created_at=now,
    )
    with Transaction() as tx:
        tx.put(models.group_item(group))
        for entry in models.begun_items(group):
            tx.put(entry)
        return tx.result(group)


def show(group_id: str) -> Group:
    """A group buy, for everybody. 1 read. Raises GroupNotFound."""
    group: Group | None
    (group,) = read_together([models.group_want(group_id)])
    if group is None:
        raise GroupNotFound
    return group


def begun(store_id: str, *, person: str, limit: int, cursor: str | None) -> Page[Group]:
    """A store's group buys, the newest first. 2 reads, 1 query. Raises StoreNotFound, NotPermitted."""
    stores.permitted(store_id, person=person, scope=Scope.GOODS_READ)
    return _begun(store_id, limit=limit, cursor=cursor)


def open_for(listing_id: str, *, now: datetime) -> list[Group]:
    """The group buys of goods that one can join now, the newest first, of the last 10 that began.

    1 query, and 1 read if there are any.
    """
    last = _begun(listing_id, limit=MOST_SHOWN, cursor=None).items
    return [one for one in last if one.state is GroupState.OPEN and one.ends_at > now]


def _begun(of: str, *, limit: int, cursor: str | None) -> Page[Group]:
    within = BegunItem.sk.startswith(models.BEGUN)
    page = paging.query(BegunItem, of, within, limit=limit, cursor=cursor)
    wanted = [models.group_want(item.sk.removeprefix(models.BEGUN)) for item in page.items]
    return Page([one for one in read_together(wanted) if one] if wanted else [], page.cursor)


def join(group_id: str, *, buyer: str, address_id: str, pin: str | None, now: datetime) -> Membership:
    """Join and pay. 4 reads, 1 transaction of 11 items and 2 events at most; again when overtaken.

    Raises GroupNotFound, GroupOver, GroupJoined, Busy, and as a checkout.
    """
    for _ in range(_TRIES):
        try:
            return _join(group_id, buyer=buyer, address_id=address_id, pin=pin, now=now)
        except ChangedMeanwhile:
            continue  # another one joined
    raise Busy


def _join(group_id: str, *, buyer: str, address_id: str, pin: str | None, now: datetime) -> Membership:
    group, mine = read_together([models.group_want(group_id), models.member_want(group_id, buyer)])
    if group is None:
        raise GroupNotFound
    if mine:
        raise GroupJoined
    rules.refuse_over(group, now=now)
    selection = _selected(group, buyer, address_id, now)
    actions, still = models.joining(group)
    with Transaction() as tx:
        tx.update(models.group_key(group), actions, condition=still)
        order = gathering.place(tx, buyer, selection, pin=pin, now=now)
        tx.put(models.member_item(group.id, buyer, order.id), otherwise=GroupJoined)
        after = replace(group, joined=group.joined + 1)
        if after.joined == group.size:
            after = replace(after, state=GroupState.FILLED)
            tx.emit(GroupTurn(at=now, group_id=group.id, turn=0))
        return tx.result(Membership(after, order.id))


def _selected(group: Group, buyer: str, address_id: str, now: datetime) -> gathering.Selection:
    (found,) = read_together([listings.listing_want(group.listing_id)])
    if (listing := listings.on_sale(found)) is None:
        raise ListingNotFound
    return gathering.select(
        buyer,
        listing_id=group.listing_id,
        variant_id=group.variant_id,
        usual=listing.variant(group.variant_id).price_at(now),
        price=group.price,
        offer=promotions.at_price(
            group.id,
            store_id=group.store_id,
            title=group.title,
            listing_id=group.listing_id,
            price=group.price,
            now=now,
        ),
        address_id=address_id,
        now=now,
    )


def end_due(now: datetime) -> int:
    """End the groups that didn't fill in time; answers how many.

    For each of 4 shards a query and, if anything is due, a read; for each that is due 1 transaction.
    """
    ended = 0
    for wants in models.due_wants(now, limit=SWEEP_LIMIT):
        for group in filter(None, read_together(wants) if wants else []):
            ended += _end(group, now)
    return ended


def _end(group: Group, now: datetime) -> bool:
    if group.state is not GroupState.OPEN or group.ends_at > now:
        return False  # it ended since the index was read
    try:
        with Transaction() as tx:
            actions = models.ending(GroupState.LAPSED)
            tx.update(models.group_key(group), actions, condition=models.is_open(), otherwise=GroupOver)
            tx.emit(GroupTurn(at=now, group_id=group.id, turn=0))
        return True
    except GroupOver:
        return False  # the last one joined at the same moment
    except DomainError:
        log.exception("group not ended", extra={"group": group.id})
        return False


def go_on(told: GroupTurn, *, now: datetime) -> int:
    """Move the next orders of a group that ended; answers how many.

    1 read, 1 query, 1 read, for each order 1 transaction, and 1 of 1 item and 1 event.
    """
    (group,) = read_together([models.group_want(told.group_id)])
    if group is None or group.state is GroupState.OPEN or group.turn != told.turn:
        return 0
    members = _next(group)
    moved = 0
    for order in orders.all_of([member.order_id for member in members]) if members else []:
        move = gathering.go_ahead if group.state is GroupState.FILLED else gathering.call_off
        moved += move(order, now=now)
    if len(members) == rules.A_TURN:
        _turn(group, members[-1], now)
    return moved


def _turn(group: Group, last: MemberItem, now: datetime) -> None:
    actions, still = models.going_on(group, after=last.sk)
    with Transaction() as tx:
        tx.update(models.group_key(group), actions, condition=still)
        tx.emit(GroupTurn(at=now, group_id=group.id, turn=group.turn + 1))


def _next(group: Group) -> list[MemberItem]:
    start = group.after + "\x01" if group.after else models.MEMBER
    within = MemberItem.sk.between(start, models.MEMBER + "~")
    found = paging.query(MemberItem, group.id, within, limit=rules.A_TURN, cursor=None, newest_first=False)
    return found.items
