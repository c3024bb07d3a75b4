"""What the favourites' API answers."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from chalicelib.foundation.http import Schema
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import MoneyView
from chalicelib.listings.favourites.service import Marked
from chalicelib.listings.schemas import ListingCard


class FavouriteView(Schema):
    """Goods that one keeps in mind. `price_then` is what the cheapest variant cost when one marked them.

    `listing` is null when they aren't on sale now.
    """

    listing_id: str
    title: str
    price_then: MoneyView
    marked_at: datetime
    listing: ListingCard | None

    @classmethod
    def of(cls, marked: Marked, /) -> Self:
        """Shape the answer."""
        favourite, listing = marked
        return cls(
            listing_id=favourite.listing_id,
            title=listing.title if listing else favourite.title,
            price_then=MoneyView.of(favourite.price),
            marked_at=favourite.at,
            listing=ListingCard.of(listing) if listing else None,
        )


class FavouritesView(Schema):
    """Some of one's favourites, what one marked last first."""

    items: list[FavouriteView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Marked], /) -> Self:
        """Shape the answer."""
        return cls(items=[FavouriteView.of(marked) for marked in page.items], cursor=page.cursor)


class FavouriteCount(Schema):
    """How many people keep some goods in mind."""

    people: int

    @classmethod
    def of(cls, people: int, /) -> Self:
        """Shape the answer."""
        return cls(people=people)
