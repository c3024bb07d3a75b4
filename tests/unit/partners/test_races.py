"""Two moves of one milestone at once: one happens, the money is where it says, the other one is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.partners.contracts import service
from tests.api import Reply
from tests.unit.partners.hiring import OPERATOR, YUN, bought, delivered, disputed, state_of, step
from tests.unit.partners.test_contracts import in_escrow
from tests.unit.payments import books
from tests.unit.racing import overtaken_by
from tests.unit.stores.crew import says
from tests.unit.world import MEI, in_wallet, made

Move = Callable[[Any], Reply]
Money = tuple[str, int, int, int]
"""The milestone's state; what its merchant and its partner have, and what is in escrow."""

PAID: Money = ("released", 20_000, 28_500, 0)
BACK: Money = ("refunded", 50_000, 0, 0)


def ruled(back: int) -> Move:
    def move(contract: Any) -> Reply:
        path = f"/work-disputes/{contract['id']}/1/ruling"
        return OPERATOR.post(path, {"back": back, "text": "So be it"})

    return move


DELIVERED: dict[str, tuple[Move, Money]] = {
    "accept": (lambda contract: step(MEI, contract, "accept"), PAID),
    "dispute": (
        lambda contract: step(MEI, contract, "dispute", {"text": "Blurred"}),
        ("disputed", 20_000, 0, 30_000),
    ),
    "the partner's dispute": (
        lambda contract: step(YUN, contract, "dispute", {"text": "She doesn't answer"}),
        ("disputed", 20_000, 0, 30_000),
    ),
    "revise": (
        lambda contract: step(MEI, contract, "revise", {"text": "Brighter"}),
        ("revising", 20_000, 0, 30_000),
    ),
    "give back": (lambda contract: step(YUN, contract, "give-back", {"text": "Sorry"}), BACK),
}
DISPUTED: dict[str, tuple[Move, Money]] = {
    "accept": (lambda contract: step(MEI, contract, "accept"), PAID),
    "give back": (lambda contract: step(YUN, contract, "give-back", {"text": "Sorry"}), BACK),
    "ruling": (ruled(10_000), ("released", 30_000, 19_000, 0)),
}
RACES = [
    *((delivered, DELIVERED, *pair) for pair in permutations(DELIVERED, 2)),
    *((disputed, DISPUTED, *pair) for pair in permutations(DISPUTED, 2)),
]


def money(contract: Any) -> Money:
    state = state_of(made(MEI.get(f"/contracts/{contract['id']}")))
    return state, in_wallet(MEI), in_wallet(YUN), in_escrow(contract)


class TestTwoMovesAtOnce:
    @pytest.mark.parametrize(
        ("before", "moves", "slower", "faster"),
        RACES,
        ids=[f"{slower} and, faster, {faster}" for _, _, slower, faster in RACES],
    )
    def test_are_one_of_the_two_and_the_other_one_is_told(
        self,
        before: Callable[[Any], Any],
        moves: dict[str, tuple[Move, Money]],
        slower: str,
        faster: str,
    ) -> None:
        contract = before(bought())
        won, stands = moves[faster]

        with overtaken_by(lambda: made(won(contract))):
            lost = moves[slower][0](contract)

        says(lost, 409, "changed_meanwhile")
        assert "same moment" in lost.json["detail"]
        assert money(contract) == stands
        books.audit()

    @pytest.mark.parametrize("what", DELIVERED)
    def test_of_which_one_is_the_clocks_are_one_of_the_two(self, what: str) -> None:
        contract = delivered(bought())
        move, stands = DELIVERED[what]
        late = clock.now() + timedelta(days=7, minutes=1)

        with overtaken_by(lambda: made(move(contract))):
            assert service.lapse_due(late) == 0

        assert money(contract) == stands

    @pytest.mark.parametrize("what", DELIVERED)
    def test_after_the_clock_was_faster_pay_the_partner(self, what: str) -> None:
        contract = delivered(bought())
        late = clock.now() + timedelta(days=7, minutes=1)

        with overtaken_by(lambda: service.lapse_due(late)):
            says(DELIVERED[what][0](contract), 409, "changed_meanwhile")

        assert money(contract) == PAID
        says(DELIVERED[what][0](contract), 409, "wrong_milestone_state")

    def test_to_reclaim_and_to_deliver_late_work_are_one_of_the_two(self) -> None:
        contract = bought()
        with clock.stopped_at(clock.now() + timedelta(days=6)):
            with overtaken_by(lambda: delivered(contract)):
                says(step(MEI, contract, "reclaim"), 409, "changed_meanwhile")
            assert money(contract) == ("submitted", 20_000, 0, 30_000)
        books.audit()
