from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="GoodsFigures")


@_attrs_define
class GoodsFigures:
    """What became of goods: how often they were looked at and put into carts, how many sold, for how much
    (before refunds). Without a title they are gone.

        Attributes:
            listing_id (str):
            title (None | str):
            looks (int):
            carts (int):
            sold (int):
            sales (int):
    """

    listing_id: str
    title: None | str
    looks: int
    carts: int
    sold: int
    sales: int

    def to_dict(self) -> dict[str, Any]:
        listing_id = self.listing_id

        title: None | str
        title = self.title

        looks = self.looks

        carts = self.carts

        sold = self.sold

        sales = self.sales

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "listing_id": listing_id,
                "title": title,
                "looks": looks,
                "carts": carts,
                "sold": sold,
                "sales": sales,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        listing_id = d.pop("listing_id")

        def _parse_title(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        title = _parse_title(d.pop("title"))

        looks = d.pop("looks")

        carts = d.pop("carts")

        sold = d.pop("sold")

        sales = d.pop("sales")

        goods_figures = cls(
            listing_id=listing_id,
            title=title,
            looks=looks,
            carts=carts,
            sold=sold,
            sales=sales,
        )

        return goods_figures
