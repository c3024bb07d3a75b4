"""What the advertising table holds of orders that followed on clicks."""

from __future__ import annotations

from typing import Any

from pynamodb.attributes import JSONAttribute, NumberAttribute
from pynamodb.expressions.condition import Condition

from chalicelib.advertising.attribution.rules import Effect, Result
from chalicelib.advertising.clicks.models import day_of
from chalicelib.advertising.clicks.rules import Sums
from chalicelib.advertising.events import ClickFacts
from chalicelib.foundation.tables import Item, Want, table

ORDER = "order#"


class OrderItem(Item):
    """An order's part for a click. Key: the campaign's day, `order#`, its id and the click's."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    facts = JSONAttribute()
    part = JSONAttribute()

    def told(self) -> ClickFacts:
        """The click."""
        return ClickFacts.model_validate(self.facts)

    def sums(self) -> Sums:
        """What it counts for the click."""
        return Sums(**self.part)


class EffectItem(Item):
    """On which clicks an order followed, and what is counted. Key: `effect#` and the order, `effect`."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    path = JSONAttribute()
    orders = NumberAttribute()
    sales = NumberAttribute()
    refunded = NumberAttribute()

    def effect(self) -> Effect:
        """What the business knows of it."""
        facts = tuple(map(ClickFacts.model_validate, self.path))
        return Effect(facts, Result(int(self.orders), int(self.sales), int(self.refunded)))


def effect_want(order_id: str) -> Want[Effect]:
    """For which clicks an order was counted."""
    return Want(EffectItem, f"effect#{order_id}", "effect", EffectItem.effect)


def effect_item(order_id: str, before: Effect | None, after: Effect) -> tuple[EffectItem, Condition]:
    """What an order counts for, and that it is still counted as it was read."""
    result = after.result
    item = EffectItem(
        pk=f"effect#{order_id}",
        sk="effect",
        path=[facts.model_dump() for facts in after.path],
        orders=result.orders,
        sales=result.sales,
        refunded=result.refunded,
    )
    if before is None:
        return item, EffectItem.pk.does_not_exist()
    was = before.result
    return item, (
        (EffectItem.orders == was.orders)
        & (EffectItem.sales == was.sales)
        & (EffectItem.refunded == was.refunded)
    )


def order_item(order_id: str, facts: ClickFacts, part: Sums) -> OrderItem:
    """The same of one click, in its campaign's log."""
    row: dict[str, Any] = {name: value for name in Sums.__slots__ if (value := getattr(part, name))}
    return OrderItem(
        pk=day_of(facts.campaign_id, facts.day),
        sk=f"{ORDER}{order_id}#{facts.click_id}",
        facts=facts.model_dump(),
        part=row,
    )
