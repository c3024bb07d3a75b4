from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PieceBody")


@_attrs_define
class PieceBody:
    """One parcel of a consignment, with its outer sides.

    Attributes:
        grams (int):
        length_mm (int | Unset):  Default: 200.
        width_mm (int | Unset):  Default: 150.
        height_mm (int | Unset):  Default: 100.
    """

    grams: int
    length_mm: int | Unset = 200
    width_mm: int | Unset = 150
    height_mm: int | Unset = 100

    def to_dict(self) -> dict[str, Any]:
        grams = self.grams

        length_mm = self.length_mm

        width_mm = self.width_mm

        height_mm = self.height_mm

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "grams": grams,
            }
        )
        if length_mm is not UNSET:
            field_dict["length_mm"] = length_mm
        if width_mm is not UNSET:
            field_dict["width_mm"] = width_mm
        if height_mm is not UNSET:
            field_dict["height_mm"] = height_mm

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        grams = d.pop("grams")

        length_mm = d.pop("length_mm", UNSET)

        width_mm = d.pop("width_mm", UNSET)

        height_mm = d.pop("height_mm", UNSET)

        piece_body = cls(
            grams=grams,
            length_mm=length_mm,
            width_mm=width_mm,
            height_mm=height_mm,
        )

        return piece_body
