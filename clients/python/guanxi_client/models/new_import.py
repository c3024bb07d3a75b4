from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.listing_format import ListingFormat, check_listing_format
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewImport")


@_attrs_define
class NewImport:
    """A file of goods that will be uploaded: CSV with a first row that names the columns, or JSON Lines.

    With `publish`, new goods go on sale unless their row says otherwise.

        Attributes:
            format_ (ListingFormat): How a file is written.
            bytes_ (int):
            publish (bool | Unset):  Default: False.
    """

    format_: ListingFormat
    bytes_: int
    publish: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        format_: str = self.format_

        bytes_ = self.bytes_

        publish = self.publish

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "format": format_,
                "bytes": bytes_,
            }
        )
        if publish is not UNSET:
            field_dict["publish"] = publish

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        format_ = check_listing_format(d.pop("format"))

        bytes_ = d.pop("bytes")

        publish = d.pop("publish", UNSET)

        new_import = cls(
            format_=format_,
            bytes_=bytes_,
            publish=publish,
        )

        return new_import
