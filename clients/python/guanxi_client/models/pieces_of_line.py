from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="PiecesOfLine")


@_attrs_define
class PiecesOfLine:
    """So many pieces of a line of an order.

    Attributes:
        line_id (str):
        pieces (int):
    """

    line_id: str
    pieces: int

    def to_dict(self) -> dict[str, Any]:
        line_id = self.line_id

        pieces = self.pieces

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "line_id": line_id,
                "pieces": pieces,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        line_id = d.pop("line_id")

        pieces = d.pop("pieces")

        pieces_of_line = cls(
            line_id=line_id,
            pieces=pieces,
        )

        return pieces_of_line
