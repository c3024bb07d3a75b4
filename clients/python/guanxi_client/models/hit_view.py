from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.ad_view import AdView
    from ..models.cover_view import CoverView
    from ..models.found_lot import FoundLot
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="HitView")


@_attrs_define
class HitView:
    """A listing that was found, as it is now; or an ad, which has an `ad`.

    Attributes:
        id (str):
        store_id (str):
        title (str):
        category (str):
        price_from (MoneyView): An amount of money in minor units (fen, cents).
        price_to (MoneyView): An amount of money in minor units (fen, cents).
        in_bulk (MoneyView): An amount of money in minor units (fen, cents).
        lot (FoundLot): By how many pieces goods are sold: at least so many, and in cases.
        cover (CoverView | None):
        sold_out (bool):
        sales (int):
        rating (float | None):
        reviews (int):
        created_at (datetime.datetime):
        ad (AdView | None):
    """

    id: str
    store_id: str
    title: str
    category: str
    price_from: MoneyView
    price_to: MoneyView
    in_bulk: MoneyView
    lot: FoundLot
    cover: CoverView | None
    sold_out: bool
    sales: int
    rating: float | None
    reviews: int
    created_at: datetime.datetime
    ad: AdView | None

    def to_dict(self) -> dict[str, Any]:
        from ..models.ad_view import AdView  # noqa: PLC0415
        from ..models.cover_view import CoverView  # noqa: PLC0415

        id = self.id

        store_id = self.store_id

        title = self.title

        category = self.category

        price_from = self.price_from.to_dict()

        price_to = self.price_to.to_dict()

        in_bulk = self.in_bulk.to_dict()

        lot = self.lot.to_dict()

        cover: dict[str, Any] | None
        if isinstance(self.cover, CoverView):
            cover = self.cover.to_dict()
        else:
            cover = self.cover

        sold_out = self.sold_out

        sales = self.sales

        rating: float | None
        rating = self.rating

        reviews = self.reviews

        created_at = self.created_at.isoformat()

        ad: dict[str, Any] | None
        if isinstance(self.ad, AdView):
            ad = self.ad.to_dict()
        else:
            ad = self.ad

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "store_id": store_id,
                "title": title,
                "category": category,
                "price_from": price_from,
                "price_to": price_to,
                "in_bulk": in_bulk,
                "lot": lot,
                "cover": cover,
                "sold_out": sold_out,
                "sales": sales,
                "rating": rating,
                "reviews": reviews,
                "created_at": created_at,
                "ad": ad,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ad_view import AdView  # noqa: PLC0415
        from ..models.cover_view import CoverView  # noqa: PLC0415
        from ..models.found_lot import FoundLot  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        store_id = d.pop("store_id")

        title = d.pop("title")

        category = d.pop("category")

        price_from = MoneyView.from_dict(d.pop("price_from"))

        price_to = MoneyView.from_dict(d.pop("price_to"))

        in_bulk = MoneyView.from_dict(d.pop("in_bulk"))

        lot = FoundLot.from_dict(d.pop("lot"))

        def _parse_cover(data: object) -> CoverView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                cover_type_0 = CoverView.from_dict(data)

                return cover_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CoverView | None, data)

        cover = _parse_cover(d.pop("cover"))

        sold_out = d.pop("sold_out")

        sales = d.pop("sales")

        def _parse_rating(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        rating = _parse_rating(d.pop("rating"))

        reviews = d.pop("reviews")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_ad(data: object) -> AdView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                ad_type_0 = AdView.from_dict(data)

                return ad_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AdView | None, data)

        ad = _parse_ad(d.pop("ad"))

        hit_view = cls(
            id=id,
            store_id=store_id,
            title=title,
            category=category,
            price_from=price_from,
            price_to=price_to,
            in_bulk=in_bulk,
            lot=lot,
            cover=cover,
            sold_out=sold_out,
            sales=sales,
            rating=rating,
            reviews=reviews,
            created_at=created_at,
            ad=ad,
        )

        return hit_view
