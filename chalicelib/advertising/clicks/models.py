"""What the advertising table holds of a campaign's days: the budget, the clicks, the auctions and the sums.

A click belongs to the day of its auction, which its token tells: so it is billed once, whenever and however
often its message comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from pynamodb.attributes import (
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
    UTCDateTimeAttribute,
)
from pynamodb.expressions.condition import Condition, size
from pynamodb.expressions.update import Action

from chalicelib.advertising.clicks.rules import Budget, By, Click, Outcome, Sums, Touch, Touched
from chalicelib.advertising.events import AdClicked, AuctionHeld, ClickFacts, ForgedClick, Participant
from chalicelib.foundation import clock
from chalicelib.foundation.tables import Item, Want, table

CLICK, AGAIN, AUCTION = "click#", "again#", "auction#"

KEPT_FORGED = timedelta(days=30)
KEPT_TOUCH = timedelta(days=35)
"""Longer than an order can be counted for a click."""

MOST_VISITORS = 5

MOST_TOUCHES = 100
"""How many of somebody's latest clicks on a store's ads are looked at."""


def day_of(campaign_id: str, day: str) -> str:
    """The partition of a campaign's day."""
    return f"{campaign_id}#{day}"


class BudgetItem(Item):
    """What is left of a day's budget. Key: the campaign's day, `budget`. None before the first click."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    left = NumberAttribute()
    spent = NumberAttribute()

    def budget(self) -> Budget:
        """In minor units."""
        return Budget(int(self.left), int(self.spent))


class ClickItem(Item):
    """A click, which says of itself what became of it. Key: the campaign's day, `click#` and its id."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    event_id = UnicodeAttribute()
    facts = JSONAttribute()
    outcome = UnicodeAttribute()
    clicked_at = UTCDateTimeAttribute()
    credited_because = UnicodeAttribute(null=True)
    who = UnicodeAttribute(null=True)

    def click(self) -> Click:
        """What the business knows of it."""
        return Click(
            facts=ClickFacts.model_validate(self.facts),
            outcome=Outcome(self.outcome),
            clicked_at=self.clicked_at,
            event_id=self.event_id,
            credited_because=self.credited_because or None,
            who=self.who or None,
        )


class AgainItem(Item):
    """A following of a link that was followed before. Key: the campaign's day, `again#`, click and event."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    clicked_at = UTCDateTimeAttribute()


class ForgedItem(Item):
    """A following of a link that we didn't give. Key: `forged#` and the day, the event's id."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    token_hash = UnicodeAttribute()
    origin = UnicodeAttribute()


class SeenItem(Item):
    """When somebody last clicked on goods. Key: `seen#` and who, the listing."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    at = UnicodeAttribute()


class RateItem(Item):
    """How many clicks came from somewhere in a minute. Key: `rate#` and where, the minute."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    clicks = NumberAttribute()


class ToldItem(Item):
    """That somebody was told what is spent. Key: `told#` and of what, the day."""

    class Meta(Item.Meta):
        table_name = table("advertising")


class TouchItem(Item):
    """A click for which an order may be counted. Key: `touch#`, who and the store, time and click."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    facts = JSONAttribute()

    def touch(self) -> Touched:
        """What may be counted for it."""
        at, _, _ = self.sk.partition("#")
        return Touched(ClickFacts.model_validate(self.facts), clock.moment(at))


class DevicesItem(Item):
    """By which visitor ids a person was here. Key: her id, `devices`."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    visitors = UnicodeSetAttribute()


class VisitorItem(Item):
    """Whose a visitor id is. Key: `visitor#` and the id, `person`."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    person_id = UnicodeAttribute()


class AuctionItem(Item):
    """An auction in which a campaign took part. Key: the campaign's day, `auction#` and its id."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    at = UTCDateTimeAttribute()
    term = UnicodeAttribute()
    text = UnicodeAttribute(null=True)
    own = JSONAttribute()
    others = JSONAttribute()


class SumsItem(Item):
    """What was counted. Key: `sums#` and the campaign; by what, the day, of what."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    impressions = NumberAttribute(default=0)
    clicks = NumberAttribute(default=0)
    visits = NumberAttribute(default=0)
    cost = NumberAttribute(default=0)
    invalid = NumberAttribute(default=0)
    written_off = NumberAttribute(default=0)
    orders = NumberAttribute(default=0)
    sales = NumberAttribute(default=0)
    refunded = NumberAttribute(default=0)
    first_orders = NumberAttribute(default=0)
    first_sales = NumberAttribute(default=0)
    first_refunded = NumberAttribute(default=0)
    linear_orders = NumberAttribute(default=0)
    linear_sales = NumberAttribute(default=0)
    linear_refunded = NumberAttribute(default=0)
    carts = NumberAttribute(default=0)
    first_carts = NumberAttribute(default=0)
    linear_carts = NumberAttribute(default=0)

    def sums(self) -> Sums:
        """As numbers."""
        return Sums(**{name: int(getattr(self, name)) for name in Sums.__slots__})


def budget_want(campaign_id: str, day: str) -> Want[Budget]:
    """What is left of a day's budget."""
    return Want(BudgetItem, day_of(campaign_id, day), "budget", BudgetItem.budget)


def budget_key(campaign_id: str, day: str) -> BudgetItem:
    """The item to update, known by its key alone."""
    return BudgetItem(pk=day_of(campaign_id, day), sk="budget")


def click_want(campaign_id: str, day: str, click_id: str) -> Want[Click]:
    """A click to be read."""
    return Want(ClickItem, day_of(campaign_id, day), CLICK + click_id, ClickItem.click)


def click_key(facts: ClickFacts) -> ClickItem:
    """The item to update, known by its key alone."""
    return ClickItem(pk=day_of(facts.campaign_id, facts.day), sk=CLICK + facts.click_id)


def seen_want(who: str, listing_id: str) -> Want[str]:
    """When somebody last clicked on goods."""
    return Want(SeenItem, f"seen#{who}", listing_id, lambda item: item.at)


def rate_want(origin: str, minute: str) -> Want[int]:
    """How many clicks came from somewhere in a minute."""
    return Want(RateItem, f"rate#{origin}", minute, lambda item: int(item.clicks))


def visitor_want(visitor: str) -> Want[str]:
    """Whose a visitor id is."""
    return Want(VisitorItem, f"visitor#{visitor}", "person", lambda item: item.person_id)


def devices_want(person_id: str) -> Want[frozenset[str]]:
    """By which visitor ids a person was here."""
    return Want(DevicesItem, person_id, "devices", lambda item: frozenset(item.visitors or ()))


def told_want(of: str, day: str) -> Want[bool]:
    """Whether it was told that day that something is spent."""
    return Want(ToldItem, f"told#{of}", day, lambda _: True)


def told_item(of: str, day: str, at: datetime) -> ToldItem:
    """That it was, as it is stored."""
    return ToldItem(pk=f"told#{of}", sk=day, expires_at=at + timedelta(days=3))


def click_item(told: AdClicked, outcome: Outcome, who: str | None) -> ClickItem:
    """A click as it is stored, and whose orders may be counted for it."""
    facts = told.facts
    return ClickItem(
        pk=day_of(facts.campaign_id, facts.day),
        sk=CLICK + facts.click_id,
        event_id=told.event_id,
        facts=facts.model_dump(),
        outcome=outcome.value,
        clicked_at=told.at,
        who=who,
    )


def again_item(told: AdClicked) -> AgainItem:
    """A link that was followed again, as it is stored."""
    facts = told.facts
    key = f"{AGAIN}{facts.click_id}#{told.event_id}"
    return AgainItem(pk=day_of(facts.campaign_id, facts.day), sk=key, clicked_at=told.at)


def forged_item(told: ForgedClick) -> ForgedItem:
    """A forged link as it is stored."""
    return ForgedItem(
        pk=f"forged#{told.at.date().isoformat()}",
        sk=told.event_id,
        token_hash=told.token_hash,
        origin=told.origin,
        expires_at=told.at + KEPT_FORGED,
    )


def seeing(who: str, listing_id: str, before: str | None, at: datetime) -> tuple[SeenItem, Condition]:
    """That somebody clicked on goods now, and that this is as it was read."""
    item = SeenItem(pk=f"seen#{who}", sk=listing_id, at=clock.stamp(at), expires_at=at + timedelta(days=1))
    return item, SeenItem.at == before if before else SeenItem.pk.does_not_exist()


def rate_change(origin: str, minute: str, *, clicks: int, at: datetime) -> tuple[RateItem, list[Action]]:
    """So many clicks more from somewhere."""
    gone = RateItem.expires_at.set(at + timedelta(days=1))
    return RateItem(pk=f"rate#{origin}", sk=minute), [RateItem.clicks.add(clicks), gone]


def touch_key(who: str, facts: ClickFacts, at: datetime) -> TouchItem:
    """A click for which an order may be counted, known by its key alone."""
    return TouchItem(pk=f"touch#{who}#{facts.store_id}", sk=f"{clock.stamp(at)}#{facts.click_id}")


def touch_item(who: str, told: AdClicked) -> TouchItem:
    """The same as it is stored."""
    item = touch_key(who, told.facts, told.at)
    item.facts, item.expires_at = told.facts.model_dump(), told.at + KEPT_TOUCH
    return item


def touches(who: str, store_id: str, *, since: datetime, until: datetime) -> list[Touched]:
    """Somebody's latest clicks on a store's ads within some time, the last first. 1 query."""
    within = TouchItem.sk.between(clock.stamp(since), clock.stamp(until) + "~")
    place = f"touch#{who}#{store_id}"
    found = TouchItem.query(place, within, limit=MOST_TOUCHES, scan_index_forward=False, consistent_read=True)
    return [item.touch() for item in found]


def one_device_more(person_id: str, visitor: str) -> tuple[DevicesItem, list[Action], Condition]:
    """The change by which a visitor id is a person's, and that there is room."""
    room = DevicesItem.pk.does_not_exist() | (size(DevicesItem.visitors) < MOST_VISITORS)
    item = DevicesItem(pk=person_id, sk="devices")
    return item, [DevicesItem.visitors.add({visitor})], room | DevicesItem.visitors.contains(visitor)


def visitor_item(visitor: str, person_id: str) -> VisitorItem:
    """Whose a visitor id is, as it is stored."""
    return VisitorItem(pk=f"visitor#{visitor}", sk="person", person_id=person_id)


def auction_item(held: AuctionHeld, own: Participant, others: list[int]) -> AuctionItem:
    """An auction as it is stored for one of the campaigns that took part."""
    return AuctionItem(
        pk=day_of(own.campaign_id, own.day),
        sk=AUCTION + held.auction_id,
        at=held.at,
        term=held.term,
        text=held.text or None,
        own=own.model_dump(),
        others=others,
    )


def sums_key(campaign_id: str, touch: Touch) -> SumsItem:
    """The item to update, known by its key alone."""
    return SumsItem(pk=f"sums#{campaign_id}", sk=f"{touch.by}#{touch.day}#{touch.of}")


def adding(sums: Sums) -> list[Action]:
    """The change that counts so much more."""
    return [
        getattr(SumsItem, name).add(getattr(sums, name)) for name in Sums.__slots__ if getattr(sums, name)
    ]


def daily(campaign_id: str, first: str, last: str, *, most: int) -> list[tuple[str, Sums]]:
    """What was counted of a campaign on each of some days. 1 query."""
    within = SumsItem.sk.between(f"{By.CAMPAIGN}#{first}", f"{By.CAMPAIGN}#{last}$")  # next after `#`
    found = SumsItem.query(f"sums#{campaign_id}", within, limit=most, consistent_read=True)
    return [(item.sk.split("#")[1], item.sums()) for item in found]


def terms(campaign_id: str, day: str, *, most: int) -> list[tuple[str, Sums]]:
    """What was counted of each search on a day, of so many at most. 1 query."""
    begins = f"{By.TERM}#{day}#"
    found = SumsItem.query(f"sums#{campaign_id}", SumsItem.sk.startswith(begins), limit=most)
    return [(item.sk.removeprefix(begins), item.sums()) for item in found]


def auctions(campaign_id: str, day: str, *, most: int) -> list[AuctionItem]:
    """The latest auctions in which a campaign took part on a day. 1 query."""
    kind = AuctionItem.sk.startswith(AUCTION)
    return list(AuctionItem.query(day_of(campaign_id, day), kind, limit=most, scan_index_forward=False))


def log_of(kind: type[Item], campaign_id: str, day: str, *, begins: str) -> Iterator[Any]:
    """All of a kind in the log of a campaign's day, page by page."""
    yield from kind.query(day_of(campaign_id, day), kind.sk.startswith(begins), page_size=100)
