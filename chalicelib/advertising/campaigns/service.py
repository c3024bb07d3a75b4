"""What merchants do with campaigns. What they change there the index of bids hears of by a queue.

A campaign's money is its store's founder's: clicks are paid from what she has set aside for ads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from chalicelib.advertising.campaigns import models, rules
from chalicelib.advertising.campaigns.models import CampaignItem, GroupItem
from chalicelib.advertising.campaigns.rules import Action, Campaign, Group, Keyword, State
from chalicelib.advertising.clicks import models as days
from chalicelib.advertising.clicks.models import BudgetItem
from chalicelib.advertising.errors import (
    AdGroupNotFound,
    BadAudienceRegion,
    BadKeyword,
    CampaignNotFound,
    TooManyCampaigns,
)
from chalicelib.advertising.events import BidsChanged, CampaignMoved
from chalicelib.advertising.pacing.rules import Pacing
from chalicelib.advertising.serving import models as index
from chalicelib.advertising.targeting import rules as targeting
from chalicelib.advertising.targeting.rules import Audience, Match, Words
from chalicelib.foundation import ids, paging
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.errors import ListingNotFound
from chalicelib.payments.adverts import service as adverts
from chalicelib.search import service as search
from chalicelib.stores import service as stores
from chalicelib.stores.service import Scope


@dataclass(frozen=True, slots=True)
class Change:
    """What a merchant says of a campaign. None leaves a part as it is, or as is usual in a new one."""

    name: str | None = None
    daily_budget: int | None = None
    pacing: Pacing | None = None
    audience: Audience | None = None
    negatives: tuple[str, ...] | None = None
    target_return: int | None = None
    """Sales over cost in basis points; 0: none."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A keyword as a merchant writes it, and the most that a click may cost in minor units."""

    text: str
    match: Match
    bid: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A campaign with its ad groups, what today has cost, and what is set aside for ads."""

    campaign: Campaign
    groups: tuple[Group, ...]
    day: str
    spent: Money
    left: Money
    """Of today's budget."""
    balance: Money


def begin(
    store_id: str, *, person: str, name: str, daily_budget: int, wish: Change, now: datetime
) -> Campaign:
    """Begin a campaign, without ads yet. 1 read, 1 transaction of 2 items.

    Raises StoreNotFound, NotPermitted, TooManyCampaigns, BadKeyword, BadAudienceRegion.
    """
    store = stores.permitted(store_id, person=person, scope=Scope.ADS_EDIT)
    plain = Campaign(
        id=ids.new("cmp"),
        store_id=store.id,
        owner_id=store.owner_id,
        name=name,
        currency=store.currency,
        time_zone=store.time_zone,
        daily_budget=daily_budget,
        state=State.ACTIVE,
        pacing=Pacing.EVEN,
        audience=Audience(),
        negatives=(),
        negative_words=(),
        group_ids=(),
        created_at=now,
    )
    campaign = replace(_changed(plain, wish, now), version=1)
    with Transaction() as tx:
        actions, room = models.one_campaign_more(campaign.id)
        tx.update(models.board_key(store.id), actions, condition=room, otherwise=TooManyCampaigns)
        tx.put(models.campaign_item(campaign))
        return tx.result(campaign)


def _changed(before: Campaign, wish: Change, now: datetime) -> Campaign:
    """Raises BadKeyword, BadAudienceRegion."""
    said = {
        name: value
        for name in ("name", "daily_budget", "pacing", "audience", "negatives")
        if (value := getattr(wish, name)) is not None
    }
    if wish.audience and not all(one.isdecimal() and 2 <= len(one) <= 6 for one in wish.audience.regions):
        raise BadAudienceRegion(field="regions")
    if wish.negatives is not None:
        said["negative_words"] = tuple(
            _words(text, field=f"negatives.{place}") for place, text in enumerate(wish.negatives)
        )
    after = replace(before, **said, version=before.version + 1)
    return after if wish.target_return is None else rules.aiming(after, wish.target_return, now)


def _words(text: str, *, field: str) -> Words:
    words = search.words(text)
    if not 0 < len(words) <= targeting.MOST_WORDS:
        raise BadKeyword(field=field)
    return words


def campaigns_of(store_id: str, *, person: str, limit: int, cursor: str | None) -> Page[Campaign]:
    """A store's campaigns, the newest first. 1 read, 1 query.

    Raises StoreNotFound, NotPermitted, BadCursor.
    """
    stores.permitted(store_id, person=person, scope=Scope.ADS_EDIT)
    page = paging.query(CampaignItem.of_store, store_id, limit=limit, cursor=cursor)
    return page.map(CampaignItem.campaign)


def permitted(campaign_id: str, *, person: str) -> Campaign:
    """A campaign that a person may see and change. 1 read, for staff 2.

    Raises CampaignNotFound, NotPermitted.
    """
    (campaign,) = read_together([models.campaign_want(campaign_id)])
    return _allowed(campaign, person)


def _allowed(campaign: Campaign | None, person: str) -> Campaign:
    if campaign is None:
        raise CampaignNotFound
    stores.permit(
        person,
        Scope.ADS_EDIT,
        store_id=campaign.store_id,
        owner=campaign.owner_id,
        otherwise=CampaignNotFound,
    )
    return campaign


def show(campaign_id: str, *, person: str, now: datetime) -> Shown:
    """A campaign with all that is in it. 2 reads, for staff 3. Raises CampaignNotFound, NotPermitted."""
    return _shown(permitted(campaign_id, person=person), now)


def _shown(campaign: Campaign, now: datetime) -> Shown:
    day = campaign.day(now)
    budget, balance, *groups = read_together(
        [
            days.budget_want(campaign.id, day),
            adverts.balance_want(campaign.owner_id, campaign.currency),
            *(models.group_want(campaign.id, group_id) for group_id in campaign.group_ids),
        ]
    )
    return Shown(
        campaign=campaign,
        groups=tuple(group for group in groups if group),
        day=day,
        spent=Money(budget.spent if budget else 0, campaign.currency),
        left=Money(max(0, budget.left) if budget else campaign.daily_budget, campaign.currency),
        balance=balance or Money.zero(campaign.currency),
    )


def change(campaign_id: str, *, person: str, wish: Change, now: datetime) -> Shown:
    """Change what is given of a campaign, and leave the rest as it was. 3 reads, 1 transaction of 2 items.

    What today's budget becomes is left of it at once, less what was spent; where more was, nothing is.
    Raises CampaignNotFound, NotPermitted, WrongCampaignState, BadKeyword, BadAudienceRegion,
    ChangedMeanwhile.
    """
    before = permitted(campaign_id, person=person)
    after = _changed(before, wish, now)
    rules.refuse_ended(before)
    day = before.day(now)
    (budget,) = read_together([days.budget_want(before.id, day)])
    with Transaction() as tx:
        actions, unchanged = models.changing(before, after)
        tx.update(models.campaign_key(before.id), actions, condition=unchanged)
        if (more := after.daily_budget - before.daily_budget) and budget:
            tx.update(days.budget_key(before.id, day), [BudgetItem.left.add(more)])
        elif more:  # its first click, which takes the budget as it reads it, mustn't come between
            tx.check(days.budget_key(before.id, day), BudgetItem.pk.does_not_exist())
    return _shown(after, now)


def act(campaign_id: str, action: Action, *, person: str, now: datetime) -> Shown:
    """Pause, resume or end a campaign. 2 reads, for staff 3; 1 transaction of 2 items at most and 1 event.

    Raises CampaignNotFound, NotPermitted, WrongCampaignState, ChangedMeanwhile.
    """
    before = permitted(campaign_id, person=person)
    after = replace(before, state=rules.moved(before.state, action), version=before.version + 1)
    if after.state is State.ENDED:
        after = replace(after, steer_at=None)
    shown = _shown(after, now)
    with Transaction() as tx:
        actions, unchanged = models.changing(before, after)
        tx.update(models.campaign_key(before.id), actions, condition=unchanged)
        if after.state is State.ENDED:
            tx.update(models.board_key(before.store_id), models.one_campaign_less(before.id))
        tx.emit(CampaignMoved(campaign_id=before.id, at=now))
        return tx.result(shown)


def add_group(
    campaign_id: str,
    *,
    person: str,
    name: str,
    listing_ids: Sequence[str],
    keywords: Sequence[Offered],
    now: datetime,
) -> Group:
    """Advertise goods for some keywords. 2 reads, for staff 3; 1 transaction of at most 42 items and 1 event.

    Raises CampaignNotFound, NotPermitted, WrongCampaignState, TooManyAdGroups, ListingNotFound, BadKeyword,
    BidTooLow, SameKeyword, ChangedMeanwhile.
    """
    before = permitted(campaign_id, person=person)
    group = _group(before, ids.new("adg"), name, listing_ids, keywords)
    after = rules.with_group(before, group.id)
    with Transaction() as tx:
        _write(tx, before, after, was=None, now_=group, at=now)
        return tx.result(group)


def replace_group(
    campaign_id: str,
    group_id: str,
    *,
    person: str,
    name: str,
    listing_ids: Sequence[str],
    keywords: Sequence[Offered],
    now: datetime,
) -> Group:
    """Say anew what an ad group advertises, and for what. 3 reads, 1 transaction of at most 83 items.

    Raises CampaignNotFound, NotPermitted, WrongCampaignState, AdGroupNotFound, ListingNotFound, BadKeyword,
    BidTooLow, SameKeyword, ChangedMeanwhile.
    """
    before = permitted(campaign_id, person=person)
    after = rules.touched(before, group_id)
    group = _group(before, group_id, name, listing_ids, keywords)
    was = _group_of(before, group_id)
    with Transaction() as tx:
        _write(tx, before, after, was=was, now_=group, at=now)
    return group


def remove_group(campaign_id: str, group_id: str, *, person: str, now: datetime) -> None:
    """Advertise these goods no more. 2 reads, for staff 3; 1 transaction of at most 42 items and 1 event.

    Raises CampaignNotFound, NotPermitted, WrongCampaignState, AdGroupNotFound, ChangedMeanwhile.
    """
    before = permitted(campaign_id, person=person)
    after = rules.without_group(before, group_id)
    was = _group_of(before, group_id)
    with Transaction() as tx:
        _write(tx, before, after, was=was, now_=None, at=now)


def _group_of(campaign: Campaign, group_id: str) -> Group:
    group: Group | None
    (group,) = read_together([models.group_want(campaign.id, group_id)])
    if group is None:
        raise AdGroupNotFound
    return group


def _group(
    campaign: Campaign, group_id: str, name: str, listing_ids: Sequence[str], keywords: Sequence[Offered]
) -> Group:
    """An ad group of the store's own goods. 1 read."""
    told = tuple(Keyword(one.text, search.words(one.text), one.match, one.bid) for one in keywords)
    rules.refuse_bad(told)
    found = read_together([listings.listing_want(listing_id) for listing_id in listing_ids])
    for place, listing in enumerate(found):
        if listing is None or listing.store_id != campaign.store_id:
            raise ListingNotFound(field=f"listing_ids.{place}")
    return Group(group_id, campaign.id, name, tuple(dict.fromkeys(listing_ids)), told)


def _write(
    tx: Transaction, before: Campaign, after: Campaign, *, was: Group | None, now_: Group | None, at: datetime
) -> None:
    """Put an ad group in another's place, and its bids into the index."""
    actions, unchanged = models.changing(before, after)
    tx.update(models.campaign_key(before.id), actions, condition=unchanged, otherwise=ChangedMeanwhile)
    if now_:
        there = GroupItem.pk.exists() if was else GroupItem.pk.does_not_exist()
        tx.put(models.group_item(now_), condition=there)
    elif was:
        tx.delete(models.group_key(was))
    old, new = (_bids(after, group) for group in (was, now_))
    for place in old.keys() - new.keys():
        tx.delete(old[place])
    for item in new.values():
        tx.put(item, condition=index.BidItem.pk.exists() | index.BidItem.pk.does_not_exist())
    keys = {targeting.key_of(one.words) for group in (was, now_) if group for one in group.keywords}
    tx.emit(BidsChanged(currency=before.currency, keys=tuple(sorted(keys)), at=at))


def _bids(campaign: Campaign, group: Group | None) -> dict[tuple[str, str], index.BidItem]:
    items = [index.bid_item(campaign, group, one) for one in group.keywords] if group else []
    return {(item.pk, item.sk): item for item in items}
