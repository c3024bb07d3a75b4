"""A group buy under a rush: it takes as many as it is for, charges each once, and sells no piece twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

from chalicelib.foundation import clock
from chalicelib.foundation.errors import DomainError
from chalicelib.social.groups import service as groups
from tests.concurrency.test_races import a_listing, home, in_wallet, somebody, stock_of
from tests.deployed.watching import audit

SIZE = 5
BUYERS = 30
THREADS = 16


def opened(clip: Any) -> str:
    terms = groups.Terms(
        listing_id=clip.id,
        variant_id="v01",
        price=600,
        size=SIZE,
        ends_at=clock.now() + timedelta(hours=1),
    )
    return groups.begin(clip.store_id, person=clip.owner_id, terms=terms, now=clock.now()).id


class TestAGroupBuy:
    def test_takes_its_number_and_charges_each_once_however_often_they_press(self, on_engine: Any) -> None:
        clip = a_listing(stock=3 * SIZE)
        group = opened(clip)
        buyers = [somebody(1_000) for _ in range(BUYERS)]
        homes = {buyer: home(buyer) for buyer in buyers}

        def rush(buyer: str) -> str:
            try:
                groups.join(group, buyer=buyer, address_id=homes[buyer], pin=None, now=clock.now())
            except DomainError as refusal:
                return rush(buyer) if refusal.code == "busy" else refusal.code
            return "joined"

        with ThreadPoolExecutor(THREADS) as pool:
            told = list(pool.map(rush, [*buyers, *buyers]))  # each presses twice

        assert told.count("joined") == SIZE
        assert set(told) <= {"joined", "group_joined", "group_over"}
        assert stock_of(clip) == 2 * SIZE
        assert sorted(map(in_wallet, buyers)) == [400] * SIZE + [1_000] * (BUYERS - SIZE)
        audit(on_engine)

    def test_never_sells_above_its_pieces(self, on_engine: Any) -> None:
        clip = a_listing(stock=SIZE - 2)
        group = opened(clip)
        buyers = [somebody(1_000) for _ in range(SIZE)]
        homes = {buyer: home(buyer) for buyer in buyers}

        def rush(buyer: str) -> str:
            try:
                groups.join(group, buyer=buyer, address_id=homes[buyer], pin=None, now=clock.now())
            except DomainError as refusal:
                return rush(buyer) if refusal.code == "busy" else refusal.code
            return "joined"

        with ThreadPoolExecutor(THREADS) as pool:
            told = list(pool.map(rush, buyers))

        assert told.count("joined") == SIZE - 2
        assert stock_of(clip) == 0
        assert sorted(map(in_wallet, buyers)) == [400] * (SIZE - 2) + [1_000] * 2
        audit(on_engine)
