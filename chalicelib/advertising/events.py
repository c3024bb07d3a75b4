"""What advertising tells itself: its index, its log and its bills are kept by queues."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from chalicelib.foundation.events import Event


class Facts(BaseModel):
    """What an event tells more of."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True, hide_input_in_errors=True)


class BidsChanged(Event):
    """Under these keys of a currency's index there is something else now."""

    currency: str
    keys: tuple[str, ...]


class CampaignMoved(Event):
    """A campaign was paused, resumed or ended."""

    campaign_id: str


class Participant(Facts):
    """An ad that took part in an auction: what it bid, how good it was, and what became of it."""

    campaign_id: str
    group_id: str
    store_id: str
    keyword: str
    listing_id: str
    day: str
    """The campaign's own, as it was."""
    bid: int
    quality: int
    slot: int | None = None
    price: int | None = None


class AuctionHeld(Event):
    """A search had ads to show. The log of what reports and simulations say."""

    auction_id: str
    term: str
    """What was searched for, as terms."""
    text: str = ""
    """The same as it was typed."""
    participants: tuple[Participant, ...]


class ClickFacts(Facts):
    """What a click's token says: fixed and signed at the auction."""

    click_id: str
    campaign_id: str
    group_id: str
    owner_id: str
    store_id: str
    slug: str
    listing_id: str
    keyword: str
    term: str
    day: str
    slot: int
    price: int
    currency: str
    expires: int
    """In seconds since 1970."""


class AdClicked(Event):
    """Somebody followed an ad's link. `event_id` tells one following from another."""

    facts: ClickFacts
    visitor: str
    origin: str
    """Of the address from which it came, a hash that changes daily."""
    person_id: str | None = None
    fault: Literal["expired", "script"] | None = None


class ForgedClick(Event):
    """Somebody followed a link that we didn't give."""

    token_hash: str
    origin: str


class AdBudgetSpent(Event):
    """Nothing is left of a campaign's budget for the day."""

    campaign_id: str
    name: str
    budget: int
    currency: str
    people: tuple[str, ...]
    """Who advertises for the store, whoever opened it among them."""


class AdBalanceEmpty(Event):
    """Nothing is left of what somebody had set aside for ads."""

    campaign_id: str
    """The one that took the last of it."""
    currency: str
    people: tuple[str, ...]
