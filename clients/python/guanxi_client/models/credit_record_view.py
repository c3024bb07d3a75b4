from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.credit_month_view import CreditMonthView


T = TypeVar("T", bound="CreditRecordView")


@_attrs_define
class CreditRecordView:
    """The record by which one is scored: the last year's months that have something, the newest first.

    Attributes:
        months (list[CreditMonthView]):
    """

    months: list[CreditMonthView]

    def to_dict(self) -> dict[str, Any]:
        months = []
        for months_item_data in self.months:
            months_item = months_item_data.to_dict()
            months.append(months_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "months": months,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.credit_month_view import CreditMonthView  # noqa: PLC0415

        d = dict(src_dict)
        months = []
        _months = d.pop("months")
        for months_item_data in _months:
            months_item = CreditMonthView.from_dict(months_item_data)

            months.append(months_item)

        credit_record_view = cls(
            months=months,
        )

        return credit_record_view
