"""The gateway's books beside ours."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation import clock
from chalicelib.foundation.money import Money
from chalicelib.payments import reports, sandbox, service, withdrawals
from chalicelib.payments.gateway import LineKind
from chalicelib.payments.reports import Difference, Fault, Movement, compare, differences
from chalicelib.payments.rules import Charge
from chalicelib.payments.sandbox import SandboxLine, SandboxRecord

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 26, tzinfo=UTC)

movements = st.builds(
    Movement,
    st.sampled_from([f"chg_{n}" for n in range(8)]),
    st.sampled_from(["credit", "paid", "returned"]),
    st.integers(1, 3).map(lambda amount: Money(amount, "CNY")),
)
books_ = st.lists(movements, unique_by=lambda movement: movement.key, max_size=12)


def fen(amount: int) -> Money:
    return Money(amount, "CNY")


class TestCompare:
    @given(books_, st.randoms(use_true_random=False))
    def test_finds_nothing_in_the_same_books_in_any_order(
        self, theirs: list[Movement], chance: object
    ) -> None:
        ours = list(theirs)
        chance.shuffle(ours)  # type: ignore[attr-defined]
        assert list(compare(theirs, ours)) == []

    @given(books_, books_)
    def test_finds_each_key_that_one_has_and_the_other_has_not(
        self, theirs: list[Movement], ours: list[Movement]
    ) -> None:
        there, here = {one.key for one in theirs}, {one.key for one in ours}
        found = list(compare(theirs, ours))
        assert {(d.reference, d.way) for d in found if d.fault is Fault.MISSING_HERE} == there - here
        assert {(d.reference, d.way) for d in found if d.fault is Fault.MISSING_THERE} == here - there

    @given(books_, books_)
    def test_finds_each_amount_that_differs_and_nothing_twice(
        self, theirs: list[Movement], ours: list[Movement]
    ) -> None:
        there = {one.key: one.amount for one in theirs}
        wanted = {one.key for one in ours if one.key in there and there[one.key] != one.amount}
        found = list(compare(theirs, ours))
        assert {(d.reference, d.way) for d in found if d.fault is Fault.AMOUNT_DIFFERS} == wanted
        assert max(Counter((d.reference, d.way) for d in found).values(), default=1) == 1

    @given(books_.filter(bool), st.data())
    def test_finds_what_is_told_twice(self, theirs: list[Movement], data: st.DataObject) -> None:
        again = data.draw(st.sampled_from(theirs))
        where = data.draw(st.integers(0, len(theirs)))
        twice = [*theirs[:where], again, *theirs[where:]]
        told = {"ours": None, "theirs": again.amount}
        assert list(compare(twice, theirs)) == [
            Difference(Fault.TWICE_THERE, again.reference, again.way, **told)
        ]
        assert [one.fault for one in compare(theirs, twice)] == [Fault.TWICE_HERE]

    @given(books_, books_)
    def test_sees_the_same_from_the_other_side(self, theirs: list[Movement], ours: list[Movement]) -> None:
        mirror = {Fault.MISSING_HERE: Fault.MISSING_THERE, Fault.MISSING_THERE: Fault.MISSING_HERE}
        there = {(mirror.get(d.fault, d.fault), d.reference, d.way) for d in compare(theirs, ours)}
        assert there == {(d.fault, d.reference, d.way) for d in compare(ours, theirs)}


def top_up(amount: int = 1_000, *, at: datetime = NOON) -> Charge:
    with clock.stopped_at(at):
        return service.top_up("per_mei", amount=fen(amount), method="pm_card_visa", now=at)


def sent(destination: str, *, at: datetime = NOON) -> str:
    with clock.stopped_at(at):
        asked = withdrawals.withdraw("per_mei", amount=fen(10), destination=destination, now=at)
        withdrawals.pay_out(asked.id, now=at)
    return asked.id


def found(day: datetime = NOON) -> list[Difference]:
    return list(differences("sandbox", day.date(), currencies=["CNY"]))


class TestDifferences:
    def test_are_none_while_the_books_agree(self) -> None:
        charge = top_up()
        for destination in ("ba_ok", charge.id, "ba_closed"):
            sent(destination)
        assert found() == []

    def test_tell_a_charge_that_we_never_booked(self) -> None:
        with clock.stopped_at(NOON):
            sandbox.Sandbox().charge("chg_theirs", amount=fen(7), method="pm_card_visa")
        assert found() == [Difference(Fault.MISSING_HERE, "chg_theirs", "credit", None, fen(7))]

    def test_tell_a_charge_that_the_gateway_never_booked(self) -> None:
        charge = top_up()
        forgotten(charge.id)
        assert found() == [Difference(Fault.MISSING_THERE, charge.id, "credit", fen(1_000), None)]

    def test_tell_an_amount_that_differs(self) -> None:
        charge = top_up()
        record = SandboxRecord.get(f"sandbox#{charge.id}", "record")
        SandboxLine(pk=record.day, sk=record.line).update([SandboxLine.amount.set(999)])
        assert found() == [Difference(Fault.AMOUNT_DIFFERS, charge.id, "credit", fen(1_000), fen(999))]

    def test_tell_what_the_gateway_booked_twice(self) -> None:
        charge = top_up()
        with clock.stopped_at(NOON + timedelta(seconds=1)):
            sandbox._line(charge.id, LineKind.CHARGE, fen(1_000)).save()
        assert [one.fault for one in found()] == [Fault.TWICE_THERE]

    def test_do_not_tell_what_they_booked_before_midnight_and_we_after_it(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as dying:
            dying.setattr(service, "settle", _dies)
            with pytest.raises(ConnectionError):
                top_up(at=MIDNIGHT - timedelta(seconds=1))
        assert [one.fault for one in found()] == [Fault.MISSING_HERE]
        service.reconcile(MIDNIGHT + timedelta(minutes=5))

        assert (found(), found(MIDNIGHT)) == ([], [])

    def test_do_not_tell_a_payout_that_the_bank_works_on(self, monkeypatch: pytest.MonkeyPatch) -> None:
        top_up()
        with monkeypatch.context() as dying:
            dying.setattr(withdrawals, "_settle", _dies)
            with pytest.raises(ConnectionError):
                sent("ba_ok")
        assert found() == []

    def test_read_a_bounded_page_at_a_time(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(reports, "PAGE", 2)
        asked: list[int] = []
        report = sandbox.Sandbox.report

        def counted(self: sandbox.Sandbox, *args: object, limit: int, **more: object) -> object:
            asked.append(limit)
            return report(self, *args, limit=limit, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(sandbox.Sandbox, "report", counted)
        for _ in range(5):
            top_up()
        assert found() == []
        assert asked == [2, 2, 2]


def forgotten(our_id: str) -> None:
    """The sandbox's books lose a line."""
    record = SandboxRecord.get(f"sandbox#{our_id}", "record")
    SandboxLine(pk=record.day, sk=record.line).delete()
    record.delete()


def _dies(*_: object, **__: object) -> None:
    raise ConnectionError("the process died")
