from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.invoice_line import InvoiceLine
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="StorageQuote")


@_attrs_define
class StorageQuote:
    """What a change of plan costs this second; below zero, it is given back. Later it is less.

    Attributes:
        lines (list[InvoiceLine]):
        total (MoneyView): An amount of money in minor units (fen, cents).
    """

    lines: list[InvoiceLine]
    total: MoneyView

    def to_dict(self) -> dict[str, Any]:
        lines = []
        for lines_item_data in self.lines:
            lines_item = lines_item_data.to_dict()
            lines.append(lines_item)

        total = self.total.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "lines": lines,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.invoice_line import InvoiceLine  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        lines = []
        _lines = d.pop("lines")
        for lines_item_data in _lines:
            lines_item = InvoiceLine.from_dict(lines_item_data)

            lines.append(lines_item)

        total = MoneyView.from_dict(d.pop("total"))

        storage_quote = cls(
            lines=lines,
            total=total,
        )

        return storage_quote
