"""Profiles: who one is, what one offers, when one is free, and who comes first."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation import clock
from chalicelib.partners.profiles import service
from chalicelib.partners.profiles.rules import Record
from chalicelib.partners.ranking.rules import BEST, standing
from tests.api import Api
from tests.unit.conftest import calls
from tests.unit.partners.hiring import INTRODUCTION, PACKAGE, YUN, a_partner, bought, delivered, step
from tests.unit.photos.uploads import ready_photo
from tests.unit.stores.crew import numbered, says
from tests.unit.world import MEI, made

counts = st.integers(0, 200)


@st.composite
def records(draw: st.DrawFn) -> Record:
    delivered_, decided, reviews = draw(counts), draw(counts), draw(counts)
    return Record(
        merchants=draw(counts),
        repeats=draw(counts),
        delivered=delivered_,
        on_time=draw(st.integers(0, delivered_)),
        decided=decided,
        accepted=draw(st.integers(0, decided)),
        stars=draw(st.integers(reviews, 5 * reviews)),
        reviews=reviews,
    )


class TestStanding:
    @given(records())
    def test_is_a_share_of_the_best(self, record: Record) -> None:
        assert 0 <= standing(record) <= BEST

    @given(records(), st.integers(1, 5))
    def test_rises_with_what_is_good_and_falls_with_what_isnt(self, record: Record, stars: int) -> None:
        good = Record(**{**_row(record), "delivered": record.delivered + 1, "on_time": record.on_time + 1})
        late = Record(**{**_row(record), "delivered": record.delivered + 1})
        assert standing(late) <= standing(record) <= standing(good)

    def test_isnt_won_by_one_lucky_job(self) -> None:
        lucky = Record(merchants=1, delivered=1, on_time=1, decided=1, accepted=1, stars=5, reviews=1)
        steady = Record(30, 20, 50, 48, 50, 48, 240, 50)
        assert standing(steady) > standing(lucky) > standing(Record())


def _row(record: Record) -> dict[str, int]:
    return {name: getattr(record, name) for name in Record.__slots__}


class TestIntroduce:
    def test_is_seen_by_everybody(self) -> None:
        partner = a_partner()
        shown = made(Api().get(f"/partners/{partner['id']}"))
        assert (shown["name"], shown["packages"][0]["title"]) == ("云上摄影", "Ten photos")
        assert shown["record"]["rating"] is None

    def test_keeps_packages_when_it_is_said_anew(self) -> None:
        a_partner()
        again = made(YUN.put("/partner", INTRODUCTION | {"headline": "New"}))
        assert (again["headline"], len(again["packages"])) == ("New", 1)

    def test_refuses_a_trade_that_a_package_lacks(self) -> None:
        a_partner()
        says(YUN.put("/partner", INTRODUCTION | {"trades": ["models"]}), 422, "invalid")
        says(YUN.put("/partner", INTRODUCTION | {"trades": ["modelling"]}), 422, "other_trade")
        says(YUN.post("/partner/packages", PACKAGE | {"trade": "modelling"}), 422, "other_trade")

    def test_shows_no_package_that_isnt_offered(self) -> None:
        partner = a_partner()
        made(YUN.put("/partner/packages/p01", PACKAGE | {"offered": False}))
        assert made(Api().get(f"/partners/{partner['id']}"))["packages"] == []
        assert len(made(YUN.get("/partner"))["packages"]) == 1


class TestPortfolio:
    def test_shows_photos_announced_for_it(self) -> None:
        partner = a_partner()
        photo = ready_photo(YUN, "portfolio")
        made(YUN.put("/partner/portfolio", {"pieces": [{"photo_id": photo, "caption": "Pins"}]}))
        (piece,) = made(Api().get(f"/partners/{partner['id']}"))["portfolio"]
        assert (piece["caption"], Api().get(piece["path"]).status) == ("Pins", 302)
        private = ready_photo(YUN, "delivery")
        says(YUN.put("/partner/portfolio", {"pieces": [{"photo_id": private}]}), 422, "photo_not_ready")


class TestCalendar:
    def test_tells_which_days_are_free(self) -> None:
        partner = a_partner()
        today = clock.now().date()
        busy = [(today + timedelta(days=n)).isoformat() for n in (1, 2)]
        made(YUN.put("/partner/calendar", {"busy": busy}))
        days = made(Api().get(f"/partners/{partner['id']}/calendar?days=3"))["days"]
        assert [one["free"] for one in days] == [True, False, False]

    def test_ends_after_a_year(self) -> None:
        a_partner()
        far = (clock.now().date() + timedelta(days=400)).isoformat()
        says(YUN.put("/partner/calendar", {"busy": [far]}), 422, "beyond_calendar")


class TestFind:
    def test_finds_by_trade_price_and_nearness(self) -> None:
        far = a_partner(numbered(7), name="Far", region="513233")
        near = a_partner(numbered(8), name="Near", region="330702")
        dear = a_partner(numbered(9), name="Dear", package={"price": 90_000})
        a_partner(numbered(6), name="Model", trades=["modelling"], package={"trade": "modelling"})
        found = made(Api().get("/partners?trade=photography&region=330782&budget=50000"))["items"]
        assert [one["id"] for one in found] == [near["id"], far["id"]]
        everyone = made(Api().get("/partners?trade=photography"))["items"]
        assert {one["id"] for one in everyone} == {far["id"], near["id"], dear["id"]}

    def test_puts_her_first_who_was_measured_best(self) -> None:
        a_partner(numbered(7))
        partner = a_partner()
        for _ in range(2):
            made(step(MEI, delivered(bought(partner=partner)), "accept"))
        assert service.rank_due(clock.now()) == 1
        assert service.rank_due(clock.now()) == 0
        assert made(Api().get("/partners?trade=photography"))["items"][0]["id"] == partner["id"]

    def test_costs_two_queries_and_one_read_however_many_there_are(self) -> None:
        for number in range(5):
            a_partner(numbered(number))
        with calls() as made_:
            Api().get("/partners?trade=photography&region=330782")
        assert made_ == ["Query", "Query", "BatchGetItem"]
