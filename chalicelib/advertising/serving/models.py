"""The index of bids in the advertising table: every bid under its key, and a key's best bids on one item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pynamodb.attributes import JSONAttribute, NumberAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.advertising.campaigns.rules import Campaign, Group, Keyword
from chalicelib.advertising.quality.rules import Shown
from chalicelib.advertising.targeting import rules as targeting
from chalicelib.advertising.targeting.rules import Match, Words
from chalicelib.foundation.tables import Item, Want, table

_HIGHEST = 10**11
TOP = "top"
"""The sort key of a key's best bids; bids begin with a digit and so lie before it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A bid as the index tells of it: all that must be known to read the rest at once."""

    campaign_id: str
    group_id: str
    store_id: str
    owner_id: str
    time_zone: str
    match: Match
    words: Words
    bid: int
    listing_ids: tuple[str, ...]

    @property
    def keyword(self) -> str:
        """What reports call it."""
        return f"{self.match} {' '.join(self.words)}"


@dataclass(frozen=True, slots=True)
class Top:
    """The best bids under a key, and how often that was found out."""

    entries: tuple[Entry, ...] = ()
    edition: int = 0


class BidItem(Item):
    """A bid. Key: `bids#`, the currency and the keyword's key; the bid, the highest first, and whose."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    entry = JSONAttribute()

    def told(self) -> Entry:
        """What the index tells of it."""
        return _entry(self.entry)


class TopItem(Item):
    """The best bids under a key. Key: as theirs, `top`."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    entries = JSONAttribute()
    edition = NumberAttribute()

    def top(self) -> Top:
        """What is under the key."""
        return Top(tuple(map(_entry, self.entries)), int(self.edition))


class ShownItem(Item):
    """How often an ad of some goods was looked at and clicked. Key: `ad#` and the listing, `shown`."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    looks = NumberAttribute(default=0)
    clicks = NumberAttribute(default=0)

    def shown(self) -> Shown:
        """What quality is made of."""
        return Shown(int(self.looks), int(self.clicks))


def _entry(row: Sequence[Any]) -> Entry:
    campaign, group, store, owner, zone, match, words, bid, listings = row
    return Entry(campaign, group, store, owner, zone, Match(match), tuple(words), bid, tuple(listings))


def _row(entry: Entry) -> list[Any]:
    whose = [entry.campaign_id, entry.group_id, entry.store_id, entry.owner_id, entry.time_zone]
    return [*whose, entry.match.value, list(entry.words), entry.bid, list(entry.listing_ids)]


def place(currency: str, key: str) -> str:
    """The partition of a key."""
    return f"bids#{currency}#{key}"


def bid_item(campaign: Campaign, group: Group, keyword: Keyword) -> BidItem:
    """A keyword's bid as it is stored."""
    entry = Entry(
        campaign_id=campaign.id,
        group_id=group.id,
        store_id=campaign.store_id,
        owner_id=campaign.owner_id,
        time_zone=campaign.time_zone,
        match=keyword.match,
        words=keyword.words,
        bid=keyword.bid,
        listing_ids=group.listing_ids,
    )
    return BidItem(
        pk=place(campaign.currency, targeting.key_of(keyword.words)),
        sk=f"{_HIGHEST - keyword.bid:012}#{group.id}#{keyword.match} {' '.join(keyword.words)}",
        entry=_row(entry),
    )


def top_want(currency: str, key: str) -> Want[Top]:
    """A key's best bids to be read."""
    return Want(TopItem, place(currency, key), TOP, TopItem.top)


def topping(before: Top, entries: Sequence[Entry]) -> tuple[list[Action], Condition]:
    """The change of a key's best bids, and that nobody changed them since they were read."""
    seen = TopItem.edition == before.edition if before.edition else TopItem.pk.does_not_exist()
    rows = [_row(entry) for entry in entries]
    return [TopItem.entries.set(rows), TopItem.edition.set(before.edition + 1)], seen


def top_key(currency: str, key: str) -> TopItem:
    """The item to update, known by its key alone."""
    return TopItem(pk=place(currency, key), sk=TOP)


def bids(currency: str, key: str, *, most: int) -> list[Entry]:
    """The highest bids under a key, as they are now. 1 query."""
    found = BidItem.query(place(currency, key), BidItem.sk < TOP, limit=most, consistent_read=True)
    return [item.told() for item in found]


def shown_want(listing_id: str) -> Want[Shown]:
    """How often an ad was looked at and clicked."""
    return Want(ShownItem, f"ad#{listing_id}", "shown", ShownItem.shown)


def shown_key(listing_id: str) -> ShownItem:
    """The item to update, known by its key alone."""
    return ShownItem(pk=f"ad#{listing_id}", sk="shown")
