from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.photo_content_type import PhotoContentType, check_photo_content_type
from ..models.photo_purpose import PhotoPurpose, check_photo_purpose
from ..models.photo_state import PhotoState, check_photo_state

if TYPE_CHECKING:
    from ..models.rejection_view import RejectionView


T = TypeVar("T", bound="PhotoStatus")


@_attrs_define
class PhotoStatus:
    """A photo. `path` is below the API's address, once it is ready; width and height are in pixels.

    Attributes:
        id (str):
        state (PhotoState): How far a photo is: it waits for its file until the file is found good or bad.
        content_type (PhotoContentType): A kind of picture that every browser shows.
        purpose (PhotoPurpose): What a photo is for.
        rejection (None | RejectionView):
        path (None | str):
        width (int | None):
        height (int | None):
        bytes_ (int | None):
        created_at (datetime.datetime):
    """

    id: str
    state: PhotoState
    content_type: PhotoContentType
    purpose: PhotoPurpose
    rejection: None | RejectionView
    path: None | str
    width: int | None
    height: int | None
    bytes_: int | None
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        from ..models.rejection_view import RejectionView  # noqa: PLC0415

        id = self.id

        state: str = self.state

        content_type: str = self.content_type

        purpose: str = self.purpose

        rejection: dict[str, Any] | None
        if isinstance(self.rejection, RejectionView):
            rejection = self.rejection.to_dict()
        else:
            rejection = self.rejection

        path: None | str
        path = self.path

        width: int | None
        width = self.width

        height: int | None
        height = self.height

        bytes_: int | None
        bytes_ = self.bytes_

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "state": state,
                "content_type": content_type,
                "purpose": purpose,
                "rejection": rejection,
                "path": path,
                "width": width,
                "height": height,
                "bytes": bytes_,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rejection_view import RejectionView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        state = check_photo_state(d.pop("state"))

        content_type = check_photo_content_type(d.pop("content_type"))

        purpose = check_photo_purpose(d.pop("purpose"))

        def _parse_rejection(data: object) -> None | RejectionView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                rejection_type_0 = RejectionView.from_dict(data)

                return rejection_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RejectionView, data)

        rejection = _parse_rejection(d.pop("rejection"))

        def _parse_path(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        path = _parse_path(d.pop("path"))

        def _parse_width(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        width = _parse_width(d.pop("width"))

        def _parse_height(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        height = _parse_height(d.pop("height"))

        def _parse_bytes_(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        bytes_ = _parse_bytes_(d.pop("bytes"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        photo_status = cls(
            id=id,
            state=state,
            content_type=content_type,
            purpose=purpose,
            rejection=rejection,
            path=path,
            width=width,
            height=height,
            bytes_=bytes_,
            created_at=created_at,
        )

        return photo_status
