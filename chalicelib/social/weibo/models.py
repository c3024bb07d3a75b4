"""A store's accounts on channels, in the social table."""

from __future__ import annotations

from datetime import datetime, timedelta

from pynamodb.attributes import UnicodeAttribute, UTCDateTimeAttribute

from chalicelib.foundation.tables import Item, Want, table

ASKED_FOR = timedelta(minutes=10)
"""How long somebody may take to consent."""


class ConnectionItem(Item):
    """A store's account on a channel. Key: the store's id, `channel#` and its name. The token is sealed."""

    class Meta(Item.Meta):
        table_name = table("social")

    account = UnicodeAttribute()
    token = UnicodeAttribute()
    good_until = UTCDateTimeAttribute()
    by = UnicodeAttribute()


class AskedItem(Item):
    """That a consent was asked for. Key: `state#` and what came back must say, `asked`."""

    class Meta(Item.Meta):
        table_name = table("social")

    store_id = UnicodeAttribute()
    by = UnicodeAttribute()
    until = UTCDateTimeAttribute()


def connection_want(store_id: str) -> Want[ConnectionItem]:
    """A store's account on Weibo."""
    return Want(ConnectionItem, store_id, "channel#weibo", lambda item: item)


def connection_key(store_id: str) -> ConnectionItem:
    """The item to update or delete, known by its key alone."""
    return ConnectionItem(pk=store_id, sk="channel#weibo")


def asked_item(state: str, *, store_id: str, by: str, now: datetime) -> AskedItem:
    """That a consent is asked for now."""
    until = now + ASKED_FOR
    return AskedItem(
        pk=f"state#{state}",
        sk="asked",
        store_id=store_id,
        by=by,
        until=until,
        expires_at=until + timedelta(days=1),
    )


def asked_want(state: str) -> Want[AskedItem]:
    """That a consent was asked for."""
    return Want(AskedItem, f"state#{state}", "asked", lambda item: item)


def asked_key(state: str) -> AskedItem:
    """The item to delete, known by its key alone."""
    return AskedItem(pk=f"state#{state}", sk="asked")
