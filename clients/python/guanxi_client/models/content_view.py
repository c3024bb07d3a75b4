from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ContentView")


@_attrs_define
class ContentView:
    """So many pieces of a line of an order.

    Attributes:
        order_id (str):
        line_id (str):
        title (str):
        pieces (int):
    """

    order_id: str
    line_id: str
    title: str
    pieces: int

    def to_dict(self) -> dict[str, Any]:
        order_id = self.order_id

        line_id = self.line_id

        title = self.title

        pieces = self.pieces

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "order_id": order_id,
                "line_id": line_id,
                "title": title,
                "pieces": pieces,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        order_id = d.pop("order_id")

        line_id = d.pop("line_id")

        title = d.pop("title")

        pieces = d.pop("pieces")

        content_view = cls(
            order_id=order_id,
            line_id=line_id,
            title=title,
            pieces=pieces,
        )

        return content_view
