"""Many looks at display ads at once, told again and again: each is billed once, within the budget."""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from chalicelib.advertising.display import billing, models, service
from chalicelib.advertising.display.events import Impression, ImpressionsSeen
from chalicelib.advertising.display.rules import MICRO
from chalicelib.foundation import clock, ids
from chalicelib.foundation.errors import Busy
from chalicelib.payments.adverts import service as adverts
from tests.concurrency.test_ads import a_campaign
from tests.deployed.watching import audit

LOOKS = int(os.environ.get("AD_LOOKS", "300"))
"""10,000 for the whole measure; a few for every day."""

BUDGET = LOOKS // 5
"""At 100 to 900 a thousand about four tenths of the looks can be billed."""


def a_look(campaign: Any, group: Any, cpm: int) -> Impression:
    return Impression(
        id=ids.new("imp"),
        campaign_id=campaign.id,
        creative_id=group.id,
        owner_id=campaign.owner_id,
        day=campaign.day(clock.now()),
        cpm=cpm,
        currency="CNY",
        visitor=ids.new("vis"),
        cap=3,
        expires=0,
    )


def billed(told: list[ImpressionsSeen]) -> None:
    """What a consumer does, which gets its messages again when they failed."""
    for _ in range(100):
        try:
            return billing.bill_all(told)
        except Busy:
            continue
    raise AssertionError("never billed")


class TestManyLooksAtOnce:
    def test_are_each_billed_once_and_never_beyond_the_budget(self, on_engine: Any) -> None:
        chance = random.Random(8)
        campaign, group, _ = a_campaign(BUDGET, funds=2 * BUDGET)
        looks = [a_look(campaign, group, chance.randint(100, 900)) for _ in range(LOOKS)]
        again = looks + chance.sample(looks, LOOKS // 5)
        chance.shuffle(again)
        messages = [
            ImpressionsSeen(at=clock.now(), impressions=tuple(again[n : n + 10]))
            for n in range(0, len(again), 10)
        ]
        began = time.monotonic()
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(billed, [messages[n : n + 5] for n in range(0, len(messages), 5)]))
        took = time.monotonic() - began

        day = campaign.day(clock.now())
        log = models.impressions_of(campaign.id, day)
        cost = sum(int(item.micro) for item in log)
        rows = service.report(
            campaign.id, person=campaign.owner_id, first=day, last=day, limit=9, cursor=None
        ).items
        whole = next(row for row in rows if not row.creative_id)
        assert len(log) == LOOKS
        assert whole.micro == cost == whole.debited * MICRO + cost % MICRO <= BUDGET * MICRO
        assert whole.debited == 2 * BUDGET - adverts.balance(campaign.owner_id, "CNY").amount
        assert whole.impressions == Counter(item.outcome for item in log)["billed"]
        assert whole.debited > BUDGET - 2
        audit(on_engine)
        print(f"\n{LOOKS} looks, billed {whole.impressions} for {whole.debited} in {took:.1f} s")
