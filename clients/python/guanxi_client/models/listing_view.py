from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.listing_view_status import ListingViewStatus, check_listing_view_status

if TYPE_CHECKING:
    from ..models.listing_view_attributes import ListingViewAttributes
    from ..models.lot_view import LotView
    from ..models.money_view import MoneyView
    from ..models.photo_view import PhotoView
    from ..models.variant_view import VariantView


T = TypeVar("T", bound="ListingView")


@_attrs_define
class ListingView:
    """A listing with all that its page shows.

    Attributes:
        id (str):
        store_id (str):
        title (str):
        category (str):
        status (ListingViewStatus):
        price_from (MoneyView): An amount of money in minor units (fen, cents).
        price_to (MoneyView): An amount of money in minor units (fen, cents).
        cover (None | PhotoView):
        lot (LotView): By how many pieces goods are sold: at least so many, mixed as one likes, and each variant in
            cases.
        variants (list[VariantView]):
        created_at (datetime.datetime):
        description (str):
        attributes (ListingViewAttributes):
        photos (list[PhotoView]):
    """

    id: str
    store_id: str
    title: str
    category: str
    status: ListingViewStatus
    price_from: MoneyView
    price_to: MoneyView
    cover: None | PhotoView
    lot: LotView
    variants: list[VariantView]
    created_at: datetime.datetime
    description: str
    attributes: ListingViewAttributes
    photos: list[PhotoView]

    def to_dict(self) -> dict[str, Any]:
        from ..models.photo_view import PhotoView  # noqa: PLC0415

        id = self.id

        store_id = self.store_id

        title = self.title

        category = self.category

        status: str = self.status

        price_from = self.price_from.to_dict()

        price_to = self.price_to.to_dict()

        cover: dict[str, Any] | None
        if isinstance(self.cover, PhotoView):
            cover = self.cover.to_dict()
        else:
            cover = self.cover

        lot = self.lot.to_dict()

        variants = []
        for variants_item_data in self.variants:
            variants_item = variants_item_data.to_dict()
            variants.append(variants_item)

        created_at = self.created_at.isoformat()

        description = self.description

        attributes = self.attributes.to_dict()

        photos = []
        for photos_item_data in self.photos:
            photos_item = photos_item_data.to_dict()
            photos.append(photos_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "store_id": store_id,
                "title": title,
                "category": category,
                "status": status,
                "price_from": price_from,
                "price_to": price_to,
                "cover": cover,
                "lot": lot,
                "variants": variants,
                "created_at": created_at,
                "description": description,
                "attributes": attributes,
                "photos": photos,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.listing_view_attributes import ListingViewAttributes  # noqa: PLC0415
        from ..models.lot_view import LotView  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415
        from ..models.photo_view import PhotoView  # noqa: PLC0415
        from ..models.variant_view import VariantView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        store_id = d.pop("store_id")

        title = d.pop("title")

        category = d.pop("category")

        status = check_listing_view_status(d.pop("status"))

        price_from = MoneyView.from_dict(d.pop("price_from"))

        price_to = MoneyView.from_dict(d.pop("price_to"))

        def _parse_cover(data: object) -> None | PhotoView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                cover_type_0 = PhotoView.from_dict(data)

                return cover_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PhotoView, data)

        cover = _parse_cover(d.pop("cover"))

        lot = LotView.from_dict(d.pop("lot"))

        variants = []
        _variants = d.pop("variants")
        for variants_item_data in _variants:
            variants_item = VariantView.from_dict(variants_item_data)

            variants.append(variants_item)

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        description = d.pop("description")

        attributes = ListingViewAttributes.from_dict(d.pop("attributes"))

        photos = []
        _photos = d.pop("photos")
        for photos_item_data in _photos:
            photos_item = PhotoView.from_dict(photos_item_data)

            photos.append(photos_item)

        listing_view = cls(
            id=id,
            store_id=store_id,
            title=title,
            category=category,
            status=status,
            price_from=price_from,
            price_to=price_to,
            cover=cover,
            lot=lot,
            variants=variants,
            created_at=created_at,
            description=description,
            attributes=attributes,
            photos=photos,
        )

        return listing_view
