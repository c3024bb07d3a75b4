from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.discount_view import DiscountView
    from ..models.line_view import LineView
    from ..models.money_view import MoneyView
    from ..models.tax_total_view import TaxTotalView


T = TypeVar("T", bound="StoreQuoteView")


@_attrs_define
class StoreQuoteView:
    """What the goods of one store cost together: the sum of the lines' nets.

    Attributes:
        store_id (str):
        store_name (str):
        lines (list[LineView]):
        discounts (list[DiscountView]):
        taxes (list[TaxTotalView]):
        total (MoneyView): An amount of money in minor units (fen, cents).
    """

    store_id: str
    store_name: str
    lines: list[LineView]
    discounts: list[DiscountView]
    taxes: list[TaxTotalView]
    total: MoneyView

    def to_dict(self) -> dict[str, Any]:
        store_id = self.store_id

        store_name = self.store_name

        lines = []
        for lines_item_data in self.lines:
            lines_item = lines_item_data.to_dict()
            lines.append(lines_item)

        discounts = []
        for discounts_item_data in self.discounts:
            discounts_item = discounts_item_data.to_dict()
            discounts.append(discounts_item)

        taxes = []
        for taxes_item_data in self.taxes:
            taxes_item = taxes_item_data.to_dict()
            taxes.append(taxes_item)

        total = self.total.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "store_id": store_id,
                "store_name": store_name,
                "lines": lines,
                "discounts": discounts,
                "taxes": taxes,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.discount_view import DiscountView  # noqa: PLC0415
        from ..models.line_view import LineView  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415
        from ..models.tax_total_view import TaxTotalView  # noqa: PLC0415

        d = dict(src_dict)
        store_id = d.pop("store_id")

        store_name = d.pop("store_name")

        lines = []
        _lines = d.pop("lines")
        for lines_item_data in _lines:
            lines_item = LineView.from_dict(lines_item_data)

            lines.append(lines_item)

        discounts = []
        _discounts = d.pop("discounts")
        for discounts_item_data in _discounts:
            discounts_item = DiscountView.from_dict(discounts_item_data)

            discounts.append(discounts_item)

        taxes = []
        _taxes = d.pop("taxes")
        for taxes_item_data in _taxes:
            taxes_item = TaxTotalView.from_dict(taxes_item_data)

            taxes.append(taxes_item)

        total = MoneyView.from_dict(d.pop("total"))

        store_quote_view = cls(
            store_id=store_id,
            store_name=store_name,
            lines=lines,
            discounts=discounts,
            taxes=taxes,
            total=total,
        )

        return store_quote_view
