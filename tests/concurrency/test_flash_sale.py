"""A flash sale under the rush that it is made for. The bar: `FLASH_BUYERS=2000 FLASH_PIECES=100`."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

from chalicelib.foundation import clock
from chalicelib.foundation.errors import DomainError
from chalicelib.orders import checkouts
from chalicelib.promotions import service as promotions
from chalicelib.promotions.service import Terms
from tests.concurrency.test_coupons import selected, used
from tests.concurrency.test_races import a_listing, home, in_wallet, somebody, stock_of
from tests.deployed.watching import audit

BUYERS = int(os.environ.get("FLASH_BUYERS", "100"))
PIECES = int(os.environ.get("FLASH_PIECES", "10"))
THREADS = 16


class TestAFlashSale:
    def test_sells_its_pieces_and_not_one_more(self, on_engine: Any) -> None:
        clip = a_listing(stock=2 * PIECES)
        terms = Terms(
            "Flash", None, None, price=600, listing_ids=[clip.id], total_limit=PIECES, buyer_limit=1
        )
        promotions.begin(clip.store_id, person=clip.owner_id, terms=terms, now=clock.now())
        buyers = [somebody(1_000) for _ in range(BUYERS)]
        homes = {buyer: home(buyer) for buyer in buyers}

        def rush(buyer: str) -> str:
            try:
                chosen = replace(selected(buyer, homes[buyer], clip), expected_total=600)
                checkouts.buy(buyer, chosen, now=clock.now())
            except DomainError as refusal:
                return rush(buyer) if refusal.code == "busy" else refusal.code
            return "bought"

        with ThreadPoolExecutor(THREADS) as pool:
            told = list(pool.map(rush, buyers))

        assert told.count("bought") == PIECES
        assert set(told) <= {"bought", "promotion_used_up", "total_changed"}
        assert (used(clip), stock_of(clip)) == (PIECES, PIECES)
        assert sorted(map(in_wallet, buyers)) == [400] * PIECES + [1_000] * (BUYERS - PIECES)
        audit(on_engine)
