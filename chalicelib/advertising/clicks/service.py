"""From the click to the books.

A click answers at once: its token is checked, a message is put on a queue, and the browser is sent on. The
consumer writes the click, its debit in the ledger, what is left of the day's budget and all that is counted
in one transaction; so a click is billed with its mark or not at all, however often its message comes and
wherever a process dies. What can't be billed any more is kept as written off, what is no click as invalid.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from chalicelib.advertising.campaigns import models as campaigns
from chalicelib.advertising.campaigns.rules import Campaign
from chalicelib.advertising.clicks import models, rules, tokens
from chalicelib.advertising.clicks.models import BudgetItem, ClickItem
from chalicelib.advertising.clicks.rules import Budget, Click, Known, Outcome, Sums
from chalicelib.advertising.errors import (
    AdClickNotFound,
    AdLinkUnknown,
    BudgetSpent,
    NotBilled,
    TooManyDevices,
)
from chalicelib.advertising.events import AdClicked, ClickFacts, ForgedClick
from chalicelib.advertising.serving import models as index
from chalicelib.foundation import clock, ids, paging, queues
from chalicelib.foundation.errors import Busy, ChangedMeanwhile
from chalicelib.foundation.events import Event
from chalicelib.foundation.money import Money
from chalicelib.foundation.observability import correlation_id
from chalicelib.foundation.paging import Page
from chalicelib.foundation.queues import Message
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments.adverts import service as adverts
from chalicelib.payments.errors import AccountFrozen, InsufficientFunds
from chalicelib.stores import service as stores

QUEUE = "ad-billing"

ATTEMPTS = 8
"""How often a click is looked at anew when another one came between."""

_VISITOR = re.compile(r"vis_[0-9A-Z]{26}")


@dataclass(frozen=True, slots=True)
class Follower:
    """Whoever follows an ad's link, as far as her browser tells."""

    visitor: str | None
    address: str
    user_agent: str
    person_id: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """Where a click leads, and by which id its browser is known."""

    slug: str
    listing_id: str
    click_id: str
    visitor: str


def follow(token: str, follower: Follower, *, now: datetime) -> Target:
    """Note that somebody followed an ad's link, and answer where it leads. 1 message. Raises AdLinkUnknown.

    Whether it is a click, and what it costs, is found out later.
    """
    origin = tokens.origin_of(follower.address, now)
    try:
        facts = tokens.read(token)
    except AdLinkUnknown:
        _tell(ForgedClick(at=now, token_hash=tokens.digest(token), origin=origin))
        raise
    known = follower.visitor if follower.visitor and _VISITOR.fullmatch(follower.visitor) else None
    visitor = known or f"vis_{ids.new('v')[2:]}"
    _tell(
        AdClicked(
            at=now,
            facts=facts,
            visitor=visitor,
            origin=origin,
            person_id=follower.person_id,
            fault=_seen_fault(facts, follower, now),
        )
    )
    return Target(facts.slug, facts.listing_id, facts.click_id, visitor)


def _seen_fault(facts: ClickFacts, follower: Follower, now: datetime) -> Literal["expired", "script"] | None:
    if now.timestamp() > facts.expires:
        return "expired"
    return "script" if rules.is_script(follower.user_agent) else None


def _tell(event: Event) -> None:
    """Put it on the billing queue. Raises Busy when that doesn't take it: the click then comes again."""
    message = Message(event.event_id, event.kind(), event.model_dump_json(), correlation_id())
    if event.event_id not in queues.send(QUEUE, [message]):
        raise Busy


def note_forged(told: ForgedClick) -> None:
    """Keep that a link was followed that we didn't give. 1 write, the same for the same message."""
    models.forged_item(told).save()


def bill(told: AdClicked) -> Outcome:
    """Let a click take effect, once. 1 read of 7 items at most, 1 transaction of 15 items at most.

    Raises Busy when others are in the way for too long: it comes again.
    """
    for _ in range(ATTEMPTS):
        found = _found(told)
        if found.click:
            return _again(told, found.click)
        try:
            return _settled(told, found, rules.fault(told.fault, told.at, found.known) or Outcome.BILLED)
        except ChangedMeanwhile:
            continue
    raise Busy


@dataclass(frozen=True, slots=True)
class _Found:
    """What there is that decides about a click."""

    click: Click | None
    campaign: Campaign
    budget: Budget | None
    seen: str | None
    known: Known
    minute: str


def _who(told: AdClicked) -> str:
    return told.person_id or told.visitor


def _found(told: AdClicked) -> _Found:
    facts, minute = told.facts, told.at.strftime("%Y-%m-%dT%H:%M")
    person = told.person_id or ""
    click, campaign, budget, seen, rate, whose, _, staff = read_together(
        [
            models.click_want(facts.campaign_id, facts.day, facts.click_id),
            campaigns.campaign_want(facts.campaign_id),
            models.budget_want(facts.campaign_id, facts.day),
            models.seen_want(_who(told), facts.listing_id),
            models.rate_want(told.origin, minute),
            models.visitor_want(told.visitor),
            *stores.wants(facts.store_id, person or facts.owner_id),
        ]
    )
    if campaign is None:
        raise AdClickNotFound
    known = Known(
        owns=facts.owner_id in (person, whose) or bool(person and staff),
        seen=clock.moment(seen) if seen else None,
        in_this_minute=rate or 0,
    )
    return _Found(click, campaign, budget, seen, known, minute)


def _again(told: AdClicked, click: Click) -> Outcome:
    """A message that came before changes nothing; a link that is followed again is kept and costs nothing."""
    if click.event_id != told.event_id:
        models.again_item(told).save()
    return click.outcome


def _settled(told: AdClicked, found: _Found, outcome: Outcome) -> Outcome:
    """Write a click for what it is; what can't be billed any more is written off."""
    try:
        with Transaction() as tx:
            _write(tx, told, found, outcome)
    except BudgetSpent:
        return _settled(told, found, Outcome.OVER_BUDGET)
    except (InsufficientFunds, AccountFrozen):
        return _settled(told, found, Outcome.NO_BALANCE)
    return outcome


def _write(tx: Transaction, told: AdClicked, found: _Found, outcome: Outcome) -> None:
    """The click itself, and with it all that it changes."""
    facts, good = told.facts, outcome is Outcome.BILLED or outcome.written_off
    who = _who(told) if good else None
    tx.put(models.click_item(told, outcome, who), otherwise=ChangedMeanwhile)
    rate, one_more = models.rate_change(told.origin, found.minute, told.at)
    tx.update(rate, one_more)
    if outcome is Outcome.BILLED:
        _take_budget(tx, found, facts)
        adverts.charge(
            tx,
            facts.click_id,
            person=facts.owner_id,
            amount=Money(facts.price, facts.currency),
            campaign=facts.campaign_id,
            at=told.at,
        )
        tx.update(index.shown_key(facts.listing_id), [index.ShownItem.clicks.add(1)])
    if good:
        seen, unchanged = models.seeing(_who(told), facts.listing_id, found.seen, told.at)
        tx.put(seen, condition=unchanged)
        tx.put(models.touch_item(_who(told), told))
    count(tx, facts, rules.change_of(outcome, facts.price))


def count(tx: Transaction, facts: ClickFacts, change: Sums) -> None:
    """Add to the sums of reports what is counted for a click: 4 items."""
    touched = rules.counted_for(
        day=facts.day, listing_id=facts.listing_id, keyword=facts.keyword, term=facts.term
    )
    for touch in touched:
        tx.update(models.sums_key(facts.campaign_id, touch), models.adding(change))


def _take_budget(tx: Transaction, found: _Found, facts: ClickFacts) -> None:
    """Take the price from what is left of the day: so clicks at one instant don't overspend.

    The day's first click begins with the campaign's budget, which mustn't change meanwhile: 1 item more.
    """
    key = models.budget_key(facts.campaign_id, facts.day)
    if found.budget:
        change: Sequence[Any] = [BudgetItem.left.add(-facts.price), BudgetItem.spent.add(facts.price)]
        tx.update(key, change, condition=BudgetItem.left >= facts.price, otherwise=BudgetSpent)
        return
    left = found.campaign.daily_budget - facts.price
    if left < 0:
        raise BudgetSpent
    key.left, key.spent = left, facts.price
    tx.put(key, otherwise=ChangedMeanwhile)
    unchanged = campaigns.CampaignItem.version == found.campaign.version
    tx.check(campaigns.campaign_key(facts.campaign_id), unchanged)


def credit_back(campaign_id: str, click_id: str, *, day: str, reason: str, now: datetime) -> Click:
    """Find as an operator that a billed click was none: it is paid back. 1 read, 1 transaction of 11 items.

    What is left of that day's budget stays as it is, and so do orders that were counted for it before.
    Raises AdClickNotFound, NotBilled.
    """
    click: Click | None
    (click,) = read_together([models.click_want(campaign_id, day, click_id)])
    if click is None:
        raise AdClickNotFound
    if click.outcome is not Outcome.BILLED:
        raise NotBilled
    facts = click.facts
    with Transaction() as tx:
        tx.update(
            models.click_key(facts),
            [ClickItem.outcome.set(Outcome.CREDITED.value), ClickItem.credited_because.set(reason)],
            condition=ClickItem.outcome == Outcome.BILLED.value,
            otherwise=NotBilled,
        )
        adverts.credit(
            tx,
            click_id,
            person=facts.owner_id,
            amount=Money(facts.price, facts.currency),
            campaign=campaign_id,
            at=now,
        )
        if click.who:
            tx.delete(models.touch_key(click.who, facts, click.clicked_at))
        count(tx, facts, Sums(invalid=1) - rules.change_of(Outcome.BILLED, facts.price))
        return tx.result(replace(click, outcome=Outcome.CREDITED, credited_because=reason))


def of_day(campaign_id: str, day: str, *, limit: int, cursor: str | None) -> Page[Click]:
    """A campaign's clicks of a day, the newest auction first, invalid ones too. 1 query. Raises BadCursor."""
    partition, clicks = models.day_of(campaign_id, day), ClickItem.sk.startswith(models.CLICK)
    return paging.query(ClickItem, partition, clicks, limit=limit, cursor=cursor).map(ClickItem.click)


def is_hers(visitor: str, *, person: str) -> None:
    """Take a browser's visitor id for a person's: what she clicked there counts for her orders.

    No read, 1 transaction of 2 items. Raises TooManyDevices.
    """
    devices, actions, room = models.one_device_more(person, visitor)
    with Transaction() as tx:
        tx.update(devices, actions, condition=room, otherwise=TooManyDevices)
        item = models.visitor_item(visitor, person)
        tx.put(item, condition=type(item).pk.exists() | type(item).pk.does_not_exist())
        tx.result(None)
