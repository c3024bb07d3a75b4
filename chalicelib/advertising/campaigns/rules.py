"""A campaign: its budget, whom it is meant for, its ad groups, and its life."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from chalicelib.advertising.errors import (
    AdGroupNotFound,
    BadKeyword,
    BidTooLow,
    SameKeyword,
    TooManyAdGroups,
    WrongCampaignState,
)
from chalicelib.advertising.pacing.rules import Pacing
from chalicelib.advertising.steering.rules import WHOLE
from chalicelib.advertising.targeting.rules import MOST_WORDS, Audience, Match, Words

MOST_CAMPAIGNS = 20
MOST_GROUPS = 10
MOST_LISTINGS = 10
"""Of an ad group."""
MOST_KEYWORDS = 40
"""Of an ad group: all of them are changed in one transaction."""
MOST_NEGATIVES = 50

RESERVE = 10
"""The least bid and the least price of a click, in minor units."""


class State(StrEnum):
    """Whether a campaign's ads are shown. That a day's budget is spent follows from what was billed."""

    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


class Action(StrEnum):
    """What a merchant may do with a campaign."""

    PAUSE = "pause"
    RESUME = "resume"
    END = "end"


_MOVES = {
    (State.ACTIVE, Action.PAUSE): State.PAUSED,
    (State.PAUSED, Action.RESUME): State.ACTIVE,
    (State.ACTIVE, Action.END): State.ENDED,
    (State.PAUSED, Action.END): State.ENDED,
}


def moved(state: State, action: Action) -> State:
    """The state after an action. Raises WrongCampaignState."""
    if (after := _MOVES.get((state, action))) is None:
        raise WrongCampaignState(f"A campaign that is {state} can't be told to {action}.")
    return after


@dataclass(frozen=True, slots=True)
class Campaign:
    """What is advertised together, within one daily budget in minor units of the store's currency.

    Its time zone is the store's when it began, and never changes: days would be counted twice.
    """

    id: str
    store_id: str
    owner_id: str
    name: str
    currency: str
    time_zone: str
    daily_budget: int
    state: State
    pacing: Pacing
    audience: Audience
    negatives: tuple[str, ...]
    negative_words: tuple[Words, ...]
    group_ids: tuple[str, ...]
    created_at: datetime
    version: int = 1
    target_return: int | None = None
    """What sales shall be to cost, in basis points; None: bids are the merchant's own."""
    bid_factor: int = WHOLE
    """What part of the merchant's bids is bid, in basis points."""
    steered_on: str | None = None
    """Since which day with this factor."""
    steer_at: datetime | None = None
    """When the factor is found out anew."""

    def local(self, now: datetime) -> datetime:
        """The time in its store."""
        return now.astimezone(ZoneInfo(self.time_zone))

    def day(self, now: datetime) -> str:
        """The day in its store, such as `2026-11-26`."""
        return self.local(now).date().isoformat()


def next_day(campaign: Campaign, now: datetime) -> datetime:
    """When the next day begins in its store."""
    local = campaign.local(now)
    midnight = datetime.combine(local.date() + timedelta(days=1), time(), local.tzinfo)
    return midnight.astimezone(UTC)


def aiming(campaign: Campaign, target: int, now: datetime) -> Campaign:
    """A campaign with another target, 0 for none: with its first one it begins at the merchant's own bids."""
    if not target:
        return replace(campaign, target_return=None, bid_factor=WHOLE, steered_on=None, steer_at=None)
    if campaign.target_return is not None:
        return replace(campaign, target_return=target)
    since, at = campaign.day(now), next_day(campaign, now)
    return replace(campaign, target_return=target, bid_factor=WHOLE, steered_on=since, steer_at=at)


@dataclass(frozen=True, slots=True)
class Keyword:
    """Words for which an ad may be shown, and the most that a click may cost."""

    text: str
    words: Words
    match: Match
    bid: int

    @property
    def id(self) -> str:
        """What reports call it: the same words matched alike are the same keyword."""
        return f"{self.match} {' '.join(self.words)}"


@dataclass(frozen=True, slots=True)
class Group:
    """Goods that are advertised for the same keywords."""

    id: str
    campaign_id: str
    name: str
    listing_ids: tuple[str, ...]
    keywords: tuple[Keyword, ...]


def refuse_bad(keywords: Sequence[Keyword]) -> None:
    """Raises BadKeyword, BidTooLow, SameKeyword, naming the keyword's place."""
    seen: set[str] = set()
    for place, keyword in enumerate(keywords):
        field = f"keywords.{place}"
        if not 0 < len(keyword.words) <= MOST_WORDS:
            raise BadKeyword(field=f"{field}.text")
        if keyword.bid < RESERVE:
            raise BidTooLow(f"A bid is at least {RESERVE} minor units.", field=f"{field}.bid")
        if keyword.id in seen:
            raise SameKeyword(field=f"{field}.text")
        seen.add(keyword.id)


def with_group(campaign: Campaign, group_id: str) -> Campaign:
    """A campaign with a group more. Raises WrongCampaignState, TooManyAdGroups."""
    refuse_ended(campaign)
    if len(campaign.group_ids) >= MOST_GROUPS:
        raise TooManyAdGroups
    return replace(campaign, group_ids=(*campaign.group_ids, group_id), version=campaign.version + 1)


def touched(campaign: Campaign, group_id: str) -> Campaign:
    """A campaign of which a group is changed. Raises WrongCampaignState, AdGroupNotFound."""
    refuse_ended(campaign)
    if group_id not in campaign.group_ids:
        raise AdGroupNotFound
    return replace(campaign, version=campaign.version + 1)


def without_group(campaign: Campaign, group_id: str) -> Campaign:
    """A campaign without one of its groups. Raises WrongCampaignState, AdGroupNotFound."""
    after = touched(campaign, group_id)
    return replace(after, group_ids=tuple(one for one in campaign.group_ids if one != group_id))


def refuse_ended(campaign: Campaign) -> None:
    """Raises WrongCampaignState."""
    if campaign.state is State.ENDED:
        raise WrongCampaignState("A campaign that has ended isn't changed any more.")
