from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from chalicelib.advertising import handlers
from chalicelib.advertising.campaigns import service as campaigns
from chalicelib.advertising.campaigns.service import Change, Offered
from chalicelib.advertising.clicks import models
from chalicelib.advertising.clicks.models import ClickItem
from chalicelib.advertising.clicks.rules import By, Outcome
from chalicelib.advertising.events import AdClicked, ClickFacts
from chalicelib.advertising.reports import service as reports
from chalicelib.advertising.targeting.rules import Match
from chalicelib.foundation import clock, ids, queues
from chalicelib.foundation.money import Money
from chalicelib.foundation.queues import Message
from chalicelib.payments import ledger, rules
from chalicelib.payments.adverts import service as adverts
from tests.concurrency.test_races import a_listing
from tests.deployed.watching import audit

CLICKS = int(os.environ.get("AD_CLICKS", "150"))
"""10,000 for the whole measure; a few for every day."""

BUDGET = 10 * CLICKS
"""At prices of 3 to 37 about half of the clicks can be billed: 10,000 clicks against 1,000.00."""


def a_campaign(budget: int, funds: int) -> Any:
    clip = a_listing(stock=9)
    ledger.make(
        rules.Transfer(
            ids.new("gift"),
            rules.outside("sandbox", clip.id, "CNY"),
            rules.wallet(clip.owner_id, "CNY"),
            Money(funds, "CNY"),
            rules.Code.TOP_UP,
            "test",
        ),
        at=clock.now(),
    )
    adverts.fund(clip.owner_id, Money(funds, "CNY"), now=clock.now())
    campaign = campaigns.begin(
        clip.store_id, person=clip.owner_id, name="A", daily_budget=budget, wish=Change(), now=clock.now()
    )
    group = campaigns.add_group(
        campaign.id,
        person=clip.owner_id,
        name="G",
        listing_ids=[clip.id],
        keywords=[Offered("clip", Match.BROAD, 50)],
        now=clock.now(),
    )
    return campaign, group, clip


def a_click(campaign: Any, group: Any, clip: Any, price: int) -> AdClicked:
    facts = ClickFacts(
        click_id=ids.new("clk"),
        campaign_id=campaign.id,
        group_id=group.id,
        owner_id=campaign.owner_id,
        store_id=campaign.store_id,
        slug="clips",
        listing_id=clip.id,
        keyword="broad clip",
        term="clip",
        day=campaign.day(clock.now()),
        slot=0,
        price=price,
        currency="CNY",
        expires=0,
    )
    return AdClicked(at=clock.now(), facts=facts, visitor=ids.new("vis"), origin=ids.new("o"))


def billed(told: Sequence[AdClicked]) -> None:
    """What a consumer does with a batch, of which it gets again what failed."""
    records = [
        {"messageId": str(number), "body": queues._encode(Message(one.event_id, one.kind(), text, "test"))}
        for number, one in enumerate(told)
        if (text := one.model_dump_json())
    ]
    for _ in range(100):
        failed = handlers.bill_clicks({"Records": records})["batchItemFailures"]
        if not failed:
            return
        again = {one["itemIdentifier"] for one in failed}
        records = [one for one in records if one["messageId"] in again]
    raise AssertionError("never billed")


class TestManyClicksAtOnce:
    def test_are_never_billed_beyond_the_budget_and_use_it_up(self, on_engine: Any) -> None:
        chance = random.Random(8)
        campaign, group, clip = a_campaign(BUDGET, funds=2 * BUDGET)
        told = [a_click(campaign, group, clip, chance.randint(3, 37)) for _ in range(CLICKS)]
        again = told + chance.sample(told, CLICKS // 10)
        chance.shuffle(again)
        batches = [again[start : start + queues.BATCH] for start in range(0, len(again), queues.BATCH)]
        began = time.perf_counter()
        with ThreadPoolExecutor(12) as pool:
            list(pool.map(billed, batches))
        rate = len(again) / (time.perf_counter() - began)

        day = campaign.day(clock.now())
        found = [item.click() for item in models.log_of(ClickItem, campaign.id, day, begins=models.CLICK)]
        cost = sum(one.facts.price for one in found if one.outcome is Outcome.BILLED)
        assert len(found) == CLICKS
        assert BUDGET - 37 < cost <= BUDGET
        left = adverts.balance(campaign.owner_id, "CNY").amount
        page = reports.report(
            campaign.id, person=campaign.owner_id, by=By.CAMPAIGN, first=day, last=day, limit=9, cursor=None
        )
        assert cost == 2 * BUDGET - left == page.page.items[0].sums.cost
        assert reports.recounted(campaign.id, day)[By.CAMPAIGN, ""] == page.page.items[0].sums
        audit(on_engine)
        outcomes = dict(Counter(one.outcome.value for one in found))
        print(f"\n{CLICKS} clicks, {rate:.0f} messages a second, {cost} billed of {BUDGET}: {outcomes}")
