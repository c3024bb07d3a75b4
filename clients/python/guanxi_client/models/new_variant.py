from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewVariant")


@_attrs_define
class NewVariant:
    """A variant to sell. `price` is in minor units of the store's currency.

    Attributes:
        sku (str):
        price (int):
        stock (int):
        title (str | Unset):  Default: ''.
    """

    sku: str
    price: int
    stock: int
    title: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        sku = self.sku

        price = self.price

        stock = self.stock

        title = self.title

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "sku": sku,
                "price": price,
                "stock": stock,
            }
        )
        if title is not UNSET:
            field_dict["title"] = title

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sku = d.pop("sku")

        price = d.pop("price")

        stock = d.pop("stock")

        title = d.pop("title", UNSET)

        new_variant = cls(
            sku=sku,
            price=price,
            stock=stock,
            title=title,
        )

        return new_variant
