from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PortfolioPieceBody")


@_attrs_define
class PortfolioPieceBody:
    """A photo, announced with the purpose `portfolio`, and what it shows.

    Attributes:
        photo_id (str):
        caption (str | Unset):  Default: ''.
    """

    photo_id: str
    caption: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        photo_id = self.photo_id

        caption = self.caption

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "photo_id": photo_id,
            }
        )
        if caption is not UNSET:
            field_dict["caption"] = caption

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        photo_id = d.pop("photo_id")

        caption = d.pop("caption", UNSET)

        portfolio_piece_body = cls(
            photo_id=photo_id,
            caption=caption,
        )

        return portfolio_piece_body
