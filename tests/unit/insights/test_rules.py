from __future__ import annotations

import math
import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.insights.buying import rules as buying
from chalicelib.insights.collecting import rules as channels
from chalicelib.insights.events import Source
from chalicelib.insights.sketches import rules as sketches

THINGS = st.lists(st.text(max_size=5), max_size=60)


class TestSketches:
    @pytest.mark.parametrize("many", [0, 1, 10, 100, 1_000, 5_000, 20_000, 200_000])
    def test_err_by_no_more_than_is_published(self, many: int) -> None:
        """Within 3 standard errors; of few, which land in different numbers, by next to nothing."""
        runs = 1 if many > 20_000 else 4
        for run in range(runs):
            sketch = sketches.adding(sketches.empty(), (f"{run} {number}" for number in range(many)))
            assert abs(sketches.estimate(sketch) - many) <= max(3 * sketches.ERROR * many, 0)

    def test_err_by_one_standard_error_in_the_quadratic_mean(self) -> None:
        many, runs = 6_000, 24
        errors = []
        for run in range(runs):
            sketch = sketches.adding(sketches.empty(), (f"{run} {number}" for number in range(many)))
            errors.append(sketches.estimate(sketch) / many - 1)
        assert math.sqrt(sum(error * error for error in errors) / runs) < 1.35 * sketches.ERROR
        assert abs(sum(errors) / runs) < 3 * sketches.ERROR / math.sqrt(runs)

    @given(THINGS, THINGS, st.randoms())
    def test_are_the_same_in_whatever_order_and_however_often(
        self, some: list[str], others: list[str], dice: random.Random
    ) -> None:
        one = sketches.adding(sketches.empty(), some)
        two = sketches.adding(sketches.empty(), others)
        shuffled = [*some, *others, *some]
        dice.shuffle(shuffled)
        assert sketches.merged([one, two]) == sketches.adding(sketches.empty(), shuffled)
        assert sketches.merged([two, one, two]) == sketches.merged([one, two])
        assert sketches.unpacked(sketches.packed(one)) == one


class TestChannels:
    @pytest.mark.parametrize(
        ("source", "link", "channel"),
        [
            (Source(), None, "direct"),
            (Source(ad=True, link="x"), "weibo", "ad"),
            (Source(link="x"), "poster", "poster"),
            (Source(link="x"), None, "direct"),
            (Source(referrer="m.weibo.cn"), None, "weibo"),
            (Source(referrer="www.google.com"), None, "search"),
            (Source(referrer="tieba.baidu.com"), None, "social"),
            (Source(referrer="www.baidu.com"), None, "search"),
            (Source(referrer="blog.example"), None, "referral"),
            (Source(agent="Mozilla/5.0 MicroMessenger/8.0"), None, "wechat"),
        ],
    )
    def test_are_told_by_how_one_came(self, source: Source, link: str | None, channel: str) -> None:
        assert channels.channel_of(source, link) == channel

    def test_are_not_told_by_our_own_pages_or_by_nonsense(self) -> None:
        assert channels.host_of("https://guanxi.example/shop/mei", own="guanxi.example") == ""
        assert channels.host_of("http://[", own="guanxi.example") == ""
        assert channels.host_of("https://m.weibo.cn/x", own="guanxi.example") == "m.weibo.cn"


class TestPseudonyms:
    def test_tell_one_from_another_in_one_store_only(self) -> None:
        def of(
            store: str = "sto_1", told: str | None = None, address: str = "1.2.3.4", salt: bytes = b"a"
        ) -> str:
            return channels.pseudonym(store, told, address=address, agent="x", salt=salt)

        assert of(told="v") == of(told="v", address="5.6.7.8", salt=b"b") != of(store="sto_2", told="v")
        assert len({of(), of(address="5.6.7.8"), of(salt=b"b"), of(store="sto_2")}) == 4


class TestCohorts:
    @given(
        st.lists(
            st.tuples(st.sampled_from(["2026-01", "2026-02", "2026-11", "2027-01"]), st.booleans()),
            max_size=8,
        )
    )
    def test_changed_step_by_step_are_those_of_the_end(self, steps: list[tuple[str, bool]]) -> None:
        """However orders come and go, the table is what the buyer's months come to."""
        table: dict[str, Counter[str]] = {}
        months: dict[str, int] = {}
        for month, comes in steps:
            if not comes and not months.get(month):
                continue
            after = buying.with_order(months, month, 1 if comes else -1)
            for first, counts in buying.cohort_changes(months, after).items():
                table.setdefault(first, Counter()).update(counts)
            months = after
        kept = {first: Counter({n: c for n, c in counts.items() if c}) for first, counts in table.items()}
        assert {first: counts for first, counts in kept.items() if counts} == buying.cohort_changes(
            {}, months
        )

    def test_tell_who_came_back_and_when(self) -> None:
        (told,) = buying.cohort_changes({}, {"2026-11": 1, "2027-02": 2}).items()
        assert told == ("2026-11", Counter(buyers=1, repeat=1, after_00=1, after_03=1))
