from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.photo_content_type import PhotoContentType, check_photo_content_type
from ..models.photo_purpose import PhotoPurpose, check_photo_purpose

T = TypeVar("T", bound="NewPhoto")


@_attrs_define
class NewPhoto:
    """A photo that will be uploaded.

    Attributes:
        content_type (PhotoContentType): A kind of picture that every browser shows.
        bytes_ (int):
        purpose (PhotoPurpose): What a photo is for.
    """

    content_type: PhotoContentType
    bytes_: int
    purpose: PhotoPurpose

    def to_dict(self) -> dict[str, Any]:
        content_type: str = self.content_type

        bytes_ = self.bytes_

        purpose: str = self.purpose

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "content_type": content_type,
                "bytes": bytes_,
                "purpose": purpose,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        content_type = check_photo_content_type(d.pop("content_type"))

        bytes_ = d.pop("bytes")

        purpose = check_photo_purpose(d.pop("purpose"))

        new_photo = cls(
            content_type=content_type,
            bytes_=bytes_,
            purpose=purpose,
        )

        return new_photo
