"""What the listings' API takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints

from chalicelib.foundation import clock
from chalicelib.foundation.http import Schema
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import Amount, MoneyView
from chalicelib.foundation.text import line, prose
from chalicelib.listings.ladders.rules import Rung
from chalicelib.listings.lots.rules import Lot
from chalicelib.listings.rules import Details, Listing, Photo, Sale, Variant

Title = Annotated[str, line(120)]
Category = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Sku = Annotated[str, line(60)]
VariantTitle = Annotated[str, line(60, least=0)]
AttributeName = Annotated[str, line(40)]
AttributeText = Annotated[str, line(200)]
PhotoId = Annotated[str, StringConstraints(pattern=r"^pho_[0-9A-Z]{26}$")]
Status = Literal["draft", "active", "sold_out", "withdrawn"]
VariantId = Annotated[str, StringConstraints(max_length=10)]
Count = Annotated[int, Field(ge=0, le=10**6)]


class NewVariant(Schema):
    """A variant to sell. `price` is in minor units of the store's currency."""

    sku: Sku
    title: VariantTitle = ""
    price: Amount
    stock: Count


class NewListing(Schema):
    """Goods to list."""

    store_id: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    title: Title
    description: Annotated[str, prose(5000)] = ""
    category: Category
    photos: Annotated[list[PhotoId], Field(max_length=9)] = []
    attributes: Annotated[dict[AttributeName, AttributeText], Field(max_length=30)] = {}
    variants: Annotated[list[NewVariant], Field(min_length=1, max_length=50)]
    publish: bool = False
    """Put it on sale at once."""


class ChangedVariant(Schema):
    """What to change of a variant. Stock is changed by POST /listings/{listing_id}/stock."""

    id: VariantId
    title: VariantTitle | None = None
    price: Amount | None = None


class ListingChange(Schema):
    """What to change of a listing; what is absent stays."""

    title: Title | None = None
    description: Annotated[str, prose(5000)] | None = None
    category: Category | None = None
    photos: Annotated[list[PhotoId], Field(max_length=9)] | None = None
    attributes: Annotated[dict[AttributeName, AttributeText], Field(max_length=30)] | None = None
    variants: Annotated[list[ChangedVariant], Field(max_length=50)] = []
    new_variants: Annotated[list[NewVariant], Field(max_length=50)] = []


class StockChange(Schema):
    """So many pieces more (or fewer, when negative) of a variant."""

    variant_id: VariantId
    change: Annotated[int, Field(ge=-(10**6), le=10**6)]


class StockCount(Schema):
    """How many pieces of a variant were counted, besides those that are sold or reserved.

    `seen` is the stock that was shown when the counting began: if it isn't so any more, the count is refused.
    """

    variant_id: VariantId
    counted: Count
    seen: Count


class PhotoView(Schema):
    """A photo; its `path` is below the API's address."""

    id: str
    path: str
    width: int
    height: int

    @classmethod
    def of(cls, photo: Photo, /) -> Self:
        """Shape the answer."""
        return cls(id=photo.id, path=f"/media/{photo.id}", width=photo.width, height=photo.height)


class SaleView(Schema):
    """A lower price for some time: it holds from `starts_at` until just before `ends_at`."""

    price: MoneyView
    starts_at: datetime
    ends_at: datetime

    @classmethod
    def of(cls, sale: Sale, /) -> Self:
        """Shape the answer."""
        return cls(price=MoneyView.of(sale.price), starts_at=sale.starts_at, ends_at=sale.ends_at)


class StepView(Schema):
    """From so many pieces of one line on, each costs so much."""

    from_quantity: int
    price: MoneyView

    @classmethod
    def of(cls, rung: Rung, /) -> Self:
        """Shape the answer."""
        return cls(from_quantity=rung.least, price=MoneyView.of(rung.price))


class VariantView(Schema):
    """A variant as a buyer sees it. `price` is what it costs now, in a sale less than `regular_price`.

    `ladder` is what a piece costs for whoever takes more; while a sale runs, the lower price counts.

    `sale` is the one that runs or that will: everybody may know of it beforehand.
    """

    id: str
    sku: str
    title: str
    price: MoneyView
    regular_price: MoneyView
    sale: SaleView | None
    ladder: list[StepView]
    stock: int

    @classmethod
    def of(cls, variant: Variant, now: datetime, /) -> Self:
        """Shape the answer."""
        return cls(
            id=variant.id,
            sku=variant.sku,
            title=variant.title,
            price=MoneyView.of(variant.price_at(now)),
            regular_price=MoneyView.of(variant.price),
            sale=SaleView.of(variant.sale) if variant.sale and variant.sale.ends_at > now else None,
            ladder=[StepView.of(rung) for rung in variant.ladder],
            stock=variant.stock,
        )


class LotView(Schema):
    """By how many pieces goods are sold: at least so many, mixed as one likes, and each variant in cases."""

    least_quantity: int
    case_pack: int

    @classmethod
    def of(cls, lot: Lot, /) -> Self:
        """Shape the answer."""
        return cls(least_quantity=lot.least, case_pack=lot.case)


class ListingCard(Schema):
    """A listing in a list; `price_from` and `price_to` are what its variants cost now."""

    id: str
    store_id: str
    title: str
    category: str
    status: Status
    price_from: MoneyView
    price_to: MoneyView
    cover: PhotoView | None
    lot: LotView
    variants: list[VariantView]
    created_at: datetime

    @classmethod
    def of(cls, listing: Listing, /) -> Self:
        """Shape the answer."""
        return cls(**_card(listing))


class ListingView(ListingCard):
    """A listing with all that its page shows."""

    description: str
    attributes: dict[str, str]
    photos: list[PhotoView]

    @classmethod
    def of(cls, shown: tuple[Listing, Details], /) -> Self:  # type: ignore[override]
        """Shape the answer."""
        listing, details = shown
        return cls(
            **_card(listing),
            description=details.description,
            attributes=dict(details.attributes),
            photos=[PhotoView.of(photo) for photo in details.photos],
        )


class ListingPage(Schema):
    """Some of a store's listings, the newest first."""

    items: list[ListingCard]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Listing], /) -> Self:
        """Shape the answer."""
        return cls(items=[ListingCard.of(listing) for listing in page.items], cursor=page.cursor)


def _card(listing: Listing) -> dict[str, Any]:
    now = clock.now()
    return {
        "id": listing.id,
        "store_id": listing.store_id,
        "title": listing.title,
        "category": listing.category,
        "status": listing.status,
        "price_from": MoneyView.of(listing.cheapest(now).price_at(now)),
        "price_to": MoneyView.of(listing.highest_price(now)),
        "cover": PhotoView.of(listing.cover) if listing.cover else None,
        "lot": LotView.of(listing.lot),
        "variants": [VariantView.of(variant, now) for variant in listing.variants],
        "created_at": listing.created_at,
    }
