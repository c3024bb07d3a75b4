from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.listing_format import ListingFormat, check_listing_format

T = TypeVar("T", bound="NewExport")


@_attrs_define
class NewExport:
    """A wish for all goods of a store as files.

    Attributes:
        format_ (ListingFormat): How a file is written.
    """

    format_: ListingFormat

    def to_dict(self) -> dict[str, Any]:
        format_: str = self.format_

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "format": format_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        format_ = check_listing_format(d.pop("format"))

        new_export = cls(
            format_=format_,
        )

        return new_export
