from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_view import MoneyView
    from ..models.sale_view import SaleView
    from ..models.step_view import StepView


T = TypeVar("T", bound="VariantView")


@_attrs_define
class VariantView:
    """A variant as a buyer sees it. `price` is what it costs now, in a sale less than `regular_price`.

    `ladder` is what a piece costs for whoever takes more; while a sale runs, the lower price counts.

    `sale` is the one that runs or that will: everybody may know of it beforehand.

        Attributes:
            id (str):
            sku (str):
            title (str):
            price (MoneyView): An amount of money in minor units (fen, cents).
            regular_price (MoneyView): An amount of money in minor units (fen, cents).
            sale (None | SaleView):
            ladder (list[StepView]):
            stock (int):
    """

    id: str
    sku: str
    title: str
    price: MoneyView
    regular_price: MoneyView
    sale: None | SaleView
    ladder: list[StepView]
    stock: int

    def to_dict(self) -> dict[str, Any]:
        from ..models.sale_view import SaleView  # noqa: PLC0415

        id = self.id

        sku = self.sku

        title = self.title

        price = self.price.to_dict()

        regular_price = self.regular_price.to_dict()

        sale: dict[str, Any] | None
        if isinstance(self.sale, SaleView):
            sale = self.sale.to_dict()
        else:
            sale = self.sale

        ladder = []
        for ladder_item_data in self.ladder:
            ladder_item = ladder_item_data.to_dict()
            ladder.append(ladder_item)

        stock = self.stock

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "sku": sku,
                "title": title,
                "price": price,
                "regular_price": regular_price,
                "sale": sale,
                "ladder": ladder,
                "stock": stock,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415
        from ..models.sale_view import SaleView  # noqa: PLC0415
        from ..models.step_view import StepView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        sku = d.pop("sku")

        title = d.pop("title")

        price = MoneyView.from_dict(d.pop("price"))

        regular_price = MoneyView.from_dict(d.pop("regular_price"))

        def _parse_sale(data: object) -> None | SaleView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                sale_type_0 = SaleView.from_dict(data)

                return sale_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SaleView, data)

        sale = _parse_sale(d.pop("sale"))

        ladder = []
        _ladder = d.pop("ladder")
        for ladder_item_data in _ladder:
            ladder_item = StepView.from_dict(ladder_item_data)

            ladder.append(ladder_item)

        stock = d.pop("stock")

        variant_view = cls(
            id=id,
            sku=sku,
            title=title,
            price=price,
            regular_price=regular_price,
            sale=sale,
            ladder=ladder,
            stock=stock,
        )

        return variant_view
