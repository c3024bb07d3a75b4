from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="PortfolioPieceView")


@_attrs_define
class PortfolioPieceView:
    """A picture of what a partner made; its `path` is below the API's address.

    Attributes:
        id (str):
        path (str):
        width (int):
        height (int):
        caption (str):
    """

    id: str
    path: str
    width: int
    height: int
    caption: str

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        path = self.path

        width = self.width

        height = self.height

        caption = self.caption

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "path": path,
                "width": width,
                "height": height,
                "caption": caption,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        path = d.pop("path")

        width = d.pop("width")

        height = d.pop("height")

        caption = d.pop("caption")

        portfolio_piece_view = cls(
            id=id,
            path=path,
            width=width,
            height=height,
            caption=caption,
        )

        return portfolio_piece_view
