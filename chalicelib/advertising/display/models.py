"""What the advertising table holds of display ads: creatives, impressions, caps, profiles and sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.advertising.clicks.models import day_of
from chalicelib.advertising.display.events import Impression, ServedAd
from chalicelib.advertising.display.rules import (
    LOOKED_AT_WITHIN,
    Creative,
    DisplaySum,
    Outcome,
    Placement,
    Profile,
)
from chalicelib.foundation import clock
from chalicelib.foundation.tables import Item, Want, table

CREATIVE, SHOWN, SERVED = "creative#", "shown#", "served#"
KEPT = timedelta(days=40)
"""For how long each impression is kept, so that reports can be counted anew."""


class CreativeItem(Item):
    """A creative. Key: its campaign's id, `creative#` and its own, which is its ad group's."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    facts = JSONAttribute()

    def creative(self) -> Creative:
        """What the business knows of it."""
        return Creative(**{**self.facts, "placement": Placement(self.facts["placement"])})


class ImpressionItem(Item):
    """An impression, once. Key: the campaign's day, `shown#` and its id."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    creative_id = UnicodeAttribute()
    outcome = UnicodeAttribute()
    micro = NumberAttribute()


class ServedItem(Item):
    """An ad that was served, once. Key: the campaign's day, `served#` and its impression's id."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    creative_id = UnicodeAttribute()


class CapItem(Item):
    """How often a browser was shown a creative on a day. Key: `cap#` and the browser, day and creative."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    times = NumberAttribute()


class CarryItem(Item):
    """What a campaign's impressions cost and isn't debited yet. Key: its id, `carry`."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    micro = NumberAttribute()


class ProfileItem(Item):
    """What is remembered of a visitor who agreed. Key: `profile#` and her id, `profile`."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    stores = JSONAttribute()

    def profile(self) -> Profile:
        """What the business knows of it."""
        return Profile({store_id: clock.moment(at) for store_id, at in self.stores.items()})


class DisplaySumItem(Item):
    """A campaign's day, or a creative's. Key: `display#` and the campaign, day `#` creative (none: all)."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    impressions = NumberAttribute(default=0)
    micro = NumberAttribute(default=0)
    debited = NumberAttribute(default=0)
    capped = NumberAttribute(default=0)
    written_off = NumberAttribute(default=0)
    served = NumberAttribute(default=0)

    def sum(self) -> DisplaySum:
        """What the business knows of it."""
        day, _, creative_id = self.sk.partition("#")
        return DisplaySum(
            day,
            creative_id,
            int(self.impressions),
            int(self.micro),
            int(self.debited),
            int(self.capped),
            int(self.written_off),
            int(self.served),
        )


def creative_item(creative: Creative) -> CreativeItem:
    """A creative as it is stored."""
    facts = asdict(creative) | {"placement": creative.placement.value}
    return CreativeItem(pk=creative.campaign_id, sk=CREATIVE + creative.id, facts=facts)


def creative_want(campaign_id: str, creative_id: str) -> Want[Creative]:
    """A creative to be read."""
    return Want(CreativeItem, campaign_id, CREATIVE + creative_id, CreativeItem.creative)


def impression_want(one: Impression) -> Want[str]:
    """What became of an impression."""
    place = day_of(one.campaign_id, one.day)
    return Want(ImpressionItem, place, SHOWN + one.id, lambda item: str(item.outcome))


def impression_item(one: Impression, outcome: Outcome, micro: int, at: datetime) -> ImpressionItem:
    """An impression as it is stored."""
    return ImpressionItem(
        pk=day_of(one.campaign_id, one.day),
        sk=SHOWN + one.id,
        creative_id=one.creative_id,
        outcome=outcome.value,
        micro=micro if outcome is Outcome.BILLED else 0,
        expires_at=at + KEPT,
    )


def impressions_of(campaign_id: str, day: str) -> Sequence[ImpressionItem]:
    """All impressions of a campaign's day, page by page: for counting anew."""
    place = day_of(campaign_id, day)
    return list(ImpressionItem.query(place, ImpressionItem.sk.startswith(SHOWN), page_size=100))


def served_want(one: ServedAd) -> Want[str]:
    """That an ad is known to be served, and which."""
    place = day_of(one.campaign_id, one.day)
    return Want(ServedItem, place, SERVED + one.id, lambda item: str(item.creative_id))


def served_item(one: ServedAd, at: datetime) -> ServedItem:
    """An ad that was served, as it is stored."""
    return ServedItem(
        pk=day_of(one.campaign_id, one.day),
        sk=SERVED + one.id,
        creative_id=one.creative_id,
        expires_at=at + KEPT,
    )


def served_of(campaign_id: str, day: str) -> Sequence[ServedItem]:
    """All served ads of a campaign's day, page by page: for counting anew."""
    place = day_of(campaign_id, day)
    return list(ServedItem.query(place, ServedItem.sk.startswith(SERVED), page_size=100))


def cap_want(visitor: str, day: str, creative_id: str) -> Want[int]:
    """How often a browser was shown a creative on a day."""
    return Want(CapItem, f"cap#{visitor}", f"{day}#{creative_id}", lambda item: int(item.times))


def capping(
    visitor: str, day: str, creative_id: str, *, times: int, before: int, at: datetime
) -> tuple[CapItem, list[Action], Condition]:
    """So many times more, and that nobody counted since it was read. It is forgotten two days later."""
    item = CapItem(pk=f"cap#{visitor}", sk=f"{day}#{creative_id}")
    gone = CapItem.expires_at.set(at + timedelta(days=2))
    unchanged = CapItem.times == before if before else CapItem.times.does_not_exist()
    return item, [CapItem.times.add(times), gone], unchanged


def carry_want(campaign_id: str) -> Want[int]:
    """What isn't debited yet."""
    return Want(CarryItem, campaign_id, "carry", lambda item: int(item.micro))


def carrying(campaign_id: str, *, before: int | None, after: int) -> tuple[CarryItem, Condition]:
    """What is carried on, and that it was as it was read: so of two bills at one instant one begins anew."""
    item = CarryItem(pk=campaign_id, sk="carry", micro=after)
    return item, CarryItem.pk.does_not_exist() if before is None else CarryItem.micro == before


def profile_want(visitor: str) -> Want[Profile]:
    """What is remembered of a visitor."""
    return Want(ProfileItem, f"profile#{visitor}", "profile", ProfileItem.profile)


def profile_item(visitor: str, profile: Profile, at: datetime) -> ProfileItem:
    """A profile as it is stored; it is forgotten by itself."""
    seen = {store_id: clock.stamp(when) for store_id, when in profile.stores.items()}
    return ProfileItem(pk=f"profile#{visitor}", sk="profile", stores=seen, expires_at=at + LOOKED_AT_WITHIN)


def sum_key(campaign_id: str, day: str, creative_id: str = "") -> DisplaySumItem:
    """The item to update, known by its key alone."""
    return DisplaySumItem(pk=f"display#{campaign_id}", sk=f"{day}#{creative_id}")


def adding(one: DisplaySum) -> list[Action]:
    """The change that counts so much more."""
    told = ("impressions", "micro", "debited", "capped", "written_off", "served")
    return [getattr(DisplaySumItem, name).add(getattr(one, name)) for name in told if getattr(one, name)]
