"""Reviews of work: neither sees the other's before both have spoken or the time is over."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.partners.contracts import rules
from chalicelib.partners.feedback import service
from tests.api import Api
from tests.unit.partners.hiring import YUN, bought, delivered, step
from tests.unit.stores.crew import says
from tests.unit.world import LI, MEI, made


@pytest.fixture
def contract() -> Any:
    return made(step(MEI, delivered(bought()), "accept"))


def review(who: Api, contract: Any, stars: int = 5) -> Any:
    return who.post(f"/contracts/{contract['id']}/reviews", {"stars": stars, "text": "Well done"})


def seen_by(who: Api, contract: Any) -> list[str]:
    return [one["by"] for one in made(who.get(f"/contracts/{contract['id']}/reviews"))["items"]]


def public(contract: Any) -> list[Any]:
    found: list[Any] = made(Api().get(f"/work-reviews/{contract['partner_id']}"))["items"]
    return found


class TestReviewWork:
    def test_is_hidden_until_both_have_spoken(self, contract: Any) -> None:
        assert made(review(MEI, contract))["open"] is False
        assert (seen_by(MEI, contract), seen_by(YUN, contract), public(contract)) == (["merchant"], [], [])
        assert made(YUN.get("/partner"))["record"]["reviews"] == 0
        assert made(review(YUN, contract, 4))["open"] is True
        assert seen_by(MEI, contract) == seen_by(YUN, contract) == ["merchant", "partner"]
        assert [one["stars"] for one in public(contract)] == [5]
        record = made(YUN.get("/partner"))["record"]
        assert (record["reviews"], record["rating"]) == (1, "5.0")

    def test_opens_by_itself_when_the_time_is_over(self, contract: Any) -> None:
        made(review(YUN, contract, 1))
        later = clock.now() + rules.REVIEW_WITHIN + timedelta(minutes=1)
        assert service.open_due(clock.now()) == 0
        assert service.open_due(later) == 1
        assert service.open_due(later) == 0
        assert seen_by(MEI, contract) == ["partner"]
        with clock.stopped_at(later):
            says(review(MEI, contract), 409, "work_not_reviewable")

    def test_is_written_once_by_the_two_when_the_work_is_over(self, contract: Any) -> None:
        made(review(MEI, contract))
        says(review(MEI, contract), 409, "work_reviewed_before")
        says(review(LI, contract), 404, "contract_not_found")
        going_on = bought(partner=made(YUN.get("/partner")))
        says(review(MEI, going_on), 409, "work_not_reviewable")
