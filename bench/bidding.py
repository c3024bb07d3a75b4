"""`make bench-bidding`: how near a campaign with a target comes to it, in synthetic markets.

Each day has auctions against rivals whose bids are log-normal; clicks, orders and what they are worth are
drawn, and orders come up to some days after their click, as they do. The auction and the steps are the real
rules; the factor is found each morning by what is known then.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import mean

from chalicelib.advertising.auction import rules as auction
from chalicelib.advertising.auction.rules import Bid
from chalicelib.advertising.quality.rules import SEEN
from chalicelib.advertising.steering import rules
from chalicelib.advertising.steering.rules import Seen

RESERVE, FIRST = 10, date(2026, 1, 1)
DAYS, SETTLED = 90, 30
"""How long a market is played, and after how many days the return is measured."""


@dataclass(frozen=True, slots=True)
class Market:
    """What a campaign meets: money in minor units."""

    auctions: int = 100
    """A day, each of them held by so many searches."""
    searches: int = 120
    bid: int = 500
    """The merchant's own."""
    rivals: int = 6
    rival_bid: float = 100.0
    """The median."""
    conversion: float = 0.08
    basket: float = 6_000.0
    """What an order is worth, as a median."""
    dearer_from: int = DAYS
    """The day from which rivals bid half more."""


@dataclass(frozen=True, slots=True)
class Played:
    """What came of it: by days, all orders counted, and the factor of each."""

    days: tuple[Seen, ...]
    factors: tuple[int, ...]

    def return_after(self, day: int) -> float:
        """Sales over cost from a day on."""
        rest = sum(self.days[day:], Seen())
        return rest.sales / rest.cost


def played(market: Market, target: int, seed: int) -> Played:
    """Play all days of a market."""
    chance = random.Random(seed)
    came: list[tuple[int, int, int]] = []  # of each order: the click's day, when it came, its worth
    days: list[Seen] = []
    factors, factor, since = [], rules.WHOLE, 0
    for day in range(DAYS):
        known = {
            FIRST + timedelta(days=past): replace(
                seen, sales=sum(w for d, at, w in came if d == past and at < day)
            )
            for past, seen in enumerate(days)
        }
        dates = {"since": FIRST + timedelta(days=since), "today": FIRST + timedelta(days=day)}
        after = rules.factor_after(factor, target, known, **dates)
        since = day if after != factor else since
        factor = after
        factors.append(factor)
        days.append(_a_day(market, factor, day, chance, came))
    whole = [replace(seen, sales=sum(w for d, _, w in came if d == day)) for day, seen in enumerate(days)]
    return Played(tuple(whole), tuple(factors))


def _a_day(
    market: Market, factor: int, day: int, chance: random.Random, came: list[tuple[int, int, int]]
) -> Seen:
    clicks = cost = 0
    dearer = 1.5 if day >= market.dearer_from else 1.0
    mine = Bid("mine", rules.bid_of(market.bid, factor, reserve=RESERVE), 30_000)
    for _ in range(market.auctions):
        bids = [mine, *(_rival(market, number, dearer, chance) for number in range(market.rivals))]
        won = next((one for one in auction.held(bids, SEEN, reserve=RESERVE) if one.bid is mine), None)
        for _ in range(market.searches if won else 0):
            if won and chance.random() < 0.03 * SEEN[won.slot] / SEEN[0]:
                clicks, cost = clicks + 1, cost + won.price
                if chance.random() < market.conversion:
                    worth = round(market.basket * chance.lognormvariate(0, 0.5))
                    came.append((day, day + min(6, int(chance.expovariate(0.8))), worth))
    return Seen(clicks, cost)


def _rival(market: Market, number: int, dearer: float, chance: random.Random) -> Bid:
    amount = max(RESERVE, round(market.rival_bid * dearer * chance.lognormvariate(0, 0.6)))
    return Bid(f"rival{number}", amount, round(30_000 * chance.lognormvariate(0, 0.4)))


MARKETS = {
    "as above": Market(),
    "rivals bid half more from day 45 on": Market(dearer_from=45),
    "a tenth of the searches": Market(searches=12),
}


def main() -> None:
    """Print the table."""
    print("| market | target | return, days 31 to 90 | least of 8 | most of 8 | last factor |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, market in MARKETS.items():
        for target in (30_000, 40_000, 60_000):
            found = [played(market, target, seed) for seed in range(8)]
            returns = [one.return_after(SETTLED) for one in found]
            last = mean(one.factors[-1] for one in found) / rules.WHOLE
            print(
                f"| {name} | {target / rules.WHOLE:.1f} | {mean(returns):.2f} | {min(returns):.2f} "
                f"| {max(returns):.2f} | {last:.2f} |"
            )


if __name__ == "__main__":
    main()
