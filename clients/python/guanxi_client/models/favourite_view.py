from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.listing_card import ListingCard
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="FavouriteView")


@_attrs_define
class FavouriteView:
    """Goods that one keeps in mind. `price_then` is what the cheapest variant cost when one marked them.

    `listing` is null when they aren't on sale now.

        Attributes:
            listing_id (str):
            title (str):
            price_then (MoneyView): An amount of money in minor units (fen, cents).
            marked_at (datetime.datetime):
            listing (ListingCard | None):
    """

    listing_id: str
    title: str
    price_then: MoneyView
    marked_at: datetime.datetime
    listing: ListingCard | None

    def to_dict(self) -> dict[str, Any]:
        from ..models.listing_card import ListingCard  # noqa: PLC0415

        listing_id = self.listing_id

        title = self.title

        price_then = self.price_then.to_dict()

        marked_at = self.marked_at.isoformat()

        listing: dict[str, Any] | None
        if isinstance(self.listing, ListingCard):
            listing = self.listing.to_dict()
        else:
            listing = self.listing

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "listing_id": listing_id,
                "title": title,
                "price_then": price_then,
                "marked_at": marked_at,
                "listing": listing,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.listing_card import ListingCard  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        listing_id = d.pop("listing_id")

        title = d.pop("title")

        price_then = MoneyView.from_dict(d.pop("price_then"))

        marked_at = datetime.datetime.fromisoformat(d.pop("marked_at"))

        def _parse_listing(data: object) -> ListingCard | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                listing_type_0 = ListingCard.from_dict(data)

                return listing_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ListingCard | None, data)

        listing = _parse_listing(d.pop("listing"))

        favourite_view = cls(
            listing_id=listing_id,
            title=title,
            price_then=price_then,
            marked_at=marked_at,
            listing=listing,
        )

        return favourite_view
