from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.photo_content_type import PhotoContentType, check_photo_content_type
from ..models.photo_purpose import PhotoPurpose, check_photo_purpose

T = TypeVar("T", bound="FileView")


@_attrs_define
class FileView:
    """A file. Its paths are below the API's address; sizes that aren't made yet show the full one.

    A lost one isn't there any more, through no doing of its owner's.

        Attributes:
            id (str):
            name (str):
            folder (str):
            tags (list[str]):
            purpose (PhotoPurpose): What a photo is for.
            content_type (PhotoContentType): A kind of picture that every browser shows.
            bytes_ (int):
            width (int):
            height (int):
            path (None | str):
            thumbnail_path (None | str):
            lost (bool):
            created_at (datetime.datetime):
    """

    id: str
    name: str
    folder: str
    tags: list[str]
    purpose: PhotoPurpose
    content_type: PhotoContentType
    bytes_: int
    width: int
    height: int
    path: None | str
    thumbnail_path: None | str
    lost: bool
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        folder = self.folder

        tags = self.tags

        purpose: str = self.purpose

        content_type: str = self.content_type

        bytes_ = self.bytes_

        width = self.width

        height = self.height

        path: None | str
        path = self.path

        thumbnail_path: None | str
        thumbnail_path = self.thumbnail_path

        lost = self.lost

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "name": name,
                "folder": folder,
                "tags": tags,
                "purpose": purpose,
                "content_type": content_type,
                "bytes": bytes_,
                "width": width,
                "height": height,
                "path": path,
                "thumbnail_path": thumbnail_path,
                "lost": lost,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        folder = d.pop("folder")

        tags = cast(list[str], d.pop("tags"))

        purpose = check_photo_purpose(d.pop("purpose"))

        content_type = check_photo_content_type(d.pop("content_type"))

        bytes_ = d.pop("bytes")

        width = d.pop("width")

        height = d.pop("height")

        def _parse_path(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        path = _parse_path(d.pop("path"))

        def _parse_thumbnail_path(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        thumbnail_path = _parse_thumbnail_path(d.pop("thumbnail_path"))

        lost = d.pop("lost")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        file_view = cls(
            id=id,
            name=name,
            folder=folder,
            tags=tags,
            purpose=purpose,
            content_type=content_type,
            bytes_=bytes_,
            width=width,
            height=height,
            path=path,
            thumbnail_path=thumbnail_path,
            lost=lost,
            created_at=created_at,
        )

        return file_view
