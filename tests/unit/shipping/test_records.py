"""What is counted of parcels, and what is told of it; and the bars on 50,000 simulated ones."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, pairwise
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.shipping.intervals.rules import Beta
from chalicelib.shipping.records import rules
from chalicelib.shipping.records.rules import Ending, Lane, Level, Passage, Rate, Record, Tally
from tests.unit.shipping.simulated import ORIGIN, SHANGHAI, Books, Truth, parcels, truths

NOON = datetime(2026, 3, 6, 4, tzinfo=UTC)
"""A Friday's, in Shanghai."""
PASSAGE = Passage(
    shipped_at=NOON - timedelta(minutes=90),
    promised_days=2,
    possessed_at=NOON,
    attempted_at=NOON + timedelta(hours=100),
    ending=Ending.DELIVERED,
)


def a_record(**levels: tuple[int, int]) -> Record:
    """So many on time of so many measured, by level."""
    return Record(
        {Level(level): Tally({"on_time": good, "measured": of}) for level, (good, of) in levels.items()}
    )


def only_here(good: int, of: int) -> Record:
    """A record of one lane, of which nobody knows anything but this."""
    return a_record(national=(good, of), province=(good, of), city=(good, of), county=(good, of))


def on_time(record: Record) -> Rate:
    return rules.rate(record, "on_time", "measured")


class TestBusinessDays:
    @pytest.mark.parametrize(
        ("begun", "ended", "days"),
        [
            ("2026-03-06", "2026-03-06", 0),
            ("2026-03-06", "2026-03-08", 0),
            ("2026-03-06", "2026-03-09", 1),
            ("2026-03-07", "2026-03-09", 1),
            ("2026-03-02", "2026-03-16", 10),
            ("2026-03-09", "2026-03-06", 0),
        ],
    )
    def test_are_mondays_to_fridays_after_the_first(self, begun: str, ended: str, days: int) -> None:
        assert rules.business_days(date.fromisoformat(begun), date.fromisoformat(ended)) == days

    @given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 60))
    def test_are_undone_by_counting_on(self, begun: date, days: int) -> None:
        assert rules.business_days(begun, rules.after_business_days(begun, days)) == days


class TestTally:
    def test_counts_a_parcel_that_came_in_time(self) -> None:
        """From Friday to Tuesday are two business days; 90 minutes it waited to be fetched."""
        tally = rules.tally_of(PASSAGE, SHANGHAI)
        hours = f"h{rules.hour_bucket(timedelta(hours=100)):02}"
        assert tally.counts == {
            "seen": 1,
            "pickup_minutes": 90,
            "measured": 1,
            "on_time": 1,
            "d02": 1,
            hours: 1,
            "concluded": 1,
        }

    def test_counts_days_where_the_parcel_is(self) -> None:
        """Half past midnight in Shanghai is still the day before in London."""
        late = replace(PASSAGE, attempted_at=datetime(2026, 3, 10, 16, 30, tzinfo=UTC))
        assert rules.tally_of(late, SHANGHAI)["on_time"] == 0
        assert rules.tally_of(late, "Europe/London")["on_time"] == 1

    def test_counts_nothing_before_the_courier_has_it(self) -> None:
        assert rules.tally_of(replace(PASSAGE, possessed_at=None), SHANGHAI).counts == {}

    def test_counts_a_loss_without_a_time(self) -> None:
        lost = replace(PASSAGE, attempted_at=None, ending=Ending.LOST)
        tally = rules.tally_of(lost, SHANGHAI)
        assert (tally["lost"], tally["concluded"], tally["measured"]) == (1, 1, 0)

    def test_takes_a_clock_that_runs_backwards_for_no_time(self) -> None:
        odd = replace(PASSAGE, attempted_at=NOON - timedelta(hours=1))
        tally = rules.tally_of(odd, SHANGHAI)
        assert (tally["d00"], tally["h00"]) == (1, 1)

    def test_of_what_changed_is_the_difference(self) -> None:
        before = rules.tally_of(replace(PASSAGE, attempted_at=None, ending=None), SHANGHAI)
        after = rules.tally_of(PASSAGE, SHANGHAI)
        assert before.plus(after.less(before)) == after


class TestTimes:
    def test_are_told_to_within_5_percent(self) -> None:
        for minutes in range(4 * 60 + 1, 687 * 60, 7):
            took = timedelta(minutes=minutes)
            told = rules.bucket_hours(rules.hour_bucket(took))
            assert told / (minutes / 60) == pytest.approx(1, abs=0.05)

    def test_by_percentile_are_the_nearest_ranks(self) -> None:
        """EasyPost's own sample, 1, 2, 2, 3, 3, 4, 6 for 50, 75, 85, 90, 95, 97 and 99 %, as counts of a
        hundred parcels: https://docs.easypost.com/docs/smartrate."""
        counts = {"d01": 50, "d02": 35, "d03": 10, "d04": 2, "d06": 3, "h10": 100, "measured": 100}
        times = rules.times(Record({Level.COUNTY: Tally(counts)}))
        assert times
        assert times.days == {50: 1, 75: 2, 85: 2, 90: 3, 95: 3, 99: 6}

    @given(st.lists(st.integers(0, 40), min_size=rules.HOUR_BUCKETS, max_size=rules.HOUR_BUCKETS))
    def test_never_fall(self, buckets: list[int]) -> None:
        counts = dict(zip(rules.HOURS, buckets, strict=True)) | {"d03": sum(buckets)}
        times = rules.times(Record({Level.CITY: Tally(counts | {"measured": sum(buckets)})}))
        if times:
            assert all(one <= two for one, two in pairwise(times.hours.values()))
            assert times.level is Level.CITY

    def test_come_from_the_narrowest_level_that_has_enough(self) -> None:
        few, many = (Tally({"measured": n, "d03": n, "h10": n}) for n in (29, 30))
        times = rules.times(Record({Level.COUNTY: few, Level.CITY: many, Level.NATIONAL: many}))
        assert times
        assert times.level is Level.CITY
        assert rules.times(Record({Level.COUNTY: few})) is None


class TestRate:
    def test_of_nothing_is_anything(self) -> None:
        rate = on_time(Record({}))
        assert (rate.low < 50, rate.high > 9_950, rate.of, rate.level) == (True, True, 0, None)

    def test_isnt_the_surer_for_being_perfect(self) -> None:
        assert on_time(only_here(2, 2)).low < on_time(only_here(980, 1_000)).low

    def test_stands_in_the_order_of_wilsons_bounds(self) -> None:
        """3 of 3, 9 of 10, 95 of 100 and 950 of 1,000 have 0.4385, 0.5958, 0.8882 and 0.9347."""
        lows = [on_time(only_here(*seen)).low for seen in ((3, 3), (9, 10), (95, 100), (950, 1_000))]
        assert lows == sorted(lows)
        assert lows[3] == pytest.approx(9_347, abs=25)

    def test_of_a_lane_without_parcels_is_its_citys_with_more_doubt(self) -> None:
        city = on_time(a_record(national=(900, 1_000), province=(900, 1_000), city=(900, 1_000)))
        county = on_time(
            a_record(national=(900, 1_000), province=(900, 1_000), city=(900, 1_000), county=(0, 0))
        )
        assert county == city
        assert county.level is Level.CITY
        assert county.low < 7_500
        assert county.high > 9_000

    def test_follows_the_lane_the_more_it_has_seen(self) -> None:
        def of(count: int) -> int:
            good = count // 2
            wide = (9_000 + good, 10_000 + count)
            return on_time(a_record(national=wide, province=wide, city=wide, county=(good, count))).expected

        assert 9_000 > of(2) > of(20) > of(200) > of(2_000) > 5_000

    def test_never_counts_a_parcel_twice(self) -> None:
        """What is only on this lane adds to nothing above it: the same as if the levels weren't there."""
        assert rules.believed([(90, 100)] * 4).weight == pytest.approx(101)

    @given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), min_size=4, max_size=4))
    def test_is_a_probability_whatever_was_read(self, seen: list[tuple[int, int]]) -> None:
        """Even if the levels were read at such different moments that they contradict each other."""
        belief = rules.believed([(min(pair), max(pair)) for pair in seen])
        assert 0 <= belief.quantile(0.025) <= belief.mean <= belief.quantile(0.975) <= 1


class Seen(NamedTuple):
    """A simulated courier on a lane: what is true of it, and what its record says."""

    truth: Truth
    on_time: Rate
    lost: Rate

    @property
    def rate(self) -> float:
        return self.truth.on_time


@pytest.fixture(scope="module")
def simulated() -> list[Seen]:
    """50,000 parcels of six couriers on forty lanes: 208 of each on each."""
    dice = random.Random(20260301)
    books, all_truths = Books(), truths(dice, base=75, gap=0.15)
    for truth in all_truths:
        for passage in parcels(truth, 209, dice):
            books.note(truth.lane, passage)
    records = [(truth, books.record(truth.lane)) for truth in all_truths]
    return [
        Seen(truth, on_time(record), rules.rate(record, "lost", "concluded")) for truth, record in records
    ]


@pytest.fixture(scope="module")
def lanes(simulated: list[Seen]) -> list[list[Seen]]:
    """The couriers of each lane."""
    by_lane: dict[str, list[Seen]] = {}
    for one in simulated:
        by_lane.setdefault(one.truth.lane.destination.region, []).append(one)
    return list(by_lane.values())


class TestFiftyThousandParcels:
    def test_rank_first_who_is_first_where_one_is_clearly_best(self, lanes: list[list[Seen]]) -> None:
        """Clearly: by more than 5 points, 2 standard errors of a difference of two rates of 200 parcels."""
        clear = right = 0
        for lane in lanes:
            best, second = sorted((one.rate for one in lane), reverse=True)[:2]
            if best - second > 0.05:
                clear += 1
                right += max(lane, key=lambda one: one.on_time.low).rate == best
        assert clear >= 10
        assert right / clear >= 0.95

    def test_rank_first_who_is_within_2_points_of_the_best(self, lanes: list[list[Seen]]) -> None:
        firsts = [max(lane, key=lambda one: one.on_time.low).rate for lane in lanes]
        bests = [max(one.rate for one in lane) for lane in lanes]
        good = sum(best - first <= 0.02 for first, best in zip(firsts, bests, strict=True))
        assert good / len(lanes) >= 0.95

    def test_put_couriers_that_differ_into_their_true_order(self, lanes: list[list[Seen]]) -> None:
        pairs = [
            (one.rate > two.rate) == (one.on_time.low > two.on_time.low)
            for lane in lanes
            for one, two in combinations(lane, 2)
            if abs(one.rate - two.rate) > 0.05
        ]
        assert sum(pairs) / len(pairs) >= 0.99

    def test_have_intervals_that_cover_the_truth_as_often_as_they_say(self, simulated: list[Seen]) -> None:
        """95 %, give or take 2.8, two standard errors of 240 tries."""
        covered = sum(one.on_time.low <= one.rate * 10_000 <= one.on_time.high for one in simulated)
        assert 0.922 <= covered / len(simulated) <= 0.978

    def test_have_intervals_that_cover_rare_losses_at_least_as_often(self, simulated: list[Seen]) -> None:
        """Two or three parcels of a lane's 200 are lost."""
        covered = sum(one.lost.low <= one.truth.lost * 10_000 + 0.5 <= one.lost.high + 1 for one in simulated)
        assert covered / len(simulated) >= 0.95


class TestThinLanes:
    def test_have_intervals_that_cover_what_the_model_expects(self) -> None:
        """Lanes that differ from their city as κ says, with 0 to 20 parcels: 95 % of 2,000."""
        dice = random.Random(7)
        covered = 0
        for _ in range(2_000):
            true = dice.betavariate(9, 1)
            of = dice.randrange(21)
            good = sum(dice.random() < true for _ in range(of))
            wide = (90_000 + good, 100_000 + of)
            belief: Beta = rules.believed([wide, wide, (good, of)])
            covered += belief.below(true) > 0.025 and belief.below(true) < 0.975
        assert covered / 2_000 == pytest.approx(0.95, abs=0.015)


class TestLane:
    def test_is_kept_at_four_levels(self) -> None:
        lane = Lane("zhonghe.standard", ORIGIN, replace(ORIGIN, region="513233100"))
        assert {level: lane.key(level) for level in Level} == {
            Level.NATIONAL: "zhonghe.standard#>",
            Level.PROVINCE: "zhonghe.standard#33>51",
            Level.CITY: "zhonghe.standard#3307>5132",
            Level.COUNTY: "zhonghe.standard#3307>513233",
        }
