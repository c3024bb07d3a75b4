from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.listing_card_status import ListingCardStatus, check_listing_card_status

if TYPE_CHECKING:
    from ..models.lot_view import LotView
    from ..models.money_view import MoneyView
    from ..models.photo_view import PhotoView
    from ..models.variant_view import VariantView


T = TypeVar("T", bound="ListingCard")


@_attrs_define
class ListingCard:
    """A listing in a list; `price_from` and `price_to` are what its variants cost now.

    Attributes:
        id (str):
        store_id (str):
        title (str):
        category (str):
        status (ListingCardStatus):
        price_from (MoneyView): An amount of money in minor units (fen, cents).
        price_to (MoneyView): An amount of money in minor units (fen, cents).
        cover (None | PhotoView):
        lot (LotView): By how many pieces goods are sold: at least so many, mixed as one likes, and each variant in
            cases.
        variants (list[VariantView]):
        created_at (datetime.datetime):
    """

    id: str
    store_id: str
    title: str
    category: str
    status: ListingCardStatus
    price_from: MoneyView
    price_to: MoneyView
    cover: None | PhotoView
    lot: LotView
    variants: list[VariantView]
    created_at: datetime.datetime

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
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lot_view import LotView  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415
        from ..models.photo_view import PhotoView  # noqa: PLC0415
        from ..models.variant_view import VariantView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        store_id = d.pop("store_id")

        title = d.pop("title")

        category = d.pop("category")

        status = check_listing_card_status(d.pop("status"))

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

        listing_card = cls(
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
        )

        return listing_card
