"""By what an answer can be narrowed, and how many listings each choice leaves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from chalicelib.search.rules.documents import Brief
from chalicelib.search.rules.queries import Sort, Wish

MOST_VALUES, MOST_ATTRIBUTES = 12, 6

STARS = (4, 3, 2)
"""A rating is offered as at least so many stars."""

_STEPS = (1, 2, 5)
_RANGE = re.compile(r"(\d{1,9}(?:\.\d{1,4})?)-(\d{1,9}(?:\.\d{1,4})?)")


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet, and how many listings have it."""

    value: str
    listings: int


@dataclass(frozen=True, slots=True)
class Facet:
    """Something to narrow by: `category`, `price`, `rating`, `region`, or an attribute's name."""

    name: str
    kind: str
    """`category`, `price`, `rating`, `region` or `attribute`."""
    choices: tuple[Choice, ...]


_Test = Callable[[Brief], bool]


def tests(wish: Wish) -> dict[str, _Test]:
    """What a listing must pass to be shown, by the facet that each belongs to."""
    found: dict[str, _Test] = {}
    if wish.category is not None:
        category = wish.category
        found["category"] = lambda brief: category in brief.categories
    if (test := _price(wish)) is not None:
        found["price"] = test
    if wish.region is not None:
        region = wish.region
        found["region"] = lambda brief: brief.region.startswith(region)
    if wish.rating is not None:
        least = wish.rating
        found["rating"] = lambda brief: brief.reviews > 0 and brief.rating >= least
    if wish.in_stock:
        found["in_stock"] = lambda brief: not brief.sold_out
    if wish.wholesale:
        found["wholesale"] = lambda brief: brief.by_the_lot
    for name, values in wish.attributes.items():
        found[f"attribute {name}"] = _having(name, values)
    return found


def _having(name: str, values: frozenset[str]) -> _Test:
    """One of some values, which for a number may be ranges such as `10-20`."""
    ranges = [(float(found[1]), float(found[2])) for value in values if (found := _RANGE.fullmatch(value))]

    def has(brief: Brief) -> bool:
        value = brief.attributes.get(name)
        if isinstance(value, float):
            return any(low <= value < high for low, high in ranges) or f"{value:g}" in values
        return value in values

    return has


def _price(wish: Wish) -> _Test | None:
    """Prices are compared in one currency only: what costs another one is left out."""
    low, high = wish.price_min, wish.price_max
    asked = low is not None or high is not None or wish.sort in (Sort.CHEAPEST, Sort.DEAREST)
    if not (asked or wish.currency):
        return None
    currency = wish.currency or "CNY"
    return lambda brief: (
        brief.currency == currency
        and (low is None or brief.high >= low)
        and (high is None or brief.low <= high)
    )


def passing(briefs: Iterable[Brief], wish: Wish) -> Iterator[bool]:
    """Whether each is what was asked for."""
    all_ = list(tests(wish).values())
    for brief in briefs:
        yield all(test(brief) for test in all_)


def counted(briefs: Sequence[Brief], wish: Wish) -> list[Facet]:
    """The facets of an answer. Each is counted as if nothing of it were chosen: what else could be?"""
    chosen = tests(wish)
    failed = [_failed(brief, chosen) for brief in briefs]

    def left(facet: str) -> list[Brief]:
        return [brief for brief, why in zip(briefs, failed, strict=True) if why <= {facet}]

    facets = [
        _facet("category", "category", _each(brief.categories[:1] for brief in left("category"))),
        Facet("price", "price", _prices(left("price"), wish)),
        Facet("rating", "rating", _stars(left("rating"))),
        _facet("region", "region", _each((brief.region[:2],) for brief in left("region") if brief.region)),
        *_attributes(briefs, failed),
    ]
    return [facet for facet in facets if facet.choices]


_NOTHING: frozenset[str] = frozenset()


def _failed(brief: Brief, chosen: Mapping[str, _Test]) -> frozenset[str]:
    """The facets whose choice leaves a listing out."""
    return frozenset(name for name, test in chosen.items() if not test(brief)) if chosen else _NOTHING


def _attributes(briefs: Sequence[Brief], failed: Sequence[frozenset[str]]) -> list[Facet]:
    values: dict[str, Counter[str]] = {}
    for brief, why in zip(briefs, failed, strict=True):
        for name, value in brief.attributes.items():
            if why <= {f"attribute {name}"}:
                told = value if isinstance(value, str) else "{:g}-{:g}".format(*_range(value))
                values.setdefault(name, Counter())[told] += 1
    often = sorted(values, key=lambda name: (-values[name].total(), name))[:MOST_ATTRIBUTES]
    return [_facet(name, "attribute", values[name]) for name in often]


def _each(some: Iterable[Iterable[str]]) -> Counter[str]:
    return Counter(one for several in some for one in several)


def _facet(name: str, kind: str, counts: Counter[str]) -> Facet:
    often = sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:MOST_VALUES]
    return Facet(name, kind, tuple(Choice(value, count) for value, count in often))


def _stars(briefs: Sequence[Brief]) -> tuple[Choice, ...]:
    counts = [(least, sum(b.reviews > 0 and b.rating >= least for b in briefs)) for least in STARS]
    return tuple(Choice(str(least), count) for least, count in counts if count)


def _prices(briefs: Sequence[Brief], wish: Wish) -> tuple[Choice, ...]:
    """Ranges in minor units, such as `1000-2000`, of the currency asked for, else of the most frequent."""
    currencies = Counter(brief.currency for brief in briefs)
    if not currencies:
        return ()
    currency = wish.currency or max(sorted(currencies), key=lambda one: currencies[one])
    counts = Counter(_range(brief.low) for brief in briefs if brief.currency == currency)
    return tuple(Choice(f"{low}-{high}", counts[low, high]) for low, high in sorted(counts))


def _range(amount: float) -> tuple[float, float]:
    """The range 1–2, 2–5 or 5–10 times a power of ten in which an amount is; below one, all of it."""
    if amount < 1:
        return 0, 1
    ten = 10 ** (len(str(int(amount))) - 1)
    low = max(step for step in _STEPS if step * ten <= amount)
    high = {1: 2, 2: 5, 5: 10}[low]
    return low * ten, high * ten
