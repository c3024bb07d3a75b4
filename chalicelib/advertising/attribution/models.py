"""What the advertising table holds of orders and carts that followed on clicks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from pynamodb.attributes import JSONAttribute, NumberAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.advertising.attribution.rules import Addition, Effect, Result
from chalicelib.advertising.clicks.models import KEPT_TOUCH, day_of
from chalicelib.advertising.clicks.rules import Sums, Touched
from chalicelib.advertising.events import ClickFacts
from chalicelib.foundation import clock
from chalicelib.foundation.tables import Item, Want, table

MOST_ADDITIONS = 100
"""How many of the latest lines that somebody put into her cart a click is counted for that comes late."""


class Log(StrEnum):
    """Of what a part stands in the log of a campaign's day."""

    ORDER = "order#"
    CART = "cart#"


class PartItem(Item):
    """An order's or a line's part for a click. Key: the campaign's day, of what, its id and the click's."""

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


class AdditionItem(Item):
    """A line that came into a cart, and on which clicks. Key: `added#`, whose, the store; time and line."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    path = JSONAttribute()
    edition = NumberAttribute()

    def addition(self) -> Addition:
        """What the business knows of it."""
        _, person_id, store_id = self.pk.split("#")
        at, _, line_id = self.sk.partition("#")
        path = tuple(
            Touched(ClickFacts.model_validate(facts), clock.moment(when)) for when, facts in self.path
        )
        return Addition(person_id, store_id, line_id, clock.moment(at), path, int(self.edition))


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


def part_item(log: Log, what: str, facts: ClickFacts, part: Sums) -> PartItem:
    """What an order or a line counts for a click, in its campaign's log."""
    row: dict[str, Any] = {name: value for name in Sums.__slots__ if (value := getattr(part, name))}
    return PartItem(
        pk=day_of(facts.campaign_id, facts.day),
        sk=f"{log}{what}#{facts.click_id}",
        facts=facts.model_dump(),
        part=row,
    )


def addition_key(addition: Addition) -> AdditionItem:
    """A line that came into a cart, known by its key alone."""
    pk = _additions_of(addition.person_id, addition.store_id)
    return AdditionItem(pk=pk, sk=f"{clock.stamp(addition.at)}#{addition.line_id}")


def addition_item(addition: Addition) -> AdditionItem:
    """The same as it is stored. It is forgotten with the clicks on which it may have followed."""
    item = addition_key(addition)
    item.path, item.edition = _rows(addition.path), addition.edition
    item.expires_at = addition.at + KEPT_TOUCH
    return item


def addition_want(addition: Addition) -> Want[Addition]:
    """The same, to be read."""
    key = addition_key(addition)
    return Want(AdditionItem, key.pk, key.sk, AdditionItem.addition)


def additions(person_id: str, store_id: str, *, since: datetime, until: datetime) -> list[Addition]:
    """The latest lines of a store that somebody put into her cart within some time. 1 query."""
    within = AdditionItem.sk.between(clock.stamp(since), clock.stamp(until) + "~")
    found = AdditionItem.query(
        _additions_of(person_id, store_id),
        within,
        limit=MOST_ADDITIONS,
        scan_index_forward=False,
        consistent_read=True,
    )
    return [item.addition() for item in found]


def following(before: Addition, after: Sequence[Touched]) -> tuple[list[Action], Condition]:
    """The change by which a line follows on other clicks, and that it is still as it was read."""
    actions: list[Action] = [
        AdditionItem.path.set(_rows(after)),
        AdditionItem.edition.set(before.edition + 1),
    ]
    return actions, AdditionItem.edition == before.edition


def _additions_of(person_id: str, store_id: str) -> str:
    return f"added#{person_id}#{store_id}"


def _rows(path: Sequence[Touched]) -> list[list[Any]]:
    return [[clock.stamp(touch.at), touch.facts.model_dump()] for touch in path]
