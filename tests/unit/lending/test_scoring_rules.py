"""What follows from a record: score, limit, price, reasons, and what would raise it."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation.money import Money
from chalicelib.lending.scoring import deck, rules, words
from chalicelib.lending.scoring.rules import Bin, Characteristic, Facts, How, Raise, Reason, Scale, Standing
from tests.unit.lending.sellers import NOW, facts

CARD = deck.current()
SHARE = st.none() | st.integers(0, 10_000)
RATIO = st.none() | st.integers(0, 99_999)
ANY_FACTS = st.builds(
    Facts,
    store_months=st.none() | st.integers(0, 200),
    monthly_sales=st.integers(0, 10**9),
    trend=RATIO,
    season=RATIO,
    unevenness=RATIO,
    refunds=SHARE,
    disputes=SHARE,
    on_time=SHARE,
    rating=st.none() | st.integers(100, 500),
    cushion=RATIO,
    ad_return=RATIO,
    days_late=st.none() | st.integers(0, 400),
    months_sold=st.integers(0, 12),
)


def standing(one: Facts) -> Standing:
    return rules.standing(one, CARD, now=NOW)


class TestAStanding:
    @given(ANY_FACTS)
    def test_is_within_the_cards_bounds(self, one: Facts) -> None:
        seen = standing(one)
        grid = CARD.starter if one.months_sold < CARD.starter_months else CARD.grid
        assert 0 < seen.default_probability < 10_000
        assert seen.limit.amount == 0 or grid.least <= seen.limit.amount <= grid.most
        assert seen.limit.amount % grid.step == 0
        assert (seen.annual_rate == 0) == (seen.limit.amount == 0)
        assert len(seen.reasons) <= rules.MOST_REASONS
        assert len(set(seen.reasons)) == len(seen.reasons)

    @given(ANY_FACTS)
    def test_would_be_raised_by_just_what_it_says(self, one: Facts) -> None:
        seen = standing(one)
        for raised in seen.raises:
            then = standing(replace(one, **{raised.what.value: raised.target}))
            assert seen.limit < raised.limit == then.limit
            assert then.score == seen.score + raised.points

    @given(ANY_FACTS)
    def test_names_where_the_most_points_are_lost(self, one: Facts) -> None:
        lost = {what: scale.best - scale.points(one.of(what)) for what, scale in CARD.scales.items()}
        told = {what for what in lost if rules._reason(what, one) in standing(one).reasons}
        silent = {what for what in lost if what not in told and rules._reason(what, one)}
        least = min((lost[what] for what in told), default=0)
        # Two may share a reason, and then the one that lost less is told by the other.
        assert all(lost[what] <= max(lost[it] for it in told) for what in silent if told)
        assert least >= 0

    def test_of_a_good_seller_is_a_good_limit(self) -> None:
        seen = standing(facts())
        assert seen.limit >= Money(800_000, "CNY")
        assert seen.default_probability < 300

    def test_without_sales_is_no_limit_and_says_so(self) -> None:
        seen = standing(facts(monthly_sales=0))
        assert (seen.limit, seen.annual_rate) == (Money.zero("CNY"), 0)
        assert seen.reasons[0] is Reason.NO_SALES

    def test_of_a_beginner_is_a_small_limit(self) -> None:
        usual, beginner = standing(facts()), standing(facts(months_sold=1))
        assert Money.zero("CNY") < beginner.limit <= Money(CARD.starter.most, "CNY") < usual.limit

    def test_of_a_beginner_of_whom_little_is_known_says_that(self) -> None:
        seen = standing(Facts(store_months=0, monthly_sales=50_000, on_time=10_000, refunds=0, disputes=0))
        assert {Reason.FEW_REVIEWS, Reason.SHORT_HISTORY} <= set(seen.reasons)

    def test_names_lost_disputes_and_late_parcels(self) -> None:
        seen = standing(facts(disputes=300, on_time=7_000))
        assert set(seen.reasons[:2]) == {Reason.DISPUTES_LOST, Reason.SHIPPED_LATE}

    def test_takes_nothing_but_the_record(self) -> None:
        """No name, sex, age, place, language, or whatever else is of the person, can enter."""
        assert {one.name for one in fields(Facts)} == {one.value for one in Characteristic} | {"months_sold"}
        assert set(CARD.scales) == set(Characteristic)


class TestAScale:
    SCALE = Scale((Bin(10, 5), Bin(20, 9), Bin(30, 7), Bin(None, 12)), unknown=6)

    def test_finds_the_nearest_better_value_on_either_side(self) -> None:
        found = {value: list(self.SCALE.better(value)) for value in (3, 15, 25, 30)}
        assert found == {3: [10], 15: [30], 25: [30, 19], 30: []}

    def test_begins_a_bin_where_the_one_before_ends(self) -> None:
        assert [self.SCALE.points(value) for value in (-1, 9, 10, 19, 20, 29, 30, None)] == [
            *[5, 5, 9, 9],
            *[7, 7, 12, 6],
        ]


class TestAChange:
    def test_is_told_when_it_is_worth_it(self) -> None:
        at = standing(facts())

        def of(amount: int) -> Standing:
            return replace(at, limit=Money(amount, "CNY"))

        assert rules.change(None, of(0)) is None
        assert rules.change(None, of(5_000)) is How.GRANTED
        assert rules.change(of(100_000), of(109_000)) is None
        assert rules.change(of(100_000), of(110_000)) is How.RAISED
        assert rules.change(of(100_000), of(90_000)) is How.LOWERED
        assert rules.change(of(100_000), of(0)) is How.ENDED


class TestTheNight:
    @given(st.text(min_size=1), st.integers(0, 10**7))
    def test_has_a_minute_for_each_seller(self, person: str, minutes: int) -> None:
        now = NOW + timedelta(minutes=minutes)
        at = rules.next_night(person, now, "Asia/Shanghai")
        assert now < at <= now + timedelta(days=1)
        assert 1 <= at.astimezone(ZoneInfo("Asia/Shanghai")).hour < 6


class TestTheWords:
    def test_are_there_for_every_reason_in_both_languages(self) -> None:
        assert all(set(words.reason(one)) == {"zh", "en"} for one in Reason)
        assert all(text for one in Reason for text in words.reason(one).values())

    def test_tell_values_as_people_read_them(self) -> None:
        limit = Money(123_000, "CNY")
        prompt = Raise(Characteristic.ON_TIME, 8_123, 9_210, 6, limit)
        sales = Raise(Characteristic.MONTHLY_SALES, 30_000, 125_241, 4, limit)
        refunds = Raise(Characteristic.REFUNDS, 500, 341, 4, limit)
        rating = Raise(Characteristic.RATING, 402, 431, 4, limit)
        assert (
            words.advice(prompt)["zh"] == "72 小时内发货率：现为 81.23 %，达到 92.1 % 时，额度为 ¥1230.00。"
        )
        assert "¥300.00 now; at ¥1252.41 or more" in words.advice(sales)["en"]
        assert "5 % now; at 3.41 % or less" in words.advice(refunds)["en"]
        assert "4.02 now; at 4.31 or more" in words.advice(rating)["en"]
