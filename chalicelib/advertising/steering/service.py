"""Each day, in its store's zone, a campaign with a target looks at what it brought, and bids accordingly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from chalicelib.advertising.campaigns import models as campaigns
from chalicelib.advertising.campaigns import rules as campaigning
from chalicelib.advertising.campaigns.rules import Campaign, State
from chalicelib.advertising.clicks import models as clicks
from chalicelib.advertising.steering import rules
from chalicelib.advertising.steering.rules import Seen
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.observability import log
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction

SWEEP_LIMIT = 20
"""The most campaigns of one shard that one sweep steers: 80 a minute."""


def steer_due(now: datetime) -> int:
    """Let the campaigns whose day has begun bid by what they brought; answers how many.

    For each of 4 shards a query and a read; for each campaign 1 query of 28 days and 1 transaction of 1 item.
    One that was changed meanwhile is left for the next sweep.
    """
    done = 0
    for due in campaigns.due_campaigns(now, limit=SWEEP_LIMIT):
        found = read_together([campaigns.campaign_want(one) for one in due]) if due else []
        done += sum(_steer(one, now) for one in found if one)
    return done


def _steer(before: Campaign, now: datetime) -> bool:
    """The step and when the next one is due are one change: a sweep that runs twice steps once."""
    if before.steer_at is None or before.steer_at > now:
        return False
    after = _stepped(before, now)
    try:
        with Transaction() as tx:
            actions, unchanged = campaigns.changing(before, after)
            tx.update(campaigns.campaign_key(before.id), actions, condition=unchanged)
        return True
    except DomainError:
        log.exception("a campaign couldn't be steered", extra={"campaign_id": before.id})
        return False


def _stepped(before: Campaign, now: datetime) -> Campaign:
    waiting = replace(before, steer_at=campaigning.next_day(before, now), version=before.version + 1)
    if before.target_return is None or before.steered_on is None or before.state is not State.ACTIVE:
        return waiting
    today, since = before.local(now).date(), date.fromisoformat(before.steered_on)
    days = _days(before, today)
    factor = rules.factor_after(before.bid_factor, before.target_return, days, since=since, today=today)
    if factor == before.bid_factor:
        return waiting
    return replace(waiting, bid_factor=factor, steered_on=today.isoformat())


def _days(campaign: Campaign, today: date) -> dict[date, Seen]:
    """What the last days brought, by the orders of their last clicks. 1 query."""
    first, last = today - timedelta(days=rules.LOOK_BACK), today - timedelta(days=1)
    found = clicks.daily(campaign.id, first.isoformat(), last.isoformat(), most=rules.LOOK_BACK)
    return {date.fromisoformat(day): Seen(one.clicks, one.cost, one.sales) for day, one in found}
