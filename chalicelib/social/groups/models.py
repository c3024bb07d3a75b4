"""Group buys, in the social table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pynamodb.attributes import NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.foundation import clock, due
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.social.groups.rules import Group, GroupState

MEMBER = "member#"
BEGUN = "group#"
_DUE = "group"


class Due(GlobalSecondaryIndex["GroupItem"]):
    """Groups by when their time is over. Sparse: those that ended aren't in it."""

    class Meta:
        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


class GroupItem(Item):
    """A group buy. Key: its id, `group`."""

    class Meta(Item.Meta):
        table_name = table("social")

    store_id = UnicodeAttribute()
    listing_id = UnicodeAttribute()
    variant_id = UnicodeAttribute()
    title = UnicodeAttribute()
    price = NumberAttribute()
    currency = UnicodeAttribute()
    size = NumberAttribute()
    ends_at = UTCDateTimeAttribute()
    created_at = UTCDateTimeAttribute()
    joined = NumberAttribute(default=0)
    state = UnicodeAttribute()
    turn = NumberAttribute(default=0)
    after = UnicodeAttribute(null=True)
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    due = Due()

    def group(self) -> Group:
        """What the business knows of it."""
        return Group(
            id=self.pk,
            store_id=self.store_id,
            listing_id=self.listing_id,
            variant_id=self.variant_id,
            title=self.title,
            price=Money(int(self.price), self.currency),
            size=int(self.size),
            ends_at=self.ends_at,
            created_at=self.created_at,
            joined=int(self.joined),
            state=GroupState(self.state),
            turn=int(self.turn),
            after=self.after or "",
        )


class MemberItem(Item):
    """Who joined. Key: the group's id, `member#` and hers."""

    class Meta(Item.Meta):
        table_name = table("social")

    order_id = UnicodeAttribute()


class BegunItem(Item):
    """That a store began a group buy, or one of goods. Key: its or their id, `group#` and the group's."""

    class Meta(Item.Meta):
        table_name = table("social")


def begun_items(group: Group) -> tuple[BegunItem, ...]:
    """A group's entry with its store, and with its goods. Ids ascend, so entries do too as they begin."""
    return tuple(BegunItem(pk=of, sk=BEGUN + group.id) for of in (group.store_id, group.listing_id))


def group_item(group: Group) -> GroupItem:
    """A new group as it is stored, in the clock's hands."""
    return GroupItem(
        pk=group.id,
        sk="group",
        store_id=group.store_id,
        listing_id=group.listing_id,
        variant_id=group.variant_id,
        title=group.title,
        price=group.price.amount,
        currency=group.price.currency,
        size=group.size,
        ends_at=group.ends_at,
        created_at=group.created_at,
        state=group.state.value,
        due_shard=due.shard(_DUE, group.id),
        due_at=clock.stamp(group.ends_at),
    )


def group_want(group_id: str) -> Want[Group]:
    """A group to be read."""
    return Want(GroupItem, group_id, "group", GroupItem.group)


def group_key(group: Group) -> GroupItem:
    """The item to update, known by its key alone."""
    return GroupItem(pk=group.id, sk="group")


def member_item(group_id: str, person: str, order_id: str) -> MemberItem:
    """Who joined, as it is stored."""
    return MemberItem(pk=group_id, sk=MEMBER + person, order_id=order_id)


def member_want(group_id: str, person: str) -> Want[str]:
    """The order of one who joined."""
    return Want(MemberItem, group_id, MEMBER + person, lambda item: item.order_id)


def joining(group: Group) -> tuple[list[Action], Condition]:
    """The change by which one more joins, and that it is as it was read; the last one fills it."""
    still = (GroupItem.state == GroupState.OPEN.value) & (GroupItem.joined == group.joined)
    actions: list[Action] = [GroupItem.joined.set(group.joined + 1)]
    return (actions + ending(GroupState.FILLED) if group.joined + 1 == group.size else actions), still


def ending(state: GroupState) -> list[Action]:
    """The change by which a group ends."""
    item = GroupItem
    return [item.state.set(state.value), item.due_shard.remove(), item.due_at.remove()]


def is_open() -> Condition:
    """That a group hasn't ended."""
    found: Condition = GroupItem.state == GroupState.OPEN.value
    return found


def going_on(group: Group, *, after: str) -> tuple[list[Action], Condition]:
    """The change at the end of a turn, and that it wasn't made before."""
    actions: list[Action] = [GroupItem.turn.set(group.turn + 1), GroupItem.after.set(after)]
    return actions, GroupItem.turn == group.turn


def due_wants(now: datetime, *, limit: int) -> Iterator[list[Want[Group]]]:
    """Which groups' time is over, the longest first, a shard at a time. A query for each of 4 shards."""
    for keys in due.by_shard(GroupItem.due, GroupItem.due_at, _DUE, now, limit=limit):
        yield [group_want(key.pk) for key in keys]
