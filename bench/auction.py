"""`make bench-auction`: how many auctions a second one core holds, and what the second price brings.

Beside it stands Vickrey-Clarke-Groves, in a synthetic market: with true values as bids, and with bids in
which each in turn has answered the others' as suits her best.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import replace
from statistics import mean

from chalicelib.advertising.auction import rules
from chalicelib.advertising.auction.rules import Bid, Pricing
from chalicelib.advertising.quality.rules import SEEN

BIDS = (10, 100, 1_000)
SECONDS = 1.0
RESERVE = 10
MARKETS, BIDDERS, ROUNDS = 400, 8, 12


def a_market(chance: random.Random, bidders: int) -> list[Bid]:
    """Bidders whose values are log-normal around 1.00, with click rates around 3 %."""
    return [
        Bid(
            f"ad{number:04}",
            max(RESERVE, round(100 * chance.lognormvariate(0, 0.6))),
            max(1, round(30_000 * chance.lognormvariate(0, 0.4))),
        )
        for number in range(bidders)
    ]


def rate(bidders: int, pricing: Pricing) -> float:
    """Auctions a second."""
    chance = random.Random(bidders)
    markets = [a_market(chance, bidders) for _ in range(20)]
    done, began = 0, time.perf_counter()
    while (spent := time.perf_counter() - began) < SECONDS:
        for market in markets:
            rules.held(market, SEEN, reserve=RESERVE, pricing=pricing)
        done += len(markets)
    return done / spent


def gain(values: Sequence[Bid], bids: Sequence[Bid], pricing: Pricing) -> tuple[float, dict[str, float]]:
    """Of a thousand searches: the revenue, and what each bidder's clicks are worth less their price."""
    worth = {one.ad: one.amount for one in values}
    revenue, left = 0.0, dict.fromkeys(worth, 0.0)
    for won in rules.held(bids, SEEN, reserve=RESERVE, pricing=pricing):
        clicks = SEEN[won.slot] * won.bid.quality / 1_000_000
        revenue += clicks * won.price
        left[won.bid.ad] += clicks * (worth[won.bid.ad] - won.price)
    return revenue, left


def settled(values: Sequence[Bid], pricing: Pricing) -> list[Bid]:
    """Bids after some rounds in which each in turn bids what part of her value gains her most."""
    bids = list(values)
    for _ in range(ROUNDS):
        for number, one in enumerate(values):
            tried = [
                [
                    *bids[:number],
                    replace(one, amount=max(RESERVE, one.amount * part // 20)),
                    *bids[number + 1 :],
                ]
                for part in range(1, 21)
            ]
            bids = max(tried, key=lambda some: (gain(values, some, pricing)[1][one.ad], some[number].amount))
    return bids


def simulated() -> list[str]:
    """A table's rows: revenue and values left, as a part of those of VCG with true values."""
    chance = random.Random(2007)
    markets = [a_market(chance, BIDDERS) for _ in range(MARKETS)]
    truth = {pricing: [gain(one, one, pricing) for one in markets] for pricing in (Pricing.VCG, Pricing.GSP)}
    few = markets[: MARKETS // 20]
    shaded = {pricing: [gain(one, settled(one, pricing), pricing) for one in few] for pricing in truth}
    whole, part = truth[Pricing.VCG], truth[Pricing.VCG][: len(few)]
    base = [mean(revenue for revenue, _ in whole), _left(whole)]
    base_few = [mean(revenue for revenue, _ in part), _left(part)]
    rows = []
    for name, found, beside in (
        ("VCG, true values", truth[Pricing.VCG], base),
        ("GSP, true values", truth[Pricing.GSP], base),
        ("GSP, best answers", shaded[Pricing.GSP], base_few),
        ("VCG, best answers", shaded[Pricing.VCG], base_few),
    ):
        revenue, left = mean(one for one, _ in found) / beside[0], _left(found) / beside[1]
        rows.append(f"| {name} | {revenue:.3f} | {left:.3f} |")
    return rows


def _left(found: Sequence[tuple[float, dict[str, float]]]) -> float:
    return mean(sum(left.values()) for _, left in found)


def main() -> None:
    """Print the tables."""
    print("| bids | GSP auctions/s | VCG auctions/s |\n| ---: | ---: | ---: |")
    for bidders in BIDS:
        print(f"| {bidders:,} | {rate(bidders, Pricing.GSP):,.0f} | {rate(bidders, Pricing.VCG):,.0f} |")
    print(f"\n{MARKETS} markets of {BIDDERS} bidders, slots seen by {SEEN} of 1,000:\n")
    print("| | platform's revenue | advertisers' values less prices |\n| --- | ---: | ---: |")
    print("\n".join(simulated()))


if __name__ == "__main__":
    main()
