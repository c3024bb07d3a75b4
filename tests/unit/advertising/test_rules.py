from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.advertising.pacing import rules as pacing
from chalicelib.advertising.pacing.rules import Pacing
from chalicelib.advertising.quality import rules as quality
from chalicelib.advertising.quality.rules import Shown
from chalicelib.advertising.targeting import rules as targeting
from chalicelib.advertising.targeting.rules import Audience, Device, Match
from chalicelib.search import service as search

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
WORDS = st.lists(st.sampled_from("abcdefghij"), max_size=8).map(tuple)


def fits(keyword: str, match: Match, searched: str) -> bool:
    return targeting.matches(search.words(keyword), match, search.words(searched))


class TestMatching:
    @pytest.mark.parametrize(
        ("keyword", "searched", "as_"),
        [
            ("hair clip", "Hair Clips", "exact phrase broad"),
            ("hair clip", "tortoise hair clips", "phrase broad"),
            ("hair clip", "clip for long hair", "broad"),
            ("hair clip", "hair", ""),
            ("复古发夹", "復古髮夾", "exact phrase broad"),
            ("发夹", "复古发夹女", "phrase broad"),
            ("复古 发夹", "发夹 复古", "broad"),
            ("发夹", "头绳", ""),
        ],
    )
    def test_is_wider_from_exact_to_broad(self, keyword: str, searched: str, as_: str) -> None:
        assert [match for match in Match if fits(keyword, match, searched)] == as_.split()

    def test_of_a_negative_keyword_rules_out_whatever_has_it(self) -> None:
        negatives = [search.words("free"), search.words("二手")]
        assert targeting.refused(negatives, search.words("free hair clip"))
        assert targeting.refused(negatives, search.words("二手发夹"))
        assert not targeting.refused(negatives, search.words("hair clip"))

    @given(WORDS.filter(bool), WORDS)
    def test_finds_by_its_keys_all_keywords_that_stand_together_or_are_of_three_words(
        self, keyword: tuple[str, ...], searched: tuple[str, ...]
    ) -> None:
        keys = targeting.keys_for(searched)
        assert len(keys) <= targeting.MOST_KEYS
        exact = targeting.matches(keyword, Match.EXACT, searched)
        few = targeting.matches(keyword, Match.BROAD, searched) and len(set(keyword)) <= 2
        if exact or few:
            assert targeting.key_of(keyword) in keys


class TestAudience:
    def test_is_everybody_unless_told(self) -> None:
        assert Audience().includes(region=None, device=Device.PHONE, local=NOON)

    @pytest.mark.parametrize(
        "audience",
        [
            Audience(regions=("33",)),
            Audience(devices=frozenset({Device.COMPUTER})),
            Audience(hours=frozenset({13})),
            Audience(weekdays=frozenset({1})),
        ],
    )
    def test_leaves_out_whoever_is_not_meant(self, audience: Audience) -> None:
        assert not audience.includes(region="513233", device=Device.PHONE, local=NOON)
        assert not audience.includes(region=None, device=Device.PHONE, local=NOON)

    def test_of_a_province_is_all_its_counties(self) -> None:
        assert Audience(regions=("33",)).includes(region="330782", device=Device.PHONE, local=NOON)

    def test_tells_a_phone_by_what_its_browser_says(self) -> None:
        assert targeting.device_of("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)") is Device.PHONE
        assert targeting.device_of("Mozilla/5.0 (X11; Linux x86_64)") is Device.COMPUTER


class TestPacing:
    def test_lets_pass_one_in_r_of_who_spends_r_times_the_plan(self) -> None:
        plan = round(pacing.planned(NOON) * 100_000)
        assert pacing.probability(spent=2 * plan, budget=100_000, local=NOON) == pytest.approx(0.5, rel=1e-4)
        assert pacing.probability(spent=plan - 1, budget=100_000, local=NOON) == 1.0

    def test_plans_nothing_at_midnight_and_all_by_the_next(self) -> None:
        midnight = NOON.replace(hour=0)
        last_second = midnight + timedelta(hours=23, minutes=59, seconds=59)
        assert pacing.planned(midnight) == 0
        assert pacing.planned(last_second) == pytest.approx(1, abs=1e-3)

    @pytest.mark.parametrize(("way", "least", "most"), [(Pacing.EVEN, 0.3, 0.5), (Pacing.FAST, 1.0, 1.0)])
    def test_has_not_spent_the_day_by_breakfast(self, way: Pacing, least: float, most: float) -> None:
        """Ten times the visitors that the budget is enough for, until eight: √10 times the plan is spent,
        as the rate that 1/r lets pass is what spending has been, not what it is."""
        chance, budget, spent = random.Random(8), 1_000, 0
        for hour in range(8):
            for minute in range(60):
                local = NOON.replace(hour=hour, minute=minute)
                come = pacing.TRAFFIC[hour] * 10 * budget / sum(pacing.TRAFFIC) / 60 + chance.random()
                for _ in range(int(come)):
                    some = {"spent": spent, "budget": budget, "local": local, "chance": chance.random()}
                    spent += spent < budget and pacing.takes_part(way, **some)
        assert least <= spent / budget <= most


class TestQuality:
    def test_of_a_new_ad_is_the_usual_one(self) -> None:
        assert quality.click_rate(Shown()) == pytest.approx(0.03)

    def test_is_not_worse_for_having_stood_lower(self) -> None:
        """As many clicks of those who looked: 60 of 1,000 impressions above, 24 of as many below."""
        above = Shown(looks=1_000 * quality.SEEN[0], clicks=60)
        below = Shown(looks=1_000 * quality.SEEN[2], clicks=24)
        assert quality.click_rate(below) == pytest.approx(quality.click_rate(above), rel=0.15)
        assert quality.click_rate(below) > 24 / 1_000

    def test_is_higher_where_the_title_says_what_is_looked_for(self) -> None:
        assert quality.relevance(["hair", "clip"], in_title=["hair", "clip"]) == 1.0
        assert quality.relevance(["hair", "clip"], in_title=["ring"]) == 0.25

    def test_is_higher_of_goods_that_buyers_like(self) -> None:
        bad, unknown, good = (
            quality.record(stars=2.0, reviews=50),
            quality.record(stars=0.0, reviews=0),
            quality.record(stars=5.0, reviews=50),
        )
        assert bad < unknown == 1.0 < good

    def test_of_goods_without_reviews_is_that_of_their_store(self) -> None:
        bad_store, good_store = (quality.mean(stars=stars, reviews=50) for stars in (2.0, 5.0))
        new = [quality.record(stars=0.0, reviews=0, store=store) for store in (bad_store, 4.0, good_store)]
        assert new == sorted(new) and new[0] < new[1] == 1.0 < new[2]
        known = [quality.record(stars=4.5, reviews=200, store=store) for store in (bad_store, good_store)]
        assert known[1] - known[0] < 0.1 * (new[2] - new[0])

    @given(st.integers(0, 10**6), st.integers(0, 10**6), st.floats(0, 5), st.integers(0, 10**5))
    def test_is_above_zero_and_a_rate_between_nothing_and_all(
        self, looks: int, clicks: int, stars: float, reviews: int
    ) -> None:
        rate = quality.click_rate(Shown(looks, clicks))
        assert 0 < rate <= 1
        assert quality.quality(rate, 0.25, quality.record(stars=stars, reviews=reviews)) >= 1
