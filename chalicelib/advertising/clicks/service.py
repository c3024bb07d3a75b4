"""What people do with clicks: follow an ad's link, look at what became of it, and have it paid back.

A click answers at once: its token is checked, a message is put on a queue, and the browser is sent on. What
it costs is found out by `billing`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from chalicelib.advertising.clicks import models, rules, tokens
from chalicelib.advertising.clicks.models import ClickItem
from chalicelib.advertising.clicks.rules import Click, Outcome, Sums
from chalicelib.advertising.errors import (
    AdClickNotFound,
    AdLinkUnknown,
    NotBilled,
    TooManyDevices,
)
from chalicelib.advertising.events import AdClicked, ClickFacts, ForgedClick
from chalicelib.foundation import ids, paging, queues
from chalicelib.foundation.errors import Busy
from chalicelib.foundation.events import Event
from chalicelib.foundation.money import Money
from chalicelib.foundation.observability import correlation_id
from chalicelib.foundation.paging import Page
from chalicelib.foundation.queues import Message
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments.adverts import service as adverts

QUEUE = "ad-billing"

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
        for touch in rules.touched(facts):
            change = Sums(invalid=1) - rules.change_of(Outcome.BILLED, facts.price)
            tx.update(models.sums_key(campaign_id, touch), models.adding(change))
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
