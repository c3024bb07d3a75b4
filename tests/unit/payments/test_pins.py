"""The payment PIN, asked for over HTTP as people meet it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.idempotency import Remembered
from chalicelib.foundation.tables import get
from chalicelib.payments.errors import PinLocked, WrongPin
from chalicelib.payments.pins import rules, service
from chalicelib.payments.pins.rules import TRIES, Guard, Secret
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls, everything_stored
from tests.unit.payments import books
from tests.unit.world import LI, made

PIN, OTHER, WRONG = "839204", "471093", "739182"
NOW = clock.now()


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashing that costs nothing: what it costs is tested once."""
    monkeypatch.setattr(rules, "COST", 2**4)


@pytest.fixture
def rich(_cheap: None) -> str:
    """Li has money and a PIN; the id of an address of hers."""
    world.money_for(LI)
    made(LI.post("/wallet/pin", {"pin": PIN}))
    return world.an_address(LI)


def withdraw(pin: str | None = PIN, *, key: str | None = None) -> Any:
    wish = {"amount": 1_000, "currency": "CNY", "destination": "ba_ok"}
    return LI.post("/wallet/withdrawals", wish | ({"pin": pin} if pin else {}), key=key)


def buy(address: str, pin: str | None = PIN) -> Any:
    world.in_cart(LI, world.a_listing())
    return LI.post("/checkouts", {"address_id": address} | ({"pin": pin} if pin else {}))


def told(reply: Any) -> tuple[int, str]:
    return reply.status, reply.json["code"]


class TestPaying:
    def test_asks_for_the_pin_once_one_is_set(self, rich: str) -> None:
        assert told(buy(rich, None)) == (403, "pin_required")
        assert told(buy(rich, WRONG)) == (403, "wrong_pin")
        assert buy(rich, PIN).status == 201
        books.audit()

    def test_at_the_gateway_asks_for_none(self, rich: str) -> None:
        item = {"listing_id": world.a_listing()["id"], "variant_id": "v01", "quantity": 1, "price": 1_000}
        assert (
            LI.post("/checkouts", {"address_id": rich, "items": [item], "pay_from": "gateway"}).status == 201
        )

    def test_asks_for_none_where_none_is_set(self) -> None:
        world.money_for(LI)
        assert withdraw(None).status == 201

    def test_takes_a_pin_where_none_is_set(self) -> None:
        world.money_for(LI)
        assert withdraw(PIN).status == 201

    def test_without_a_pin_reads_nothing_for_it(self) -> None:
        world.money_for(LI)
        with calls() as seen:
            withdraw(None)
        assert seen[0] == "TransactWriteItems"

    def test_with_the_pin_costs_one_read_and_two_writes_more(self, rich: str) -> None:
        with calls() as seen:
            withdraw(PIN)
        assert seen[:4] == ["GetItem", *["TransactWriteItems"] * 3]


class TestWithdrawing:
    def test_asks_for_the_pin(self, rich: str) -> None:
        assert told(withdraw(None)) == (403, "pin_required")
        assert told(withdraw(WRONG)) == (403, "wrong_pin")
        assert world.in_wallet(LI) == 100_000
        assert withdraw().status == 201

    def test_says_how_many_tries_are_left(self, rich: str) -> None:
        details = [withdraw(WRONG).json["detail"] for _ in range(TRIES - 1)]
        assert [detail.split(". ")[1] for detail in details] == [
            "4 tries are left.",
            "3 tries are left.",
            "2 tries are left.",
            "1 try is left.",
        ]

    def test_repeated_with_its_key_and_the_right_pin_is_answered_as_before(self, rich: str) -> None:
        first, again = withdraw(key="k"), withdraw(key="k")
        assert (first.json, again.headers["idempotent-replay"]) == (again.json, "true")
        assert world.in_wallet(LI) == 99_000

    @pytest.mark.parametrize("pin", [WRONG, None])
    def test_repeated_with_its_key_but_not_with_the_pin_is_told_nothing(
        self, rich: str, pin: str | None
    ) -> None:
        withdraw(key="k")
        assert withdraw(pin, key="k").status == 403

    @pytest.mark.parametrize("pin", ["12345", "1234567", "12345a", "１２３４５６", 123456, "", " 12345"])
    def test_with_what_is_no_pin_names_the_field(self, rich: str, pin: Any) -> None:
        wish = {"amount": 1, "currency": "CNY", "destination": "ba_ok", "pin": pin}
        reply = LI.post("/wallet/withdrawals", wish)
        assert (reply.status, reply.json["field"]) == (422, "pin")


class TestLock:
    def test_comes_with_the_fifth_wrong_try_and_keeps_the_right_pin_out_too(self, rich: str) -> None:
        codes = [told(withdraw(WRONG))[1] for _ in range(TRIES)]
        assert codes == ["wrong_pin"] * 4 + ["pin_locked"]
        assert told(withdraw(PIN)) == (403, "pin_locked")
        assert made(LI.get("/wallet/pin"))["locked_until"] is not None

    def test_ends_after_fifteen_minutes_and_is_four_times_as_long_the_next_time(self, rich: str) -> None:
        moment, tries = clock.now(), TRIES
        for minutes in (15, 60, 240, 960, 1_440, 1_440):
            with clock.stopped_at(moment):
                codes = [told(withdraw(WRONG))[1] for _ in range(tries)]
            assert codes == ["wrong_pin"] * (tries - 1) + ["pin_locked"]
            moment += timedelta(minutes=minutes)
            with clock.stopped_at(moment - timedelta(seconds=1)):
                assert told(withdraw(PIN))[1] == "pin_locked"
            with clock.stopped_at(moment):
                assert told(withdraw(WRONG))[1] == "wrong_pin"
            tries = TRIES - 1

    def test_a_right_try_takes_all_back(self, rich: str) -> None:
        for _ in range(TRIES - 1):
            withdraw(WRONG)
        assert withdraw(PIN).status == 201
        assert [told(withdraw(WRONG))[1] for _ in range(TRIES - 1)] == ["wrong_pin"] * 4

    def test_the_right_pin_at_the_fifth_try_opens(self, rich: str) -> None:
        for _ in range(TRIES - 1):
            withdraw(WRONG)
        assert [withdraw(PIN).status, withdraw(PIN).status] == [201, 201]

    def test_holds_when_all_have_read_before_any_has_counted(
        self, rich: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        person = world.person_id(LI)
        stale = service._pin_of(person)
        compared = counted_comparisons(monkeypatch)
        for _ in range(20):
            reads = iter([stale])
            with monkeypatch.context() as racing:
                real = service._pin_of
                racing.setattr(service, "_pin_of", lambda who, reads=reads, real=real: next(reads, real(who)))
                with pytest.raises((WrongPin, PinLocked)):
                    service._verify(person, WRONG, clock.now())
        assert compared() == TRIES

    def test_a_try_that_is_not_counted_is_not_compared(
        self, rich: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        compared = counted_comparisons(monkeypatch)

        def fails(*_: object) -> None:
            raise ChangedMeanwhile

        monkeypatch.setattr(service, "_write", fails)
        assert told(withdraw(PIN)) == (503, "busy")
        assert compared() == 0


class TestSetting:
    def test_needs_the_old_one_to_change_it(self, rich: str) -> None:
        assert told(LI.post("/wallet/pin", {"pin": OTHER})) == (409, "pin_exists")
        assert told(LI.put("/wallet/pin", {"pin": OTHER, "old_pin": WRONG})) == (403, "wrong_pin")
        made(LI.put("/wallet/pin", {"pin": OTHER, "old_pin": PIN}))
        assert (told(withdraw(PIN))[1], withdraw(OTHER).status) == ("wrong_pin", 201)

    def test_counts_wrong_old_ones(self, rich: str) -> None:
        for _ in range(TRIES):
            LI.put("/wallet/pin", {"pin": OTHER, "old_pin": WRONG})
        assert told(withdraw(PIN))[1] == "pin_locked"

    def test_cannot_change_what_is_not_there(self) -> None:
        assert told(LI.put("/wallet/pin", {"pin": OTHER, "old_pin": PIN})) == (404, "pin_not_set")
        assert told(LI.post("/wallet/pin/reset", {"pin": OTHER})) == (404, "pin_not_set")

    @pytest.mark.parametrize(
        "pin", ["111111", "123456", "654321", "121212", "123123", "520520", "000000", "456789", "112211"]
    )
    def test_refuses_the_obvious_ones(self, pin: str) -> None:
        reply = LI.post("/wallet/pin", {"pin": pin})
        assert (*told(reply), reply.json["field"]) == (422, "obvious_pin", "pin")

    def test_says_whether_one_is_set(self) -> None:
        assert made(LI.get("/wallet/pin")) == {"is_set": False, "locked_until": None}
        assert made(LI.post("/wallet/pin", {"pin": PIN})) == {"is_set": True, "locked_until": None}
        assert made(LI.get("/wallet/pin"))["is_set"]


class TestForgotten:
    def signed_in(self, seconds_ago: float) -> Api:
        return Api(LI.person, claims={"auth_time": str(int(time.time() - seconds_ago))})

    def test_is_replaced_after_a_fresh_sign_in_and_the_lock_is_gone(self, rich: str) -> None:
        for _ in range(TRIES):
            withdraw(WRONG)
        made(self.signed_in(60).post("/wallet/pin/reset", {"pin": OTHER}))
        assert withdraw(OTHER).status == 201

    @pytest.mark.parametrize("ago", [301, 3_600, -3_600])
    def test_is_not_replaced_by_whoever_holds_an_old_token(self, rich: str, ago: float) -> None:
        assert told(self.signed_in(ago).post("/wallet/pin/reset", {"pin": OTHER})) == (403, "sign_in_again")
        assert withdraw(PIN).status == 201

    @pytest.mark.parametrize("claim", ["", "soon", "-5", "9" * 30])
    def test_is_not_replaced_by_a_token_that_tells_no_time(self, rich: str, claim: str) -> None:
        api = Api(LI.person, claims={"auth_time": claim})
        assert told(api.post("/wallet/pin/reset", {"pin": OTHER})) == (403, "sign_in_again")


class TestSecrecy:
    def test_no_pin_is_stored_or_logged(self, rich: str, caplog: pytest.LogCaptureFixture) -> None:
        with caplog.at_level(logging.DEBUG):
            for key, pin in (("a", PIN), ("b", WRONG)):
                withdraw(pin, key=key)
                LI.put("/wallet/pin", {"pin": OTHER, "old_pin": WRONG})
                LI.post("/wallet/pin", {"pin": OTHER}, key="p")
        stored = str(everything_stored())
        for pin in (PIN, OTHER, WRONG):
            assert pin not in caplog.text
            assert f"'{pin}'" not in stored

    def test_the_key_of_a_request_remembers_nothing_of_the_pin(self) -> None:
        world.money_for(LI)
        wish = {"amount": 1, "currency": "CNY", "destination": "ba_ok"}
        prints = []
        for number, body in enumerate((wish, wish | {"pin": PIN})):
            made(LI.post("/wallet/withdrawals", body, key=f"key-{number}"))
            found = get(Remembered, f"once#{world.person_id(LI)}", f"key-{number}")
            prints.append(found.fingerprint)
        assert prints[0] == prints[1]

    def test_equal_pins_look_different(self) -> None:
        for person in (world.LI, world.MEI):
            made(person.post("/wallet/pin", {"pin": PIN}))
        digests = [service._pin_of(world.person_id(one)) for one in (world.LI, world.MEI)]
        assert digests[0] and digests[1] and digests[0].digest != digests[1].digest

    def test_one_made_at_other_costs_still_fits(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(rules, "COST", 2**15)
        secret = Secret.of(PIN, salt=b"s" * 16)
        monkeypatch.setattr(rules, "COST", 2**4)
        assert secret.fits(PIN) and not secret.fits(OTHER)


class TestGuard:
    @given(st.integers(0, 40))
    def test_lets_five_tries_through_between_locks(self, tries: int) -> None:
        guard, locks = Guard(), 0
        for _ in range(tries):
            guard = guard.after_a_try(NOW)
            locks += guard.locked_until is not None
        assert (locks, guard.tries) == divmod(tries, TRIES)

    @given(st.integers(1, 1_000))
    def test_locks_never_get_shorter_nor_longer_than_a_day(self, number: int) -> None:
        assert rules.lock_of(number) <= rules.lock_of(number + 1) <= timedelta(days=1)

    @given(st.integers(0, 999_999).map(lambda number: f"{number:06}"))
    def test_few_pins_are_obvious(self, pin: str) -> None:
        if len(set(pin)) == 6 and pin not in "01234567890" and pin not in "09876543210":
            assert not rules.is_obvious(pin) or pin in rules._WELL_KNOWN


def counted_comparisons(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    seen: list[str] = []
    fits = Secret.fits

    def counted(self: Secret, pin: str) -> bool:
        seen.append(pin)
        return fits(self, pin)

    monkeypatch.setattr(Secret, "fits", counted)
    return lambda: len(seen)
