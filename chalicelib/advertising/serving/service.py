"""Which ads a search shows: 2 reads more for the search, however many bid, and a message for the log.

The first read fetches the best bids under every key that the search can mean; the second one all that decides
among them, as it is now: goods, stores, campaigns, what is left of their budgets and money. Nobody bids more
than she has left. The auction is told to a queue before its ads are shown: what isn't logged isn't shown.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from chalicelib.advertising.auction import rules as auction
from chalicelib.advertising.auction.rules import Bid, Pricing, Won
from chalicelib.advertising.campaigns import models as campaigns
from chalicelib.advertising.campaigns.rules import RESERVE, Campaign, State
from chalicelib.advertising.clicks import budgets, tokens
from chalicelib.advertising.clicks import models as days
from chalicelib.advertising.clicks.rules import Budget
from chalicelib.advertising.events import AuctionHeld, Participant
from chalicelib.advertising.pacing import rules as pacing
from chalicelib.advertising.quality import models as sending
from chalicelib.advertising.quality import rules as quality
from chalicelib.advertising.quality.rules import Sent, Shown
from chalicelib.advertising.serving import models
from chalicelib.advertising.serving.models import Entry, Top
from chalicelib.advertising.steering import rules as steering
from chalicelib.advertising.targeting import rules as targeting
from chalicelib.advertising.targeting.rules import Device, Words
from chalicelib.foundation import ids, queues, transaction
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import Busy, ChangedMeanwhile
from chalicelib.foundation.money import Money
from chalicelib.foundation.observability import correlation_id, log
from chalicelib.foundation.queues import Message
from chalicelib.foundation.tables import BATCH, Want, read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.service import Listing
from chalicelib.payments.adverts import service as adverts
from chalicelib.reviews import service as reviews
from chalicelib.reviews.service import Tally
from chalicelib.search import service as search
from chalicelib.search.service import Fame
from chalicelib.stores import service as stores
from chalicelib.stores.service import Store

QUEUE = "ads"

device_of = targeting.device_of

READ, KEPT = 200, 60
"""How many bids under a key are looked at when one changes, and how many of those running are kept on top."""

ATTEMPTS = 10
"""How often a top is found out anew when another change came between."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody searches for, and what is known of her."""

    text: str
    currency: str
    device: Device
    region: str | None = None
    price_min: int | None = None
    price_max: int | None = None


@dataclass(frozen=True, slots=True)
class Ad:
    """An ad to be shown: in which slot, and with which link."""

    slot: int
    listing: Listing
    fame: Fame
    token: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A bid with the goods that it would show."""

    entry: Entry
    listing: Listing
    store: Store
    fame: Fame
    bid: Bid


def ads_for(asked: Asked, *, most: int, now: datetime) -> list[Ad]:
    """The ads for a search with so many slots, the best one first. 2 reads and 1 message, if anybody bids."""
    words = search.words(asked.text)
    entries = _entries(words, asked.currency)
    if not entries:
        return []
    auction_id = ids.new("auc")
    known = _read(_affordable(entries, now), asked.currency, now)
    candidates = list(_taking_part(known, asked, words, auction_id, now))
    won = auction.held(
        [one.bid for one in candidates],
        quality.SEEN[:most],
        reserve=RESERVE,
        pricing=Pricing(settings().ad_pricing),
    )
    if not won:
        return []
    term = " ".join(words)[: tokens.LONGEST_TERM]
    held = AuctionHeld(
        at=now,
        auction_id=auction_id,
        term=term,
        text=" ".join(asked.text.split())[: tokens.LONGEST_TERM],
        participants=tuple(_participants(candidates, won, now)),
    )
    _log(held)
    by_ad = {one.bid.ad: one for one in candidates}
    return [_ad(by_ad[one.bid.ad], one, term, asked.currency, now) for one in won]


def _ad(candidate: _Candidate, won: Won, term: str, currency: str, now: datetime) -> Ad:
    entry, listing = candidate.entry, candidate.listing
    token = tokens.made(
        campaign_id=entry.campaign_id,
        group_id=entry.group_id,
        owner_id=entry.owner_id,
        store_id=entry.store_id,
        slug=candidate.store.slug,
        listing_id=listing.id,
        keyword=entry.keyword,
        term=term,
        day=_day(entry, now),
        slot=won.slot,
        price=won.price,
        currency=currency,
        now=now,
    )
    return Ad(won.slot, listing, candidate.fame, token)


def _day(entry: Entry, now: datetime) -> str:
    return now.astimezone(ZoneInfo(entry.time_zone)).date().isoformat()


def _entries(words: Words, currency: str) -> list[Entry]:
    """The bids that a search means, the highest first; of an ad group the highest. 1 read of 100 at most."""
    keys = targeting.keys_for(words)
    if not keys:
        return []
    tops: list[Top | None] = read_together([models.top_want(currency, key) for key in keys], consistent=False)
    found = [
        entry
        for top in tops
        if top
        for entry in top.entries
        if targeting.matches(entry.words, entry.match, words)
    ]
    best: dict[str, Entry] = {}
    for entry in sorted(found, key=lambda one: (-one.bid, one.group_id)):
        best.setdefault(entry.group_id, entry)
    return list(best.values())


_Wants = dict[tuple[str, ...], Want[Any]]


def _affordable(entries: Sequence[Entry], now: datetime) -> list[tuple[Entry, str]]:
    """As many bids with their goods, the highest first, as one read can tell all about."""
    chosen: list[tuple[Entry, str]] = []
    wanted: set[tuple[str, ...]] = set()
    for entry in entries:
        for listing_id in entry.listing_ids:
            needed = wanted | _wants(entry, listing_id, "", now).keys()
            if len(needed) > BATCH:
                return chosen
            wanted = needed
            chosen.append((entry, listing_id))
    return chosen


def _wants(entry: Entry, listing_id: str, currency: str, now: datetime) -> _Wants:
    return {
        ("listing", listing_id): listings.listing_want(listing_id),
        ("fame", listing_id): search.fame_want(listing_id),
        ("shown", listing_id): models.shown_want(listing_id),
        ("store", entry.store_id): stores.store_want(entry.store_id),
        ("record", entry.store_id): reviews.store_sample_want(entry.store_id),
        ("sent", entry.store_id): sending.sent_want(entry.store_id),
        ("campaign", entry.campaign_id): campaigns.campaign_want(entry.campaign_id),
        ("budget", entry.campaign_id): days.budget_want(entry.campaign_id, _day(entry, now)),
        ("money", entry.owner_id): adverts.balance_want(entry.owner_id, currency),
    }


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read of bids and their goods."""

    chosen: Sequence[tuple[Entry, str]]
    things: Mapping[tuple[str, ...], object]


def _read(chosen: Sequence[tuple[Entry, str]], currency: str, now: datetime) -> _Known:
    wants: _Wants = {}
    for entry, listing_id in chosen:
        wants |= _wants(entry, listing_id, currency, now)
    found = read_together(list(wants.values()), consistent=False)
    return _Known(chosen, dict(zip(wants, found, strict=True)))


def _taking_part(
    known: _Known, asked: Asked, words: Words, auction_id: str, now: datetime
) -> Iterator[_Candidate]:
    """Of each store its best ad, of those that may be shown now."""
    best: dict[str, _Candidate] = {}
    for entry, listing_id in known.chosen:
        made = _candidate(entry, listing_id, known.things, asked, words, now)
        if made is None or not _may_run(entry, known.things, asked, words, auction_id, now):
            continue
        before = best.get(entry.store_id)
        if before is None or made.bid.score > before.bid.score:
            best[entry.store_id] = made
    yield from best.values()


def _candidate(  # noqa: PLR0917 - what is read, and what is asked
    entry: Entry,
    listing_id: str,
    things: Mapping[tuple[str, ...], object],
    asked: Asked,
    words: Words,
    now: datetime,
) -> _Candidate | None:
    """An ad of goods that can be bought, and fit what is asked for; bidding no more than there is left."""
    listing, store = things["listing", listing_id], things["store", entry.store_id]
    if not (isinstance(listing, Listing) and isinstance(store, Store) and store.is_open):
        return None
    low = listing.cheapest(now).price_at(now).amount
    dear = asked.price_max is not None and low > asked.price_max
    cheap = asked.price_min is not None and low < asked.price_min
    if listing.status != "active" or listing.store_id != store.id or dear or cheap:
        return None
    left = _left(entry, things)
    if left < RESERVE:
        return None
    fame = things["fame", listing_id] or Fame()
    shown = things["shown", listing_id] or Shown()
    sent = things["sent", entry.store_id] or Sent()
    assert isinstance(fame, Fame)
    assert isinstance(shown, Shown)
    assert isinstance(sent, Sent)
    worth = quality.quality(
        quality.click_rate(shown),
        quality.relevance(words, in_title=search.words(listing.title)),
        quality.record(stars=fame.rating, reviews=fame.reviews, store=_record(entry, things))
        * quality.promptness(sent),
    )
    bid = Bid(f"{entry.group_id}#{listing_id}", min(_bid(entry, things), left), worth)
    return _Candidate(entry, listing, store, fame, bid)


def _record(entry: Entry, things: Mapping[tuple[str, ...], object]) -> float:
    """The stars of its store, from an eighth of all: that is one item, where all are eight."""
    tally = things["record", entry.store_id] or Tally()
    assert isinstance(tally, Tally)
    stars = tally.stars_sum / tally.reviews if tally.reviews else 0.0
    return quality.mean(stars=stars, reviews=tally.reviews)


def _bid(entry: Entry, things: Mapping[tuple[str, ...], object]) -> int:
    """What is bid, where a campaign has a target less than what its merchant would bid."""
    campaign = things["campaign", entry.campaign_id]
    factor = campaign.bid_factor if isinstance(campaign, Campaign) else steering.WHOLE
    return steering.bid_of(entry.bid, factor, reserve=RESERVE)


def _left(entry: Entry, things: Mapping[tuple[str, ...], object]) -> int:
    """What a click may cost at most: what is left of the day's budget, and of the money for ads."""
    campaign, budget = things["campaign", entry.campaign_id], things["budget", entry.campaign_id]
    money = things["money", entry.owner_id]
    if not (isinstance(campaign, Campaign) and isinstance(money, Money)):
        return 0
    left = budgets.left(budget if isinstance(budget, Budget) else None, campaign)
    return min(left, money.amount)


def _may_run(  # noqa: PLR0917 - what is read, and what is asked
    entry: Entry,
    things: Mapping[tuple[str, ...], object],
    asked: Asked,
    words: Words,
    auction_id: str,
    now: datetime,
) -> bool:
    """Does its campaign want to be shown to her, and now?"""
    campaign, budget = things["campaign", entry.campaign_id], things["budget", entry.campaign_id]
    assert isinstance(campaign, Campaign)
    local = campaign.local(now)
    chance = ids.shard(f"{auction_id}#{campaign.id}", 1 << 16) / (1 << 16)
    return (
        campaign.state is State.ACTIVE
        and entry.group_id in campaign.group_ids
        and not targeting.refused(campaign.negative_words, words)
        and campaign.audience.includes(region=asked.region, device=asked.device, local=local)
        and pacing.takes_part(
            campaign.pacing,
            spent=budget.spent if isinstance(budget, Budget) else 0,
            budget=campaign.daily_budget,
            local=local,
            chance=chance,
        )
    )


def _participants(
    candidates: Sequence[_Candidate], won: Sequence[Won], now: datetime
) -> Iterator[Participant]:
    """Who took part, and what became of it."""
    slots = {one.bid.ad: one for one in won}
    for one in candidates:
        mine = slots.get(one.bid.ad)
        yield Participant(
            campaign_id=one.entry.campaign_id,
            group_id=one.entry.group_id,
            store_id=one.entry.store_id,
            keyword=one.entry.keyword,
            listing_id=one.listing.id,
            day=_day(one.entry, now),
            bid=one.bid.amount,
            quality=one.bid.quality,
            slot=mine.slot if mine else None,
            price=mine.price if mine else None,
        )


def _log(held: AuctionHeld) -> None:
    """Tell the log of an auction. 1 message. Raises Busy when the queue doesn't take it."""
    message = Message(held.event_id, held.kind(), held.model_dump_json(), correlation_id())
    if held.event_id not in queues.send(QUEUE, [message]):
        log.error("an auction isn't logged")
        raise Busy


# ---- The index of bids -------------------------------------------------------------------------------------


def find_top(currency: str, key: str) -> None:
    """Let a key's top say which running bids are highest now. 2 reads, 1 query, 1 transaction of 1 item.

    What the top was is read before the bids, and the change demands that nobody changed it since: so it never
    goes back to an earlier truth. Raises Busy.
    """
    for attempt in range(ATTEMPTS):
        if attempt:
            transaction.sleep(random.uniform(0, 0.05 * attempt))  # noqa: S311 - jitter
        (found,) = read_together([models.top_want(currency, key)])
        before: Top = found or Top()
        entries = _running(models.bids(currency, key, most=READ))[:KEPT]
        if tuple(entries) == before.entries:
            return
        actions, unchanged = models.topping(before, entries)
        try:
            with Transaction() as tx:
                tx.update(models.top_key(currency, key), actions, condition=unchanged)
            return
        except ChangedMeanwhile:
            continue
    raise Busy


def _running(entries: Sequence[Entry]) -> list[Entry]:
    """Those whose campaign runs, of the first hundred campaigns."""
    ids_ = list(dict.fromkeys(entry.campaign_id for entry in entries))[:BATCH]
    found = read_together([campaigns.campaign_want(one) for one in ids_]) if ids_ else []
    active = {one.id for one in found if one and one.state is State.ACTIVE}
    return [entry for entry in entries if entry.campaign_id in active]


def follow_campaign(campaign_id: str) -> None:
    """Find the tops anew that a campaign's move concerns; an ended one's bids leave the index.

    2 reads, of an ended one 1 transaction a group of at most 40 items; then `find_top` for each key.
    """
    (campaign,) = read_together([campaigns.campaign_want(campaign_id)])
    if campaign is None:
        return
    wants = [campaigns.group_want(campaign_id, group_id) for group_id in campaign.group_ids]
    groups = [group for group in read_together(wants) if group] if wants else []
    if campaign.state is State.ENDED:
        for group in groups:
            with Transaction() as tx:
                for keyword in group.keywords:
                    tx.delete(models.bid_item(campaign, group, keyword))
    for key in sorted({targeting.key_of(one.words) for group in groups for one in group.keywords}):
        find_top(campaign.currency, key)
