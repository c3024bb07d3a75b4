from __future__ import annotations

import math
import random
from datetime import UTC, datetime, timedelta

from chalicelib.foundation import clock
from chalicelib.foundation.transaction import Transaction
from chalicelib.insights.counting import sums
from chalicelib.insights.counting.rules import DAY, Tally
from chalicelib.insights.forecast import rules
from chalicelib.insights.forecast.rules import WEEK
from tests.unit import world
from tests.unit.world import MEI, made

NOON = datetime(2026, 11, 26, 4, 30, tzinfo=UTC)


def traffic(weeks: int, *, seed: int, growth: float = 1.03) -> list[int]:
    """A store's hours: evenings and weekends are busy, it grows, and each week and hour has its luck."""
    dice = random.Random(seed)
    series: list[int] = []
    for week in range(weeks):
        luck = dice.lognormvariate(0, 0.12) * growth**week
        for hour in range(WEEK):
            day, of_day = divmod(hour, 24)
            evening, noon = (
                math.exp(-(((of_day - at) / wide) ** 2)) for at, wide in ((20.5, 3.5), (12.5, 2))
            )
            shape = 0.15 + evening + 0.5 * noon
            mean = 60 * shape * (1.5 if day >= 5 else 1) * luck
            series.append(max(0, round(dice.gauss(mean, math.sqrt(mean) * 1.3))))
    return series


class TestTheForecast:
    """Held against 16 weeks that it hasn't seen, of 6 stores."""

    def test_covers_the_busy_hours_as_often_as_it_says(self) -> None:
        under, all_ = 0, 0
        for seed in range(6):
            series = traffic(28, seed=seed)
            for week in range(12, 28):
                told = rules.outlook(series[: week * WEEK])
                assert told
                came = series[week * WEEK : (week + 1) * WEEK]
                for hour in rules.busy(told.hours):
                    under += came[hour] <= told.most(hour)
                    all_ += 1
        assert 0.91 <= under / all_ <= 0.985

    def test_is_nearer_than_last_week_again(self) -> None:
        ours = naive = 0.0
        for seed in range(6):
            series = traffic(28, seed=seed)
            for week in range(12, 28):
                told = rules.outlook(series[: week * WEEK])
                assert told
                last, came = series[(week - 1) * WEEK : week * WEEK], series[week * WEEK : (week + 1) * WEEK]
                ours += sum(abs(a - b) for a, b in zip(told.hours, came, strict=True))
                naive += sum(abs(a - b) for a, b in zip(last, came, strict=True))
        assert ours < 0.85 * naive

    def test_tells_nothing_of_less_than_three_weeks_or_of_silence(self) -> None:
        assert rules.outlook(traffic(2, seed=1)) is None
        assert rules.outlook([0] * (5 * WEEK)) is None


class TestTheRoute:
    def test_tells_the_next_week_and_what_it_takes(self) -> None:
        store = world.a_store()
        series = traffic(5, seed=3)
        today = NOON.date()
        for number in range(35):
            tally = Tally()
            for hour in range(24):
                day = (today - timedelta(days=35 - number)).isoformat()
                tally.add(DAY, day, f"hour_{hour:02}", series[24 * number + hour])
            with Transaction() as tx:
                sums.add(tx, store["id"], tally, shard=number % 4, now=NOON)
        with clock.stopped_at(NOON):
            told = made(MEI.get(f"/stores/{store['id']}/insights/forecast"))
        assert [day["day"] for day in told["days"]][::6] == ["2026-11-26", "2026-12-02"]
        assert told["busiest"]["hour"] in (19, 20, 21, 22)
        assert told["busiest"]["expected"] < told["busiest"]["most"]
        assert told["need"]["requests"] > sum(day["expected"] for day in told["days"])
        needed = {plan["code"]: plan for plan in made(MEI.get("/storage/plans"))["items"]}[told["plan"]]
        assert needed["requests"] >= told["need"]["requests"]
        assert needed["bandwidth_bytes"] >= told["need"]["bandwidth"]

    def test_is_empty_for_a_young_store(self) -> None:
        store = world.a_store()
        told = made(MEI.get(f"/stores/{store['id']}/insights/forecast"))
        assert told == {"days": [], "busiest": None, "need": None, "plan": None}
