from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.pieces_of_line import PiecesOfLine


T = TypeVar("T", bound="PackedOrder")


@_attrs_define
class PackedOrder:
    """What of an order goes into the parcel. Without `lines`: all that is left of it.

    Attributes:
        order_id (str):
        lines (list[PiecesOfLine] | None | Unset):
    """

    order_id: str
    lines: list[PiecesOfLine] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        order_id = self.order_id

        lines: list[dict[str, Any]] | None | Unset
        if isinstance(self.lines, Unset):
            lines = UNSET
        elif isinstance(self.lines, list):
            lines = []
            for lines_type_0_item_data in self.lines:
                lines_type_0_item = lines_type_0_item_data.to_dict()
                lines.append(lines_type_0_item)

        else:
            lines = self.lines

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "order_id": order_id,
            }
        )
        if lines is not UNSET:
            field_dict["lines"] = lines

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.pieces_of_line import PiecesOfLine  # noqa: PLC0415

        d = dict(src_dict)
        order_id = d.pop("order_id")

        def _parse_lines(data: object) -> list[PiecesOfLine] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                lines_type_0 = []
                _lines_type_0 = data
                for lines_type_0_item_data in _lines_type_0:
                    lines_type_0_item = PiecesOfLine.from_dict(lines_type_0_item_data)

                    lines_type_0.append(lines_type_0_item)

                return lines_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[PiecesOfLine] | None | Unset, data)

        lines = _parse_lines(d.pop("lines", UNSET))

        packed_order = cls(
            order_id=order_id,
            lines=lines,
        )

        return packed_order
