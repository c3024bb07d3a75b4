"""The figures and the log of what they are made of, as the insights table keeps them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, Self

from pynamodb.attributes import BinaryAttribute, JSONAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.operand import Path
from pynamodb.expressions.update import Action
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex

from chalicelib.foundation import ids
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.insights.counting.rules import DAY, GOODS, LIVE, MINUTE, SHARDS, Batch, Figure, Step
from chalicelib.insights.events import Seen
from chalicelib.insights.sketches import rules as sketches

LOG_SHARDS = 16
KEPT = timedelta(days=35)
"""How long the log is kept: longer than a message can come again from the dead letters."""


class CountsItem(Item):
    """Counts by name. Key: `day#` or `minute#`, the store and a shard; when.

    Which names there are, `counting/rules.py` says: what isn't counted yet has no attribute.
    """

    class Meta(Item.Meta):
        table_name = table("insights")

    counts: Counter[str]

    @classmethod
    def from_raw_data(cls, data: dict[str, Any]) -> Self:
        """What is stored, with all its numbers."""
        item = super().from_raw_data(data)
        item.counts = Counter(
            {name: int(told["N"]) for name, told in data.items() if "N" in told and name != "expires_at"}
        )
        return item


class ByLooks(GlobalSecondaryIndex["GoodsItem"]):
    """A store's goods in a day or a month by how often they were looked at."""

    class Meta:
        index_name = "by_looks"
        projection = AllProjection()

    period = UnicodeAttribute(hash_key=True)
    looks = NumberAttribute(range_key=True)


class BySales(GlobalSecondaryIndex["GoodsItem"]):
    """A store's goods in a day or a month by what they sold for."""

    class Meta:
        index_name = "by_sales"
        projection = AllProjection()

    period = UnicodeAttribute(hash_key=True)
    sales = NumberAttribute(range_key=True)


class GoodsItem(Item):
    """Counts of goods. Key: `goods#`, the store and the day or month; the listing."""

    class Meta(Item.Meta):
        table_name = table("insights")

    period = UnicodeAttribute()
    looks = NumberAttribute(default=0)
    carts = NumberAttribute(default=0)
    sold = NumberAttribute(default=0)
    sales = NumberAttribute(default=0)
    by_looks = ByLooks()
    by_sales = BySales()

    def counts(self) -> Counter[str]:
        """By name."""
        told = {name: int(getattr(self, name)) for name in ("looks", "carts", "sold", "sales")}
        return Counter({name: count for name, count in told.items() if count})


def goods_want(store_id: str, period: str, listing_id: str) -> Want[int]:
    """How many pieces of goods were sold in a day or month, to be read."""
    return Want(GoodsItem, f"goods#{store_id}#{period}", listing_id, lambda item: int(item.sold))


class SketchItem(Item):
    """Who came how far in a period. Key: `people#`, the store and a shard; the period."""

    class Meta(Item.Meta):
        table_name = table("insights")

    version = NumberAttribute()
    visitor = BinaryAttribute(legacy_encoding=False, null=True)
    listing = BinaryAttribute(legacy_encoding=False, null=True)
    cart = BinaryAttribute(legacy_encoding=False, null=True)
    checkout = BinaryAttribute(legacy_encoding=False, null=True)
    paid = BinaryAttribute(legacy_encoding=False, null=True)

    def sketches(self) -> dict[Step, bytes]:
        """Each step's."""
        found = {step: getattr(self, step.value) for step in Step}
        return {step: sketches.unpacked(stored) for step, stored in found.items() if stored}


class LogItem(Item):
    """A batch that is counted. Key: `log#`, the store and a shard; the batch."""

    class Meta(Item.Meta):
        table_name = table("insights")

    visitor = UnicodeAttribute()
    channel = UnicodeAttribute()
    country = UnicodeAttribute()
    robot = NumberAttribute()
    seen = JSONAttribute()

    def batch(self) -> Batch:
        """What the business knows of it."""
        seen = tuple(Seen.model_validate(one) for one in self.seen)
        return Batch(self.sk, self.visitor, self.channel, self.country, bool(self.robot), seen)


def _log_pk(store_id: str, batch_id: str) -> str:
    return f"log#{store_id}#{ids.shard(batch_id, LOG_SHARDS)}"


def logged_want(store_id: str, batch_id: str) -> Want[bool]:
    """Whether a batch is counted, to be read."""
    return Want(LogItem, _log_pk(store_id, batch_id), batch_id, lambda _: True)


def log_item(store_id: str, batch: Batch, *, now: datetime) -> LogItem:
    """A batch as it is stored."""
    return LogItem(
        pk=_log_pk(store_id, batch.id),
        sk=batch.id,
        visitor=batch.visitor,
        channel=batch.channel,
        country=batch.country,
        robot=int(batch.robot),
        seen=[one.model_dump(mode="json", exclude_defaults=True) for one in batch.seen],
        expires_at=now + KEPT,
    )


def log_of(store_id: str) -> Iterator[Batch]:
    """All that is in a store's log, page by page."""
    for shard in range(LOG_SHARDS):
        for item in LogItem.query(f"log#{store_id}#{shard}", page_size=100):
            yield item.batch()


def change_of(
    store_id: str, figure: Figure, counts: Mapping[str, int], *, shard: int, now: datetime
) -> tuple[Item, list[Action]]:
    """The item of some figures, and what adds to it."""
    adding: list[Action] = [Path(name).add(count) for name, count in sorted(counts.items())]
    if figure.kind == GOODS:
        period = goods_pk(store_id, figure.when)
        # An index has only what has both its keys: what was never looked at is looked at 0 times.
        absent = [Path(name).add(0) for name in ("looks", "sales") if name not in counts]
        return GoodsItem(pk=period, sk=figure.of), [*adding, *absent, GoodsItem.period.set(period)]
    if figure.kind == MINUTE:
        adding.append(CountsItem.expires_at.set(now + 2 * LIVE))
    return CountsItem(pk=counts_pk(figure.kind, store_id, shard), sk=figure.when), adding


def goods_pk(store_id: str, period: str) -> str:
    """The key under which the goods of a day or month are counted."""
    return f"goods#{store_id}#{period}"


def counts_pk(kind: str, store_id: str, shard: int) -> str:
    """The partition of a store's days or minutes."""
    return f"{kind}#{store_id}#{shard}"


def counts_between(kind: str, store_id: str, first: str, last: str) -> dict[str, Counter[str]]:
    """A store's counts by when, from the first to the last. A query for each of 4 shards."""
    found: dict[str, Counter[str]] = {}
    for shard in range(SHARDS):
        within = CountsItem.sk.between(first, last)
        for item in CountsItem.query(counts_pk(kind, store_id, shard), within):
            found.setdefault(item.sk, Counter()).update(item.counts)
    return found


def days_between(store_id: str, first: str, last: str) -> dict[str, Counter[str]]:
    """A store's days. 4 queries."""
    return counts_between(DAY, store_id, first, last)


def people_want(store_id: str, period: str, shard: int) -> Want[SketchItem]:
    """Who came how far in a period, to be read: one of its shards."""
    return Want(SketchItem, f"people#{store_id}#{shard}", period, lambda item: item)


def people_wants(store_id: str, period: str) -> list[Want[SketchItem]]:
    """All of its shards."""
    return [people_want(store_id, period, shard) for shard in range(SHARDS)]


def people_item(
    store_id: str, period: str, shard: int, before: SketchItem | None, after: Mapping[Step, bytes]
) -> tuple[SketchItem, Condition]:
    """The sketches as they are stored now, and that nobody came between."""
    item = SketchItem(
        pk=f"people#{store_id}#{shard}",
        sk=period,
        version=(int(before.version) if before else 0) + 1,
    )
    for step, sketch in after.items():
        setattr(item, step.value, sketches.packed(sketch))
    if before is None:
        return item, SketchItem.pk.does_not_exist()
    return item, SketchItem.version == before.version


def counted(found: Iterable[SketchItem | None]) -> dict[Step, int]:
    """How many people came how far, by the sketches of all shards and periods that are given."""
    by_step: dict[Step, list[bytes]] = {step: [] for step in Step}
    for item in found:
        for step, sketch in item.sketches().items() if item else ():
            by_step[step].append(sketch)
    return {step: sketches.estimate(sketches.merged(some)) for step, some in by_step.items()}
