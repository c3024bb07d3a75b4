"""The shipping table: parcels on their way, and what was told of each.

All of a parcel is in one partition, `track#` with the courier and the number: the parcel itself under
`track`, each piece of news under `news#` and its id, which so can't be stored twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
    UTCDateTimeAttribute,
)
from pynamodb.expressions.condition import Condition, size
from pynamodb.expressions.update import Action
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.foundation import clock, due
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.shipping.couriers.rules import Place
from chalicelib.shipping.records.rules import Lane
from chalicelib.shipping.tracking.rules import MOST_NEWS, MOST_ORDERS, News, Proof, Status, Track

_NEWS = "news#"
_DUE = "track"


class Silent(GlobalSecondaryIndex["TrackItem"]):
    """Parcels by when they are given up. Sparse: those whose way has ended aren't in it, nor news."""

    class Meta:
        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


class TrackItem(Item):
    """A parcel on its way, or a piece of news of it: one query reads both."""

    class Meta(Item.Meta):
        table_name = table("shipping")

    status = UnicodeAttribute()
    code = UnicodeAttribute(null=True)
    at = UTCDateTimeAttribute(null=True)
    place = UnicodeAttribute(null=True)
    courier = UnicodeAttribute(null=True)
    number = UnicodeAttribute(null=True)
    store_id = UnicodeAttribute(null=True)
    orders = UnicodeSetAttribute(null=True)
    service = UnicodeAttribute(null=True)
    origin = UnicodeAttribute(null=True)
    region = UnicodeAttribute(null=True)
    country = UnicodeAttribute(null=True)
    rural = BooleanAttribute(null=True)
    shipped_at = UTCDateTimeAttribute(null=True)
    promised_days = NumberAttribute(null=True)
    possessed_at = UTCDateTimeAttribute(null=True)
    attempted_at = UTCDateTimeAttribute(null=True)
    delivered_at = UTCDateTimeAttribute(null=True)
    damaged = BooleanAttribute(null=True)
    booking_id = UnicodeAttribute(null=True)
    proof = JSONAttribute(null=True)
    news = NumberAttribute(null=True)
    version = NumberAttribute(null=True)
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    silent = Silent()

    def track(self) -> Track:
        """What is known of the parcel."""
        return Track(
            courier=self.courier,
            number=self.number,
            lane=Lane(
                self.service,
                Place(self.country, self.origin),
                Place(self.country, self.region, bool(self.rural)),
            ),
            orders=frozenset(self.orders or ()),
            shipped_at=self.shipped_at,
            promised_days=int(self.promised_days),
            status=Status(self.status),
            status_at=self.at,
            possessed_at=self.possessed_at,
            attempted_at=self.attempted_at,
            delivered_at=self.delivered_at,
            damaged=bool(self.damaged),
            booking_id=self.booking_id,
            proof=_proof(self.proof),
            news=int(self.news),
            version=int(self.version),
        )

    def told(self) -> News:
        """The piece of news."""
        return News(
            news_id=self.sk.removeprefix(_NEWS),
            status=Status(self.status),
            code=self.code,
            at=self.at,
            place=self.place or "",
            proof=_proof(self.proof),
        )


def _proof(row: dict[str, str] | None) -> Proof | None:
    if row is None:
        return None
    return Proof(datetime.fromisoformat(row["at"]), row["received_by"], row["photo_url"])


def _stored(proof: Proof | None) -> dict[str, str] | None:
    if proof is None:
        return None
    return {"at": proof.at.isoformat(), "received_by": proof.received_by, "photo_url": proof.photo_url}


def track_want(courier: str, number: str) -> Want[Track]:
    """A parcel to be read."""
    return Want(TrackItem, _pk(courier, number), "track", TrackItem.track)


def track_key(courier: str, number: str) -> TrackItem:
    """The item to update, known by its key alone."""
    return TrackItem(pk=_pk(courier, number), sk="track")


def news_item(track: Track, news: News) -> TrackItem:
    """A piece of news as it is stored."""
    return TrackItem(
        pk=_pk(track.courier, track.number),
        sk=_NEWS + news.news_id,
        status=news.status.value,
        code=news.code,
        at=news.at,
        place=news.place or None,
        proof=_stored(news.proof),
    )


def joining(track: Track, store_id: str) -> tuple[list[Action], Condition]:
    """The change that makes a parcel of an order, or puts the order into one that another order made.

    Only orders of one store with one destination travel together, and only before it has come.
    """
    item = TrackItem
    lane = track.lane
    once: list[tuple[Any, Any]] = [
        (item.status, track.status.value),
        (item.courier, track.courier),
        (item.number, track.number),
        (item.store_id, store_id),
        (item.service, lane.service),
        (item.origin, lane.origin.region),
        (item.region, lane.destination.region),
        (item.country, lane.destination.country),
        (item.rural, lane.destination.rural),
        (item.shipped_at, track.shipped_at),
        (item.promised_days, track.promised_days),
        (item.news, 0),
        (item.due_shard, _shard_of(track)),
        (item.due_at, _due(track)),
    ]
    if track.booking_id:
        once.append((item.booking_id, track.booking_id))
    actions = [attribute.set(attribute | value) for attribute, value in once]
    actions.append(item.version.add(1))
    if track.orders:
        actions.append(item.orders.add(set(track.orders)))
    together = (
        (item.store_id == store_id)
        & (item.service == lane.service)
        & (item.region == lane.destination.region)
        & item.delivered_at.does_not_exist()
        & (size(item.orders) < MOST_ORDERS)
    )
    alone = item.pk.does_not_exist()
    return actions, alone if track.booking_id else alone | (together & item.booking_id.does_not_exist())


def moving(before: Track, after: Track) -> tuple[list[Action], Condition]:
    """The change that notes what is known now, and that nobody noted anything since it was read."""
    item = TrackItem
    values: list[tuple[Any, Any, Any]] = [
        (item.status, before.status.value, after.status.value),
        (item.at, before.status_at, after.status_at),
        (item.possessed_at, before.possessed_at, after.possessed_at),
        (item.attempted_at, before.attempted_at, after.attempted_at),
        (item.delivered_at, before.delivered_at, after.delivered_at),
        (item.damaged, before.damaged, after.damaged),
        (item.proof, _stored(before.proof), _stored(after.proof)),
        (item.news, before.news, after.news),
        (item.version, before.version, after.version),
    ]
    values += [(item.due_at, _due(before), _due(after))]
    values += [(item.due_shard, _shard_of(before), _shard_of(after))]
    actions = [
        attribute.remove() if new is None else attribute.set(new)
        for attribute, old, new in values
        if new != old
    ]
    return actions, item.version == before.version


def all_of(courier: str, number: str) -> tuple[Track | None, Sequence[News]]:
    """A parcel and all that was told of it, the latest first. 1 query."""
    found = list(TrackItem.query(_pk(courier, number), consistent_read=True, limit=MOST_NEWS + 1))
    tracks = [item.track() for item in found if item.sk == "track"]
    news = [item.told() for item in found if item.sk.startswith(_NEWS)]
    return (tracks[0] if tracks else None), sorted(news, key=_time, reverse=True)


def silent(now: datetime, *, limit: int) -> list[tuple[str, str]]:
    """The courier and number of parcels to be given up, the longest silent first. 4 queries."""
    found = due.by_shard(TrackItem.silent, TrackItem.due_at, _DUE, now, limit=limit)
    split = [key.pk.split("#") for keys in found for key in keys]
    return [(courier, number) for _, courier, number in split]


def _due(track: Track) -> str | None:
    return clock.stamp(track.given_up_at) if track.given_up_at else None


def _shard_of(track: Track) -> str | None:
    return due.shard(_DUE, track.number) if track.given_up_at else None


def _time(news: News) -> tuple[datetime, str]:
    return news.at, news.news_id


def _pk(courier: str, number: str) -> str:
    return f"track#{courier}#{number}"
