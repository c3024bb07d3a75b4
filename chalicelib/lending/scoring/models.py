"""Standings, as the lending table keeps them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.foundation import clock, due
from chalicelib.foundation.config import settings
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.lending.scoring import rules
from chalicelib.lending.scoring.rules import Characteristic, Raise, Reason, Standing

_DUE = "standing"


class Due(GlobalSecondaryIndex["StandingItem"]):
    """Sellers by when their standing is reckoned again. Sparse: who sells nothing for a year leaves it."""

    class Meta:
        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


class StandingItem(Item):
    """What a seller may borrow. Key: `seller#` and her id, `standing`."""

    class Meta(Item.Meta):
        table_name = table("lending")

    score = NumberAttribute(null=True)
    """None: it was never reckoned."""
    default_probability = NumberAttribute(null=True)
    limit = NumberAttribute(null=True)
    currency = UnicodeAttribute(null=True)
    annual_rate = NumberAttribute(null=True)
    card_version = UnicodeAttribute(null=True)
    reasons = JSONAttribute(null=True)
    raises = JSONAttribute(null=True)
    computed_at = UTCDateTimeAttribute(null=True)
    days_late = NumberAttribute(null=True)
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    due = Due()

    def standing(self) -> Standing | None:
        """What the business knows of it; None: it was never reckoned."""
        if "score" not in self.attribute_values:
            return None
        return Standing(
            score=int(self.score),
            default_probability=int(self.default_probability),
            limit=Money(int(self.limit), self.currency),
            annual_rate=int(self.annual_rate),
            card_version=self.card_version,
            reasons=tuple(Reason(one) for one in self.reasons),
            computed_at=self.computed_at,
            raises=tuple(_raise(row) for row in self.raises),
            days_late=int(self.days_late) if "days_late" in self.attribute_values else None,
        )


def _raise(row: dict[str, Any]) -> Raise:
    return Raise(**{**row, "what": Characteristic(row["what"]), "limit": Money(**row["limit"])})


def standing_key(person_id: str) -> StandingItem:
    """The item to update, known by its key alone."""
    return StandingItem(pk=_pk(person_id), sk="standing")


def standing_want(person_id: str) -> Want[Standing | None]:
    """A seller's standing to be read; None also if it was never reckoned."""
    return Want(StandingItem, _pk(person_id), "standing", StandingItem.standing)


def to_be_reckoned(person_id: str, now: datetime) -> list[Action]:
    """The change that has a seller's standing reckoned the coming night, if that wasn't to be already."""
    item, at = StandingItem, clock.stamp(_tonight(person_id, now))
    return [item.due_shard.set(due.shard(_DUE, person_id)), item.due_at.set(item.due_at | at)]


def _tonight(person_id: str, now: datetime) -> datetime:
    return rules.next_night(person_id, now, settings().time_zone)


def due_sellers(now: datetime, *, limit: int) -> list[list[str]]:
    """Whose standings are due, by shard. A query for each of 4 shards."""
    found = due.by_shard(StandingItem.due, StandingItem.due_at, _DUE, now, limit=limit)
    return [[key.pk.removeprefix("seller#") for key in keys] for keys in found]


def next_night_or_never(person_id: str, now: datetime, *, sells: bool) -> list[Action]:
    """The change that has it reckoned again the coming night, if there is anything to be reckoned."""
    item = StandingItem
    if not sells:
        return [item.due_shard.remove(), item.due_at.remove()]
    tonight = clock.stamp(_tonight(person_id, now))
    return [item.due_shard.set(due.shard(_DUE, person_id)), item.due_at.set(tonight)]


def as_read(standing: Standing | None) -> Condition:
    """That nobody reckoned since a standing was read."""
    at = StandingItem.computed_at
    return at.does_not_exist() if standing is None else at == standing.computed_at


def reckoned(standing: Standing) -> list[Action]:
    """The change that puts a standing in place of the one before."""
    item = StandingItem
    return [
        item.score.set(standing.score),
        item.default_probability.set(standing.default_probability),
        item.limit.set(standing.limit.amount),
        item.currency.set(standing.limit.currency),
        item.annual_rate.set(standing.annual_rate),
        item.card_version.set(standing.card_version),
        item.reasons.set([one.value for one in standing.reasons]),
        item.raises.set([asdict(one) for one in standing.raises]),
        item.computed_at.set(standing.computed_at),
        item.days_late.remove() if standing.days_late is None else item.days_late.set(standing.days_late),
    ]


def _pk(person_id: str) -> str:
    return f"seller#{person_id}"
