"""From what was looked at to the books: billed in batches, each impression once.

The browser tells which ads were looked at; that is a message on the queue of bills. The consumer takes all
impressions of a batch of messages together, by campaign and day: one transaction marks each, debits whole
minor units, carries the remainder, and adds to the sums of reports. A mark that is there already means that
the impression was told before: it changes nothing.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from chalicelib.advertising.campaigns import models as campaigns
from chalicelib.advertising.campaigns.rules import Campaign
from chalicelib.advertising.clicks import budgets
from chalicelib.advertising.clicks import models as days
from chalicelib.advertising.clicks.rules import Budget, is_script
from chalicelib.advertising.display import models, rules
from chalicelib.advertising.display.events import Impression, ImpressionsSeen
from chalicelib.advertising.display.rules import Bill, DisplaySum, Outcome
from chalicelib.advertising.display.serving import PURPOSE
from chalicelib.foundation import clock, queues, seals, transaction
from chalicelib.foundation.errors import Busy, ChangedMeanwhile
from chalicelib.foundation.money import Money
from chalicelib.foundation.observability import correlation_id
from chalicelib.foundation.queues import Message
from chalicelib.foundation.tables import Want, read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments.adverts import service as adverts
from chalicelib.payments.errors import AccountFrozen, InsufficientFunds

QUEUE = "ad-billing"

CHUNK = 35
"""Impressions of one transaction: with as many caps and sums it has at most 96 items."""

ATTEMPTS = 10
"""How often a chunk is looked at anew when another bill came between."""


def tell(tokens: Sequence[str], *, user_agent: str, now: datetime) -> int:
    """Note that ads were looked at; answers how many count. 1 message, or none. Raises Busy.

    Tokens that aren't ours or are too old count nothing, nor does what a script looks at.
    """
    found = {one.id: one for token in tokens if (one := _read(token)) and now.timestamp() <= one.expires}
    if not found or is_script(user_agent):
        return 0
    event = ImpressionsSeen(at=now, impressions=tuple(found.values()))
    message = Message(event.event_id, event.kind(), event.model_dump_json(), correlation_id())
    if event.event_id not in queues.send(QUEUE, [message]):
        raise Busy
    return len(found)


def _read(token: str) -> Impression | None:
    facts = seals.unseal(PURPOSE, token)
    if facts is None:
        return None
    try:
        return Impression.model_validate(dict(zip(Impression.model_fields, facts, strict=True)))
    except (ValueError, ValidationError):
        return None


def bill_all(events: Iterable[ImpressionsSeen]) -> None:
    """Bill what some messages tell of, together.

    For each campaign's day and 35 impressions 1 read of 74 items and 1 transaction of 96 at most. Raises
    Busy: then all may come again, and nothing is billed twice.
    """
    by_day: dict[tuple[str, str], dict[str, Impression]] = {}
    for event in events:
        for one in event.impressions:
            by_day.setdefault((one.campaign_id, one.day), {})[one.id] = one
    for group in by_day.values():
        impressions = list(group.values())
        for start in range(0, len(impressions), CHUNK):
            _bill(impressions[start : start + CHUNK], at=clock.now())


def _bill(impressions: Sequence[Impression], *, at: datetime) -> None:
    for attempt in range(ATTEMPTS):
        if attempt:
            transaction.sleep(random.uniform(0, 0.05 * attempt))  # noqa: S311 - jitter
        found = _found(impressions)
        if not found.new:
            return None
        try:
            return _settle(found, at=at)
        except (ChangedMeanwhile, InsufficientFunds):
            continue  # another bill was faster: what is left is read anew
        except AccountFrozen:
            return _settle(found, at=at, frozen=True)
    raise Busy


@dataclass(frozen=True, slots=True)
class _Found:
    """The impressions that weren't told before, and what decides about them."""

    new: Sequence[Impression]
    campaign: Campaign | None
    budget: Budget | None
    money: Money | None
    carry: int | None
    times: dict[tuple[str, str], int]


def _found(impressions: Sequence[Impression]) -> _Found:
    first = impressions[0]
    caps = list(dict.fromkeys((one.visitor, one.creative_id) for one in impressions))
    wants: list[Want[Any]] = [
        campaigns.campaign_want(first.campaign_id),
        days.budget_want(first.campaign_id, first.day),
        adverts.balance_want(first.owner_id, first.currency),
        models.carry_want(first.campaign_id),
        *(models.cap_want(visitor, first.day, creative) for visitor, creative in caps),
        *(models.impression_want(one) for one in impressions),
    ]
    campaign, budget, money, carry, *rest = read_together(wants)
    marks = rest[len(caps) :]
    new = [one for one, mark in zip(impressions, marks, strict=True) if mark is None]
    times = {who: times or 0 for who, times in zip(caps, rest, strict=False)}
    return _Found(new, campaign, budget, money, carry, times)


def _settle(found: _Found, *, at: datetime, frozen: bool = False) -> None:
    campaign, first = found.campaign, found.new[0]
    left = budgets.left(found.budget, campaign) if campaign else 0
    room = 0 if frozen or found.money is None else max(0, min(left, found.money.amount))
    bill = rules.bill(found.new, shown=found.times, carry=found.carry or 0, room=room)
    with Transaction() as tx:
        for one in found.new:
            tx.put(
                models.impression_item(one, bill.outcomes[one.id], rules.cost(one), at),
                otherwise=ChangedMeanwhile,
            )
        _count_caps(tx, found, bill, at)
        if bill.micro:
            carried, unchanged = models.carrying(first.campaign_id, before=found.carry, after=bill.carry)
            tx.put(carried, condition=unchanged, otherwise=ChangedMeanwhile)
        if bill.debit:
            _debit(tx, found, bill, at)
        for more in _sums(found.new, bill):
            key = models.sum_key(first.campaign_id, first.day, more.creative_id)
            tx.update(key, models.adding(more))


def _count_caps(tx: Transaction, found: _Found, bill: Bill, at: datetime) -> None:
    billed = Counter(
        (one.visitor, one.creative_id) for one in found.new if bill.outcomes[one.id] is Outcome.BILLED
    )
    for (visitor, creative_id), times in billed.items():
        before = found.times[visitor, creative_id]
        item, actions, unchanged = models.capping(
            visitor, found.new[0].day, creative_id, times=times, before=before, at=at
        )
        tx.update(item, actions, condition=unchanged, otherwise=ChangedMeanwhile)


def _debit(tx: Transaction, found: _Found, bill: Bill, at: datetime) -> None:
    """Take whole minor units from what is left of the day, which clicks share, and from what is set aside.

    The day's first debit begins with the campaign's budget, which mustn't change meanwhile: 1 item more.
    """
    first = found.new[0]
    if found.campaign:
        budgets.take(tx, found.campaign, first.day, bill.debit, budget=found.budget)
    adverts.charge_impressions(
        tx,
        first.id,
        person=first.owner_id,
        amount=Money(bill.debit, first.currency),
        campaign=first.campaign_id,
        at=at,
    )


def _sums(impressions: Sequence[Impression], bill: Bill) -> Iterator[DisplaySum]:
    """What is counted for the whole day, with its debit, and for each creative."""
    day = impressions[0].day
    yield _sum(day, "", impressions, bill, debited=bill.debit)
    for creative_id in dict.fromkeys(one.creative_id for one in impressions):
        own = [one for one in impressions if one.creative_id == creative_id]
        yield _sum(day, creative_id, own, bill, debited=0)


def _sum(
    day: str, creative_id: str, impressions: Sequence[Impression], bill: Bill, *, debited: int
) -> DisplaySum:
    became = Counter(bill.outcomes[one.id] for one in impressions)
    billed = [one for one in impressions if bill.outcomes[one.id] is Outcome.BILLED]
    return DisplaySum(
        day,
        creative_id,
        impressions=len(billed),
        micro=sum(map(rules.cost, billed)),
        debited=debited,
        capped=became[Outcome.CAPPED],
        written_off=became[Outcome.WRITTEN_OFF],
    )
