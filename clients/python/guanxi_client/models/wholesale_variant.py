from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.wholesale_price import WholesalePrice


T = TypeVar("T", bound="WholesaleVariant")


@_attrs_define
class WholesaleVariant:
    """What a variant costs whoever takes many: the first step is what the smallest order pays.

    Attributes:
        id (str):
        title (str):
        stock (int):
        prices (list[WholesalePrice]):
    """

    id: str
    title: str
    stock: int
    prices: list[WholesalePrice]

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        title = self.title

        stock = self.stock

        prices = []
        for prices_item_data in self.prices:
            prices_item = prices_item_data.to_dict()
            prices.append(prices_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "title": title,
                "stock": stock,
                "prices": prices,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.wholesale_price import WholesalePrice  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        title = d.pop("title")

        stock = d.pop("stock")

        prices = []
        _prices = d.pop("prices")
        for prices_item_data in _prices:
            prices_item = WholesalePrice.from_dict(prices_item_data)

            prices.append(prices_item)

        wholesale_variant = cls(
            id=id,
            title=title,
            stock=stock,
            prices=prices,
        )

        return wholesale_variant
