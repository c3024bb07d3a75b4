from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="SeenGoods")


@_attrs_define
class SeenGoods:
    """The goods that a request is about, as they were when it was asked.

    Attributes:
        listing_id (str):
        store_id (str):
        title (str):
        price (MoneyView): An amount of money in minor units (fen, cents).
    """

    listing_id: str
    store_id: str
    title: str
    price: MoneyView

    def to_dict(self) -> dict[str, Any]:
        listing_id = self.listing_id

        store_id = self.store_id

        title = self.title

        price = self.price.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "listing_id": listing_id,
                "store_id": store_id,
                "title": title,
                "price": price,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        listing_id = d.pop("listing_id")

        store_id = d.pop("store_id")

        title = d.pop("title")

        price = MoneyView.from_dict(d.pop("price"))

        seen_goods = cls(
            listing_id=listing_id,
            store_id=store_id,
            title=title,
            price=price,
        )

        return seen_goods
