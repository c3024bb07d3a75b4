"""What the API of figures takes and answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints

from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.languages import Language
from chalicelib.insights.counting.rules import COUNTED, Step
from chalicelib.insights.figures import rules
from chalicelib.insights.figures.rules import Cohort, Figures, Hour, Length, Part
from chalicelib.insights.figures.service import MOST_GOODS, Dashboard, Goods


class FiguresQuery(Query):
    """A day, a week (from Monday) or a month: the one that the day `on` is in, in the store's time zone."""

    period: Length = "day"
    on: date | None = None


class FunnelStep(Schema):
    """How often something was done, and by how many different people: estimated within some 2 %, and a person
    on two devices is two. At the step `paid` they are the buyers."""

    step: Step
    times: int
    people: int


class PeriodFigures(Schema):
    """What was counted from the first day to the last. Money is in minor units of the store's currency.

    Orders count on the day on which they were placed. `paid` are all that were, `orders` those that weren't
    called off or wholly refunded since; `sales` is what these cost, `refunded` what of it was given back.
    `repeat_rate` is of all buyers so far those that bought more than once.
    """

    first: date
    last: date
    visits: int
    visitors: int
    views: int
    looks: int
    searches: int
    carts: int
    checkouts: int
    paid: int
    orders: int
    sales: int
    refunded: int
    average_order: float | None
    conversion_rate: float | None
    """Of the visits, those that were paid orders in the end."""
    funnel: list[FunnelStep]

    @classmethod
    def of_figures(cls, figures: Figures) -> Self:
        """Shape the answer."""
        counts, people = Counter(figures.counts), figures.people
        names = ("visits", *COUNTED.values(), "paid", "orders", "sales", "refunded")
        return cls(
            first=figures.period.first,
            last=figures.period.last,
            visitors=people[Step.VISITOR],
            average_order=round(counts["sales"] / counts["orders"], 2) if counts["orders"] else None,
            conversion_rate=rules.ratio(counts["paid"], counts["visits"]),
            funnel=[
                FunnelStep(step=step, times=counts[name], people=people[step])
                for step, name in rules.TIMES.items()
            ],
            **{name: counts[name] for name in names},
        )


class FiguresChange(Schema):
    """By which part each grew since the period before; null: there was nothing."""

    visits: float | None
    visitors: float | None
    looks: float | None
    carts: float | None
    paid: float | None
    sales: float | None


class FiguresPart(Schema):
    """What came over a channel, or from a region: a country, in China a province by its code (`CN33`)."""

    name: str
    visits: int
    orders: int
    sales: int
    refunded: int

    @classmethod
    def of_part(cls, part: Part) -> Self:
        """Shape the answer."""
        return cls(
            name=part.name, visits=part.visits, orders=part.orders, sales=part.sales, refunded=part.refunded
        )


class FiguresHour(Schema):
    """What was seen and ordered in an hour of the day, in the store's time zone."""

    hour: int
    seen: int
    orders: int

    @classmethod
    def of_hour(cls, hour: Hour) -> Self:
        """Shape the answer."""
        return cls(hour=hour.hour, seen=hour.seen, orders=hour.orders)


class FiguresDay(Schema):
    """What was counted on a day."""

    day: str
    visits: int
    looks: int
    paid: int
    orders: int
    sales: int


class StoreFigures(Schema):
    """A store's figures of a period, and of the one before."""

    currency: str
    time_zone: str
    now: PeriodFigures
    before: PeriodFigures
    change: FiguresChange
    repeat_rate: float | None
    robots: int
    """What machines looked at: it is in no other figure."""
    channels: list[FiguresPart]
    regions: list[FiguresPart]
    hours: list[FiguresHour]
    days: list[FiguresDay]
    """Those of both periods on which anything was counted, the earliest first."""

    @classmethod
    def of(cls, board: Dashboard, /) -> Self:
        """Shape the answer."""
        now, before = PeriodFigures.of_figures(board.now), PeriodFigures.of_figures(board.before)
        names = FiguresChange.model_fields
        return cls(
            currency=board.store.currency,
            time_zone=board.store.time_zone,
            now=now,
            before=before,
            change=FiguresChange(
                **{name: rules.change(getattr(now, name), getattr(before, name)) for name in names}
            ),
            repeat_rate=rules.repeat_rate(board.cohorts),
            robots=board.now.counts.get("robots", 0),
            channels=[FiguresPart.of_part(part) for part in rules.parts_of(board.now.counts, "channel")],
            regions=[FiguresPart.of_part(part) for part in rules.parts_of(board.now.counts, "region")],
            hours=[FiguresHour.of_hour(hour) for hour in rules.hours_of(board.now.counts)],
            days=[_day(day, counts) for day, counts in sorted(board.days.items())],
        )


def _day(day: str, counts: Mapping[str, int]) -> FiguresDay:
    names = [name for name in FiguresDay.model_fields if name != "day"]
    return FiguresDay(day=day, **{name: counts.get(name, 0) for name in names})


class LiveMinute(Schema):
    """What was seen in a minute (UTC)."""

    minute: str
    visits: int
    views: int
    looks: int
    searches: int
    carts: int
    checkouts: int
    paid: int


class LiveFigures(Schema):
    """What was seen in the last hour, by minute; minutes in which nothing was aren't told."""

    minutes: list[LiveMinute]

    @classmethod
    def of(cls, found: Mapping[str, Counter[str]], /) -> Self:
        """Shape the answer."""
        names = [name for name in LiveMinute.model_fields if name != "minute"]
        return cls(
            minutes=[
                LiveMinute(minute=minute, **{name: counts[name] for name in names})
                for minute, counts in sorted(found.items())
            ]
        )


class GoodsQuery(Query):
    """Of a day (`2026-11-26`) or a month (`2026-11`) in the store's time zone, by looks or by sales."""

    of: Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-[01][0-9](-[0-3][0-9])?$")]
    by: Literal["looks", "sales"] = "looks"
    limit: Annotated[int, Field(ge=1, le=MOST_GOODS)] = 10


class GoodsFigures(Schema):
    """What became of goods: how often they were looked at and put into carts, how many sold, for how much
    (before refunds). Without a title they are gone."""

    listing_id: str
    title: str | None
    looks: int
    carts: int
    sold: int
    sales: int


class TopGoods(Schema):
    """The goods that were looked at most, or sold for most."""

    items: list[GoodsFigures]

    @classmethod
    def of(cls, found: Sequence[Goods], /) -> Self:
        """Shape the answer."""
        names = ("looks", "carts", "sold", "sales")
        return cls(
            items=[
                GoodsFigures(
                    listing_id=one.listing_id,
                    title=one.title,
                    **{name: one.counts.get(name, 0) for name in names},
                )
                for one in found
            ]
        )


class CohortRow(Schema):
    """Who bought first in a month: how many, how many of them more than once, and how many so many months
    later (`after[0]` is the month itself)."""

    month: str
    buyers: int
    repeat: int
    after: list[int]


class CohortTable(Schema):
    """A store's buyers by the month of their first purchase, the newest first."""

    items: list[CohortRow]
    repeat_rate: float | None

    @classmethod
    def of(cls, found: Sequence[Cohort], /) -> Self:
        """Shape the answer."""
        rows = [
            CohortRow(month=one.month, buyers=one.buyers, repeat=one.repeat, after=list(one.after))
            for one in found
        ]
        return cls(items=rows, repeat_rate=rules.repeat_rate(found))


class DaysQuery(Query):
    """Of which days, both counted, 92 at most; in which language."""

    since: date
    until: date
    language: Language = "zh"
