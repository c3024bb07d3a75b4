"""What the API of display ads takes and answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints

from chalicelib.advertising.display.rules import RESERVE, Creative, DisplaySum, Placement
from chalicelib.advertising.display.serving import DisplayAd, Placed
from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.paging import MOST, Page
from chalicelib.foundation.schemas import Currency, Cursor
from chalicelib.foundation.text import line
from chalicelib.photos import service as photos

Where = Literal["home", "category"]
VisitorId = Annotated[str, StringConstraints(pattern=r"^vis_[0-9A-Z]{26}$")]
Date = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Category = Annotated[str, line(60)]


class NewCreative(Schema):
    """A picture for goods, in a placement; `cpm` is the most for a thousand impressions, in minor units.

    `cap` is how often a day one browser is shown it at most. With `retarget` only those see it who agreed
    to be remembered and lately looked at the store's goods.
    """

    placement: Where
    category: Category | None = None
    listing_id: Annotated[str, line(40)]
    photo_id: Annotated[str, line(40)]
    title: Annotated[str, line(60)]
    cpm: Annotated[int, Field(ge=RESERVE, le=10**7)]
    cap: Annotated[int, Field(ge=1, le=100)] = 5
    retarget: bool = False


class CreativeView(Schema):
    """A creative. It is taken off as its campaign's ad group of the same id."""

    id: str
    campaign_id: str
    placement: Placement
    category: str | None
    listing_id: str
    title: str
    image: str
    cpm: int
    cap: int
    retarget: bool

    @classmethod
    def of(cls, one: Creative, /) -> Self:
        """Shape the answer."""
        return cls(
            id=one.id,
            campaign_id=one.campaign_id,
            placement=one.placement,
            category=one.category,
            listing_id=one.listing_id,
            title=one.title,
            image=photos.url(one),
            cpm=one.cpm,
            cap=one.cap,
            retarget=one.retarget,
        )


class CreativeList(Schema):
    """A campaign's creatives."""

    items: list[CreativeView]

    @classmethod
    def of(cls, found: Sequence[Creative], /) -> Self:
        """Shape the answer."""
        return cls(items=[CreativeView.of(one) for one in found])


class DisplayQuery(Query):
    """Of which placement the ads are wanted, and by whom: `visitor` where there are no cookies."""

    placement: Where
    category: Category | None = None
    currency: Currency = "CNY"
    region: Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")] | None = None
    visitor: VisitorId | None = None


class DisplayAdView(Schema):
    """An ad: it is shown with its `label`, leads to `path`, and its `token` is sent when it was looked at."""

    label: str
    title: str
    image: str
    path: str
    token: str

    @classmethod
    def of(cls, one: DisplayAd, /) -> Self:
        """Shape the answer."""
        return cls(
            label="广告",
            title=one.creative.title,
            image=photos.url(one.creative),
            path=f"/shop/{one.slug}/{one.creative.listing_id}",
            token=one.token,
        )


class DisplayAds(Schema):
    """The ads of a placement, the best one first, and by which id this browser is known."""

    visitor: str
    items: list[DisplayAdView]

    @classmethod
    def of(cls, found: Placed, /) -> Self:
        """Shape the answer."""
        return cls(visitor=found.visitor, items=[DisplayAdView.of(one) for one in found.ads])


class Looked(Schema):
    """The tokens of the ads that were looked at."""

    tokens: Annotated[
        list[Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]{1,900}$")]],
        Field(min_length=1, max_length=20),
    ]


class Counted(Schema):
    """How many of them count."""

    counted: int

    @classmethod
    def of(cls, counted: int, /) -> Self:
        """Shape the answer."""
        return cls(counted=counted)


class Consent(Schema):
    """Whether a browser may be remembered for ads. A no forgets what was remembered."""

    visitor: VisitorId
    consent: bool


class Look(Schema):
    """A browser that agreed looked at goods."""

    visitor: VisitorId
    listing_id: Annotated[str, line(40)]


class DisplayReportQuery(Query):
    """From which day to which, in the store's time, at most 92."""

    since: Date
    until: Date
    limit: Annotated[int, Field(ge=1, le=MOST)] = 20
    cursor: Cursor | None = None


class DisplayReportRow(Schema):
    """What was counted of a creative on a day; without a creative, of all of them.

    An ad is `served` when a placement is shown with it, and `viewable` when it is told that it was looked at:
    half of it or more was in view for a second in a row, as the Media Rating Council has it. Only then it is
    billed, or `capped` or `written_off`: these three and no others are viewable. `viewable_rate` is of those
    served; null without any.

    `cost_millionths` is what the billed impressions cost, in millionths of a minor unit. What of it was
    debited, in whole minor units, is told of all together; the remainder is carried to the next debit.
    """

    day: str
    creative_id: str | None
    impressions: int
    cost_millionths: int
    debited: int
    capped: int
    written_off: int
    served: int
    viewable: int
    viewable_rate: float | None

    @classmethod
    def of(cls, one: DisplaySum, /) -> Self:
        """Shape the answer."""
        return cls(
            day=one.day,
            creative_id=one.creative_id or None,
            impressions=one.impressions,
            cost_millionths=one.micro,
            debited=one.debited,
            capped=one.capped,
            written_off=one.written_off,
            served=one.served,
            viewable=one.viewable,
            viewable_rate=None if one.viewable_rate is None else round(one.viewable_rate, 4),
        )


class DisplayReportPage(Schema):
    """Some days and creatives."""

    items: list[DisplayReportRow]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[DisplaySum], /) -> Self:
        """Shape the answer."""
        return cls(items=[DisplayReportRow.of(one) for one in page.items], cursor=page.cursor)
