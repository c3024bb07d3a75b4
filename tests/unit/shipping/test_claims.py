"""Claims against couriers, and couriers that must be asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.shipping.carriers import sandbox
from chalicelib.shipping.carriers.rules import Scan
from chalicelib.shipping.claims import rules
from chalicelib.shipping.claims.rules import Action, ClaimState, Side
from chalicelib.shipping.couriers import service as couriers
from chalicelib.shipping.errors import WrongClaimState
from chalicelib.shipping.polling import service as polling
from chalicelib.shipping.tracking import service as tracking
from tests.api import Api, Reply
from tests.unit import world
from tests.unit.conftest import calls, messages
from tests.unit.payments import books
from tests.unit.shipping.test_bookings import DONE, GOT, told
from tests.unit.shipping.test_tracking import LOST, counted
from tests.unit.world import LI, MEI, a_booking, in_wallet, made


def says(number: str, action: str, *, amount: int | None = None, courier: str = "youlin") -> Reply:
    """What the courier says to a claim, signed."""
    body, headers = world.courier_answer(number, action, amount=amount, courier=courier)
    return Api().post(f"/shipping/notices/{courier}/claims", raw=body, headers=headers)


def lost() -> Any:
    """A booked parcel that its courier has lost."""
    booking = a_booking(world.a_paid_order())
    told(booking["tracking_number"], GOT)
    told(booking["tracking_number"], LOST)
    return booking


def claim_of(booking: Any) -> Any:
    return made(MEI.get(f"/shipping/parcels/{booking['id']}/claim"))


class TestMoves:
    @pytest.mark.parametrize("state", ClaimState)
    @pytest.mark.parametrize("action", Action)
    @pytest.mark.parametrize("side", Side)
    def test_are_those_of_the_table(self, state: ClaimState, action: Action, side: Side) -> None:
        after, sides = rules.MOVES.get((state, action), (None, frozenset()))
        if after and side in sides:
            assert rules.transition(state, action, side) is after
        else:
            with pytest.raises(WrongClaimState):
                rules.transition(state, action, side)


class TestOpening:
    def test_is_done_by_a_loss(self) -> None:
        claim = claim_of(lost())
        assert (claim["state"], claim["reason"], claim["amount"]) == ("open", "lost", None)

    def test_is_done_by_silence_once(self) -> None:
        booking = a_booking(world.a_paid_order())
        told(booking["tracking_number"], GOT)
        with clock.stopped_at(clock.now() + timedelta(days=31)):
            tracking.give_up_silent(clock.now())
            told(booking["tracking_number"], LOST)
            assert claim_of(booking)["reason"] == "silent"

    def test_isnt_done_while_all_goes_well(self) -> None:
        booking = a_booking(world.a_paid_order())
        told(booking["tracking_number"], DONE)
        reply = MEI.get(f"/shipping/parcels/{booking['id']}/claim")
        assert (reply.status, reply.json["code"]) == (404, "claim_not_found")

    def test_ends_when_the_parcel_comes_after_all(self) -> None:
        booking = lost()
        with clock.stopped_at(clock.now() + timedelta(days=1)):
            told(booking["tracking_number"], DONE)
        assert claim_of(booking)["state"] == "closed"

    def test_isnt_the_buyers_business(self) -> None:
        assert LI.get(f"/shipping/parcels/{lost()['id']}/claim").status == 403


class TestAnswer:
    def test_that_accepts_and_pays_is_in_the_wallet_once(self) -> None:
        booking = lost()
        number = booking["tracking_number"]
        for _ in range(2):
            assert says(number, "accept", amount=8_800).status == 204
        assert claim_of(booking)["state"] == "accepted"
        for _ in range(2):
            assert says(number, "pay").status == 204
        assert (claim_of(booking)["state"], in_wallet(MEI)) == ("paid", 8_800)
        books.audit()

    def test_is_timed_in_the_record(self) -> None:
        booking = lost()
        with clock.stopped_at(clock.now() + timedelta(hours=3)):
            says(booking["tracking_number"], "refuse")
            says(booking["tracking_number"], "accept", amount=1)
        record = counted()
        assert record["claims"] == 1
        assert 179 <= record["claim_minutes"] <= 181

    def test_that_refuses_can_be_left_at_that(self) -> None:
        booking = lost()
        says(booking["tracking_number"], "refuse")
        path = f"/shipping/parcels/{booking['id']}/claim/close"
        assert made(MEI.post(path))["state"] == "closed"
        assert MEI.post(path).json["code"] == "wrong_claim_state"

    @pytest.mark.parametrize(("action", "amount"), [("accept", None), ("pay", 5), ("nothing", None)])
    def test_that_cant_be_understood_is_refused(self, action: str, amount: int | None) -> None:
        assert says(lost()["tracking_number"], action, amount=amount).status == 400

    def test_of_another_courier_isnt_heard(self) -> None:
        reply = says(lost()["tracking_number"], "refuse", courier="shunda")
        assert (reply.status, reply.json["code"]) == (404, "claim_not_found")

    def test_to_nothing_that_was_accepted_pays_nothing(self) -> None:
        reply = says(lost()["tracking_number"], "pay")
        assert (reply.status, reply.json["code"]) == (409, "wrong_claim_state")


class TestPolling:
    def a_silent_couriers_parcel(self, monkeypatch: pytest.MonkeyPatch, *scans: Scan) -> Any:
        known = couriers.registry().couriers
        monkeypatch.setitem(known, "youlin", replace(known["youlin"], polled=True))  # type: ignore[arg-type]
        monkeypatch.setattr(sandbox.Sandbox, "scans", lambda *_: scans)
        return a_booking(world.a_paid_order())

    def test_asks_until_the_parcel_has_come(self, monkeypatch: pytest.MonkeyPatch) -> None:
        now = clock.now()
        way = (Scan("1", GOT, now, ""), Scan("2", DONE, now, ""), Scan("3", "NONSENSE", now, ""))
        booking = self.a_silent_couriers_parcel(monkeypatch, *way[:1])
        assert polling.ask_due(now + timedelta(hours=3)) == 0
        assert polling.ask_due(now + timedelta(hours=5)) == 1
        monkeypatch.setattr(sandbox.Sandbox, "scans", lambda *_: way)
        assert polling.ask_due(now + timedelta(hours=10)) == 1
        assert polling.ask_due(now + timedelta(hours=30)) == 0
        seen = made(LI.get(f"/shipping/parcels/{booking['id']}"))["tracking"]
        assert (seen["status"], len(seen["events"])) == ("delivered", 2)

    def test_costs_4_queries_and_2_a_parcel(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.a_silent_couriers_parcel(monkeypatch)
        messages("notifications")
        with calls() as cost:
            polling.ask_due(clock.now() + timedelta(hours=5))
        assert sorted(cost) == ["Query"] * 6 + ["TransactWriteItems"]
