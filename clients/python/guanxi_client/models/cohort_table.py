from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.cohort_row import CohortRow


T = TypeVar("T", bound="CohortTable")


@_attrs_define
class CohortTable:
    """A store's buyers by the month of their first purchase, the newest first.

    Attributes:
        items (list[CohortRow]):
        repeat_rate (float | None):
    """

    items: list[CohortRow]
    repeat_rate: float | None

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        repeat_rate: float | None
        repeat_rate = self.repeat_rate

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "items": items,
                "repeat_rate": repeat_rate,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.cohort_row import CohortRow  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = CohortRow.from_dict(items_item_data)

            items.append(items_item)

        def _parse_repeat_rate(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        repeat_rate = _parse_repeat_rate(d.pop("repeat_rate"))

        cohort_table = cls(
            items=items,
            repeat_rate=repeat_rate,
        )

        return cohort_table
