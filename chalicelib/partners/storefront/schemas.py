"""What the API takes and answers where something delivered is used."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.partners.storefront.service import MOST_SHOWN, UseAs, Used, Wish

Id = Annotated[str, StringConstraints(min_length=1, max_length=40)]


class DeliveryUse(Schema):
    """What to do with what was delivered; without `photos`, with all of it. Goods need their `listing_id`."""

    use: UseAs
    listing_id: Id | None = None
    photos: Annotated[list[Id], Field(max_length=MOST_SHOWN)] = []

    def wish(self) -> Wish:
        """What the use case takes."""
        return Wish(self.use, self.listing_id or "none", tuple(self.photos))


class DeliveryUsedView(Schema):
    """What is in the storefront now: all photos of the goods, the banner, or the theme."""

    use: UseAs
    store_id: str
    photo_ids: list[str]
    theme: str | None

    @classmethod
    def of(cls, used: Used, /) -> Self:
        """Shape the answer."""
        return cls(
            use=used.wish.use,
            store_id=used.store_id,
            photo_ids=list(used.photo_ids),
            theme=used.theme or None,
        )
