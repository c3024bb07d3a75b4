"""Which display ads a placement shows: 2 reads, however many bid.

The first reads the placement's best bids and what the visitor let be remembered, the second all that decides
among them, as it is now. The impression is billed when the browser tells that it was looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from chalicelib.advertising.auction import rules as auction
from chalicelib.advertising.auction.rules import Bid, Won
from chalicelib.advertising.campaigns import models as campaigns
from chalicelib.advertising.campaigns.rules import Campaign, State
from chalicelib.advertising.clicks import budgets
from chalicelib.advertising.clicks import models as days
from chalicelib.advertising.clicks.rules import Budget
from chalicelib.advertising.display import models, rules, served
from chalicelib.advertising.display.events import Impression
from chalicelib.advertising.display.rules import Creative, Placement, Profile
from chalicelib.advertising.pacing import rules as pacing
from chalicelib.advertising.serving import models as index
from chalicelib.advertising.serving.models import Entry, Top
from chalicelib.advertising.targeting.rules import Device
from chalicelib.foundation import ids, seals
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import BATCH, Want, read_together
from chalicelib.listings import service as listings
from chalicelib.listings.service import Listing
from chalicelib.payments.adverts import service as adverts
from chalicelib.stores import service as stores
from chalicelib.stores.service import Store

PURPOSE = "impression"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Whoever sees the placement, as far as her browser tells."""

    visitor: str
    device: Device
    region: str | None = None
    is_script: bool = False


@dataclass(frozen=True, slots=True)
class DisplayAd:
    """An ad to be shown, its impression, and the token by which that is billed."""

    creative: Creative
    slug: str
    impression: Impression
    token: str


@dataclass(frozen=True, slots=True)
class Placed:
    """The ads of a placement for one browser, the best one first."""

    visitor: str
    ads: Sequence[DisplayAd]


def ads_for(
    placement: Placement, category: str | None, *, currency: str, viewer: Viewer, now: datetime
) -> Placed:
    """The ads of a placement, the best one first. 2 reads, of one item of bids and of 100 items at most.

    Where there are ads 1 message, for what is served is counted; none for a script, whose looks don't count
    either. What can't be told isn't shown. Raises CategoryNeeded.
    """
    place = rules.place_of(placement, category)
    top: Top | None
    profile: Profile | None
    top, profile = read_together(
        [index.top_want(currency, place), models.profile_want(viewer.visitor)], consistent=False
    )
    chosen = _readable(top.entries if top else (), viewer, currency, now)
    if not chosen:
        return Placed(viewer.visitor, ())
    things = _read(chosen, viewer, currency, now)
    best: dict[str, tuple[Entry, Creative]] = {}
    for entry, creative in _eligible(chosen, things, viewer, profile, now):
        best.setdefault(entry.store_id, (entry, creative))  # the entries come by their bids
    bids = [Bid(creative.id, entry.bid, 1) for entry, creative in best.values()]
    won = auction.held(bids, rules.SLOTS[placement.value], reserve=rules.RESERVE)
    shown = {creative.id: (entry, creative) for entry, creative in best.values()}
    ads = [_ad(*shown[one.bid.ad], one, things, currency, viewer, now) for one in won]
    if ads and not viewer.is_script and not served.tell([one.impression for one in ads], now=now):
        return Placed(viewer.visitor, ())
    return Placed(viewer.visitor, ads)


_Key = tuple[str, str]
_Things = Mapping[_Key, Any]


def _wants(entry: Entry, viewer: Viewer, currency: str, now: datetime) -> dict[_Key, Want[Any]]:
    day = _day(entry, now)
    return {
        ("listing", entry.listing_ids[0]): listings.listing_want(entry.listing_ids[0]),
        ("store", entry.store_id): stores.store_want(entry.store_id),
        ("campaign", entry.campaign_id): campaigns.campaign_want(entry.campaign_id),
        ("budget", entry.campaign_id): days.budget_want(entry.campaign_id, day),
        ("money", entry.owner_id): adverts.balance_want(entry.owner_id, currency),
        ("creative", entry.group_id): models.creative_want(entry.campaign_id, entry.group_id),
        ("times", entry.group_id): models.cap_want(viewer.visitor, day, entry.group_id),
    }


def _day(entry: Entry, now: datetime) -> str:
    return now.astimezone(ZoneInfo(entry.time_zone)).date().isoformat()


def _readable(entries: Sequence[Entry], viewer: Viewer, currency: str, now: datetime) -> list[Entry]:
    """As many bids, the highest first, as one read can tell all about."""
    chosen: list[Entry] = []
    wanted: set[_Key] = set()
    for entry in sorted(entries, key=lambda one: (-one.bid, one.group_id)):
        wanted |= _wants(entry, viewer, currency, now).keys()
        if len(wanted) > BATCH:
            break
        chosen.append(entry)
    return chosen


def _read(chosen: Sequence[Entry], viewer: Viewer, currency: str, now: datetime) -> _Things:
    wants: dict[_Key, Want[Any]] = {}
    for entry in chosen:
        wants |= _wants(entry, viewer, currency, now)
    return dict(zip(wants, read_together(list(wants.values()), consistent=False), strict=True))


def _eligible(
    chosen: Sequence[Entry], things: _Things, viewer: Viewer, profile: Profile | None, now: datetime
) -> Iterator[tuple[Entry, Creative]]:
    """Those whose goods can be bought, whose campaign wants her now, and whom she hasn't seen too often."""
    auction_id = ids.new("auc")
    for entry in chosen:
        creative: Creative | None = things["creative", entry.group_id]
        if creative is None or (things["times", entry.group_id] or 0) >= creative.cap:
            continue
        known = profile is not None and profile.knows(entry.store_id, now)
        if (
            (known or not creative.retarget)
            and _sells(entry, things)
            and _runs(entry, things, viewer, auction_id, now)
        ):
            yield entry, creative


def _sells(entry: Entry, things: _Things) -> bool:
    listing, store = things["listing", entry.listing_ids[0]], things["store", entry.store_id]
    return (
        isinstance(listing, Listing)
        and isinstance(store, Store)
        and store.is_open
        and listing.status == "active"
        and listing.store_id == store.id
    )


def _runs(entry: Entry, things: _Things, viewer: Viewer, auction_id: str, now: datetime) -> bool:
    campaign: Campaign | None = things["campaign", entry.campaign_id]
    budget: Budget | None = things["budget", entry.campaign_id]
    money: Money | None = things["money", entry.owner_id]
    if campaign is None or campaign.state is not State.ACTIVE or entry.group_id not in campaign.group_ids:
        return False
    left = budgets.left(budget, campaign)
    local = campaign.local(now)
    return (
        min(left, money.amount if money else 0) > 0
        and campaign.audience.includes(region=viewer.region, device=viewer.device, local=local)
        and pacing.takes_part(
            campaign.pacing,
            spent=budget.spent if budget else 0,
            budget=campaign.daily_budget,
            local=local,
            chance=ids.shard(f"{auction_id}#{campaign.id}", 1 << 16) / (1 << 16),
        )
    )


def _ad(  # noqa: PLR0917 - what won, what was read, and who looks
    entry: Entry, creative: Creative, won: Won, things: _Things, currency: str, viewer: Viewer, now: datetime
) -> DisplayAd:
    impression = Impression(
        id=ids.new("imp"),
        campaign_id=entry.campaign_id,
        creative_id=creative.id,
        owner_id=entry.owner_id,
        day=_day(entry, now),
        cpm=won.price,
        currency=currency,
        visitor=viewer.visitor,
        cap=creative.cap,
        expires=int((now + rules.TOKEN_LIVES).timestamp()),
    )
    token = seals.seal(PURPOSE, list(impression.model_dump().values()))
    return DisplayAd(creative, things["store", entry.store_id].slug, impression, token)
