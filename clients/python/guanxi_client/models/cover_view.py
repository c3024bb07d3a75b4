from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CoverView")


@_attrs_define
class CoverView:
    """A photo; its `path` is below the API's address.

    Attributes:
        path (str):
        width (int):
        height (int):
    """

    path: str
    width: int
    height: int

    def to_dict(self) -> dict[str, Any]:
        path = self.path

        width = self.width

        height = self.height

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "path": path,
                "width": width,
                "height": height,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        path = d.pop("path")

        width = d.pop("width")

        height = d.pop("height")

        cover_view = cls(
            path=path,
            width=width,
            height=height,
        )

        return cover_view
