"""What orders count for, who came to which checkout, and buyers' months, in the insights table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta

from pynamodb.attributes import BooleanAttribute, JSONAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.operand import Path
from pynamodb.expressions.update import Action

from chalicelib.foundation.tables import Item, Want, table
from chalicelib.insights.buying.rules import MONTHS, Effect
from chalicelib.insights.counting.models import CountsItem

_KEPT_CAME = timedelta(days=35)


class EffectItem(Item):
    """What an order counts for. Key: `checkout#` and its checkout, `order#` and its id."""

    class Meta(Item.Meta):
        table_name = table("insights")

    store_id = UnicodeAttribute()
    sale = BooleanAttribute()
    refunded = NumberAttribute()
    channel = UnicodeAttribute()

    def effect(self) -> Effect:
        """What the business knows of it."""
        return Effect(self.sale, int(self.refunded), self.channel)


class CameItem(Item):
    """Over which channel somebody came to a checkout. Key: `checkout#` and its id, `came#` and the store."""

    class Meta(Item.Meta):
        table_name = table("insights")

    channel = UnicodeAttribute()


class BuyerItem(Item):
    """How many orders of a buyer's are sales, by month. Key: `buyer#` and the store, her id."""

    class Meta(Item.Meta):
        table_name = table("insights")

    months = JSONAttribute()
    version = NumberAttribute()


def effect_want(checkout_id: str, order_id: str) -> Want[Effect]:
    """What an order counts for."""
    return Want(EffectItem, f"checkout#{checkout_id}", f"order#{order_id}", EffectItem.effect)


def came_want(checkout_id: str, store_id: str) -> Want[str]:
    """Over which channel somebody came."""
    return Want(CameItem, f"checkout#{checkout_id}", f"came#{store_id}", lambda item: item.channel)


def buyer_want(store_id: str, buyer_id: str) -> Want[BuyerItem]:
    """A buyer's months."""
    return Want(BuyerItem, f"buyer#{store_id}", buyer_id, lambda item: item)


def effect_item(
    store_id: str, checkout_id: str, order_id: str, before: Effect | None, after: Effect
) -> tuple[EffectItem, Condition]:
    """What an order counts for now, and that it still counted as it was read."""
    item = EffectItem(
        pk=f"checkout#{checkout_id}",
        sk=f"order#{order_id}",
        store_id=store_id,
        sale=after.sale,
        refunded=after.refunded,
        channel=after.channel,
    )
    if before is None:
        return item, EffectItem.pk.does_not_exist()
    same = (EffectItem.sale == before.sale) & (EffectItem.refunded == before.refunded)
    return item, same & (EffectItem.channel == before.channel)


def came_item(checkout_id: str, store_id: str, channel: str, *, now: datetime) -> CameItem:
    """Over which channel somebody came, as it is stored."""
    return CameItem(
        pk=f"checkout#{checkout_id}", sk=f"came#{store_id}", channel=channel, expires_at=now + _KEPT_CAME
    )


def not_come(checkout_id: str, store_id: str) -> tuple[CameItem, Condition]:
    """That nobody told yet how one came."""
    return CameItem(pk=f"checkout#{checkout_id}", sk=f"came#{store_id}"), CameItem.pk.does_not_exist()


def orders_of(checkout_id: str, store_id: str) -> list[str]:
    """The orders of a checkout in a store that are counted. 1 query of at most 8 items."""
    found = EffectItem.query(
        f"checkout#{checkout_id}", EffectItem.sk.startswith("order#"), consistent_read=True
    )
    return [item.sk.removeprefix("order#") for item in found if item.store_id == store_id]


def buyer_item(
    store_id: str, buyer_id: str, before: BuyerItem | None, months: Mapping[str, int]
) -> tuple[BuyerItem, Condition]:
    """A buyer's months, and that nobody else changed them."""
    version = (int(before.version) if before else 0) + 1
    item = BuyerItem(pk=f"buyer#{store_id}", sk=buyer_id, months=dict(months), version=version)
    return item, BuyerItem.version == before.version if before else BuyerItem.pk.does_not_exist()


def cohort_change(store_id: str, first: str, counts: Mapping[str, int]) -> tuple[CountsItem, list[Action]]:
    """What adds to a cohort. Key: `cohort#` and the store, the month of its first purchases."""
    adding: list[Action] = [Path(name).add(count) for name, count in sorted(counts.items())]
    return CountsItem(pk=f"cohort#{store_id}", sk=first), adding


def cohorts_of(store_id: str) -> dict[str, Counter[str]]:
    """A store's newest cohorts, by month. 1 query of at most 36 items."""
    found = CountsItem.query(f"cohort#{store_id}", limit=MONTHS, scan_index_forward=False)
    return {item.sk: item.counts for item in found}
