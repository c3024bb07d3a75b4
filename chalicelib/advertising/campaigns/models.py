"""What the advertising table holds of campaigns: each with its ad groups, and a store's list of them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute, UnicodeSetAttribute
from pynamodb.expressions.condition import Condition, size
from pynamodb.expressions.update import Action
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.advertising.campaigns.rules import MOST_CAMPAIGNS, Campaign, Group, Keyword, State
from chalicelib.advertising.pacing.rules import Pacing
from chalicelib.advertising.targeting.rules import Audience, Device, Match
from chalicelib.foundation import clock, due
from chalicelib.foundation.tables import Item, Want, table

GROUP = "group#"
_DUE = "steering"

_APART = frozenset({"id", "store_id", "version", "steer_at"})
"""What of a campaign is stored beside its facts."""


class OfStore(GlobalSecondaryIndex["CampaignItem"]):
    """All of a store's campaigns, by age."""

    class Meta:
        index_name = "of_store"
        projection = AllProjection()

    store_id = UnicodeAttribute(hash_key=True)
    id = UnicodeAttribute(range_key=True)


class ByDue(GlobalSecondaryIndex["CampaignItem"]):
    """The campaigns with a target, by when their bids are found out anew."""

    class Meta:
        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


class CampaignItem(Item):
    """A campaign. Key: its id, `campaign`."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    id = UnicodeAttribute()
    store_id = UnicodeAttribute()
    facts = JSONAttribute()
    version = NumberAttribute()
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    of_store = OfStore()
    by_due = ByDue()

    def campaign(self) -> Campaign:
        """What the business knows of it."""
        row = self.facts
        told = row["audience"]
        return Campaign(
            **{
                **row,
                "state": State(row["state"]),
                "pacing": Pacing(row["pacing"]),
                "audience": Audience(
                    tuple(told["regions"]),
                    frozenset(map(Device, told["devices"])),
                    frozenset(told["hours"]),
                    frozenset(told["weekdays"]),
                ),
                "negatives": tuple(row["negatives"]),
                "negative_words": tuple(map(tuple, row["negative_words"])),
                "group_ids": tuple(row["group_ids"]),
                "created_at": clock.moment(row["created_at"]),
            },
            id=self.id,
            store_id=self.store_id,
            version=int(self.version),
            steer_at=clock.moment(self.due_at) if self.due_at else None,
        )


class GroupItem(Item):
    """An ad group. Key: its campaign's id, `group#` and its own."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    facts = JSONAttribute()

    def group(self) -> Group:
        """What the business knows of it."""
        keywords = tuple(
            Keyword(text, tuple(words), Match(match), bid)
            for text, words, match, bid in self.facts["keywords"]
        )
        listing_ids = tuple(self.facts["listing_ids"])
        return Group(self.sk.removeprefix(GROUP), self.pk, self.facts["name"], listing_ids, keywords)


class BoardItem(Item):
    """Which campaigns of a store haven't ended. Key: the store's id, `campaigns`."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    ids = UnicodeSetAttribute()


def campaign_want(campaign_id: str) -> Want[Campaign]:
    """A campaign to be read."""
    return Want(CampaignItem, campaign_id, "campaign", CampaignItem.campaign)


def group_want(campaign_id: str, group_id: str) -> Want[Group]:
    """An ad group to be read."""
    return Want(GroupItem, campaign_id, GROUP + group_id, GroupItem.group)


def campaign_key(campaign_id: str) -> CampaignItem:
    """The item to update, known by its key alone."""
    return CampaignItem(pk=campaign_id, sk="campaign")


def board_key(store_id: str) -> BoardItem:
    """The item to update, known by its key alone."""
    return BoardItem(pk=store_id, sk="campaigns")


def campaign_item(campaign: Campaign) -> CampaignItem:
    """A campaign as it is stored."""
    return CampaignItem(
        pk=campaign.id,
        sk="campaign",
        id=campaign.id,
        store_id=campaign.store_id,
        facts=_facts(campaign),
        version=campaign.version,
        due_shard=due.shard(_DUE, campaign.id) if campaign.steer_at else None,
        due_at=clock.stamp(campaign.steer_at) if campaign.steer_at else None,
    )


def changing(before: Campaign, after: Campaign) -> tuple[list[Action], Condition]:
    """The change of a campaign, and that nobody changed it since it was read."""
    item = CampaignItem
    actions: list[Action] = [item.facts.set(_facts(after)), item.version.set(after.version)]
    if after.steer_at:
        actions += [
            item.due_shard.set(due.shard(_DUE, after.id)),
            item.due_at.set(clock.stamp(after.steer_at)),
        ]
    elif before.steer_at:
        actions += [item.due_shard.remove(), item.due_at.remove()]
    return actions, item.version == before.version


def due_campaigns(now: datetime, *, limit: int) -> list[list[str]]:
    """Campaigns whose bids are to be found out anew, by shard. A query for each of 4 shards."""
    found = due.by_shard(CampaignItem.by_due, CampaignItem.due_at, _DUE, now, limit=limit)
    return [[key.pk for key in keys] for keys in found]


def _facts(campaign: Campaign) -> dict[str, Any]:
    row = asdict(campaign)
    audience = campaign.audience
    row |= {
        "state": campaign.state.value,
        "pacing": campaign.pacing.value,
        "created_at": clock.stamp(campaign.created_at),
        "audience": {
            "regions": list(audience.regions),
            "devices": sorted(one.value for one in audience.devices),
            "hours": sorted(audience.hours),
            "weekdays": sorted(audience.weekdays),
        },
    }
    return {name: value for name, value in row.items() if name not in _APART}


def group_item(group: Group) -> GroupItem:
    """An ad group as it is stored."""
    return GroupItem(
        pk=group.campaign_id,
        sk=GROUP + group.id,
        facts={
            "name": group.name,
            "listing_ids": list(group.listing_ids),
            "keywords": [[one.text, list(one.words), one.match.value, one.bid] for one in group.keywords],
        },
    )


def group_key(group: Group) -> GroupItem:
    """The item to delete, known by its key alone."""
    return GroupItem(pk=group.campaign_id, sk=GROUP + group.id)


def one_campaign_more(campaign_id: str) -> tuple[list[Action], Condition]:
    """The change of a store's list by a campaign, and that there is room."""
    room = BoardItem.pk.does_not_exist() | BoardItem.ids.does_not_exist()
    return [BoardItem.ids.add({campaign_id})], room | (size(BoardItem.ids) < MOST_CAMPAIGNS)


def one_campaign_less(campaign_id: str) -> list[Action]:
    """The change of a store's list when one ends."""
    return [BoardItem.ids.delete({campaign_id})]
