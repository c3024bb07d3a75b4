"""What the search of goods takes and answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal, Self, cast

from pydantic import Field, StringConstraints

from chalicelib.advertising.serving.service import Ad
from chalicelib.discovery.rules import Mixed
from chalicelib.discovery.service import Results
from chalicelib.foundation import clock
from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.schemas import Currency, Cursor, MoneyView
from chalicelib.foundation.text import line
from chalicelib.listings.service import Listing
from chalicelib.search.errors import BadFilter
from chalicelib.search.service import Choice, Facet, Fame, Hit, Sort, Wish

MOST_FILTERS, MOST_VALUES = 10, 20

Price = Annotated[int, Field(ge=0, le=10**10)]
Searched = Annotated[str, line(200, least=0)]
Order = Literal["relevance", "sales", "price", "-price", "newest"]


class SearchQuery(Query):
    """What to look for, and how to narrow it."""

    q: Searched = ""
    """Words in Chinese or another language, a merchant's SKU, or a “phrase” between quotation marks."""
    category: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)] | None = (
        None
    )
    price_min: Price | None = None
    """In minor units of `currency`."""
    price_max: Price | None = None
    currency: Currency | None = None
    """Of the prices asked for, if not CNY; only goods sold in it are found."""
    attributes: Annotated[str, line(500)] | None = None
    """Attributes and the values of which one must fit: `colour:red|blue,material:silk`."""
    region: Annotated[str, StringConstraints(pattern=r"^[0-9]{2,6}$")] | None = None
    rating: Annotated[float, Field(ge=0, le=5)] | None = None
    """At least so many stars."""
    in_stock: bool = False
    wholesale: bool = False
    """Only what is sold wholesale: from some pieces on."""
    near: Annotated[str, StringConstraints(pattern=r"^[0-9]{2,6}$")] | None = None
    """The region in which whoever asks is: some ads are for some regions only."""
    sort: Order = "relevance"
    limit: Annotated[int, Field(ge=1, le=50)] = 20
    cursor: Cursor | None = None

    def wish(self) -> Wish:
        """What the rules make of it. Raises BadFilter."""
        return Wish(
            text=self.q,
            category=self.category,
            price_min=self.price_min,
            price_max=self.price_max,
            currency=self.currency,
            attributes=_filters(self.attributes or ""),
            region=self.region,
            rating=self.rating,
            in_stock=self.in_stock,
            wholesale=self.wholesale,
            sort=Sort(self.sort),
        )


def _filters(told: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for part in filter(None, told.split(",")):
        name, colon, values = (one.strip() for one in part.partition(":"))
        if not (name and colon and values) or name in found or len(found) == MOST_FILTERS:
            raise BadFilter(field="attributes")
        found[name] = frozenset(value.strip() for value in values.split("|"))
    return found


class CoverView(Schema):
    """A photo; its `path` is below the API's address."""

    path: str
    width: int
    height: int


class FoundLot(Schema):
    """By how many pieces goods are sold: at least so many, and in cases."""

    least_quantity: int
    case_pack: int


class AdView(Schema):
    """That goods are shown because their store pays for it: say so. Follow `path`, below the API's address,
    to them, or give its token to POST /ads/clicks in an app."""

    label: Literal["ad"] = "ad"
    path: str


class HitView(Schema):
    """A listing that was found, as it is now; or an ad, which has an `ad`."""

    id: str
    store_id: str
    title: str
    category: str
    price_from: MoneyView
    price_to: MoneyView
    in_bulk: MoneyView
    """What a piece costs whoever takes the most; `price_from` if that makes no difference."""
    lot: FoundLot
    cover: CoverView | None
    sold_out: bool
    sales: int
    rating: float | None
    """The mean of its stars; null while nobody has given any."""
    reviews: int
    created_at: datetime
    ad: AdView | None

    @classmethod
    def of(cls, place: Mixed[Hit, Ad], /) -> Self:
        """Shape the answer."""
        if place.ad:
            return cls._made(place.ad.listing, place.ad.fame, AdView(path=f"/ads/click/{place.ad.token}"))
        assert place.hit
        brief = place.hit.ranked.candidate.brief
        fame = Fame(brief.sales, brief.rating, brief.reviews)
        return cls._made(cast("Listing", place.hit.shown.card), fame, None)

    @classmethod
    def _made(cls, card: Listing, fame: Fame, ad: AdView | None) -> Self:
        now, cover = clock.now(), card.cover
        return cls(
            id=card.id,
            store_id=card.store_id,
            title=card.title,
            category=card.category,
            price_from=MoneyView.of(card.cheapest(now).price_at(now)),
            price_to=MoneyView.of(card.highest_price(now)),
            in_bulk=MoneyView.of(card.price_in_bulk(now)),
            lot=FoundLot(least_quantity=card.lot.least, case_pack=card.lot.case),
            cover=CoverView(path=f"/media/{cover.id}", width=cover.width, height=cover.height)
            if cover
            else None,
            sold_out=card.status == "sold_out",
            sales=fame.sales,
            rating=fame.rating if fame.reviews else None,
            reviews=fame.reviews,
            created_at=card.created_at,
            ad=ad,
        )


class FacetChoice(Schema):
    """A value of a facet, and how many of the listings counted have it."""

    value: str
    listings: int

    @classmethod
    def of(cls, choice: Choice, /) -> Self:
        """Shape the answer."""
        return cls(value=choice.value, listings=choice.listings)


class FacetView(Schema):
    """Something to narrow by; each is counted as if nothing of it were chosen."""

    name: str
    kind: Literal["category", "price", "rating", "region", "attribute"]
    choices: list[FacetChoice]

    @classmethod
    def of(cls, facet: Facet, /) -> Self:
        """Shape the answer."""
        return cls.model_validate(
            {
                "name": facet.name,
                "kind": facet.kind,
                "choices": [FacetChoice.of(choice) for choice in facet.choices],
            }
        )


class SearchPage(Schema):
    """Some of what was found, in the order asked for, what is sold out last; with ads in their slots."""

    items: list[HitView]
    cursor: str | None
    facets: list[FacetView]
    facets_of: int
    """How many listings were found and counted."""
    all_counted: bool
    """Whether these are all; else there are more, and the best of them were looked at."""
    did_you_mean: str | None
    explanation: str | None
    """Why there is nothing, or why it is for other words."""

    @classmethod
    def of(cls, results: Results, /) -> Self:
        """Shape the answer."""
        answer = results.answer
        return cls(
            items=[HitView.of(place) for place in results.places],
            cursor=answer.cursor,
            facets=[FacetView.of(facet) for facet in answer.facets],
            facets_of=answer.counted,
            all_counted=answer.all_counted,
            did_you_mean=answer.did_you_mean,
            explanation=answer.explanation,
        )
