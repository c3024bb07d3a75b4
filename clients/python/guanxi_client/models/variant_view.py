from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="VariantView")


@_attrs_define
class VariantView:
    """A variant as a buyer sees it.

    Attributes:
        id (str):
        sku (str):
        title (str):
        price (MoneyView): An amount of money in minor units (fen, cents).
        stock (int):
    """

    id: str
    sku: str
    title: str
    price: MoneyView
    stock: int

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        sku = self.sku

        title = self.title

        price = self.price.to_dict()

        stock = self.stock

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "sku": sku,
                "title": title,
                "price": price,
                "stock": stock,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        sku = d.pop("sku")

        title = d.pop("title")

        price = MoneyView.from_dict(d.pop("price"))

        stock = d.pop("stock")

        variant_view = cls(
            id=id,
            sku=sku,
            title=title,
            price=price,
            stock=stock,
        )

        return variant_view
