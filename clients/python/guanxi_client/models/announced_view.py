from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.photo_state import PhotoState, check_photo_state

if TYPE_CHECKING:
    from ..models.upload_view import UploadView


T = TypeVar("T", bound="AnnouncedView")


@_attrs_define
class AnnouncedView:
    """A photo that waits for its file.

    Attributes:
        id (str):
        state (PhotoState): How far a photo is: it waits for its file until the file is found good or bad.
        upload (UploadView): Where to POST the file as multipart/form-data: all `fields` first, then the file in a field
            `file`.
    """

    id: str
    state: PhotoState
    upload: UploadView

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        state: str = self.state

        upload = self.upload.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "state": state,
                "upload": upload,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.upload_view import UploadView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        state = check_photo_state(d.pop("state"))

        upload = UploadView.from_dict(d.pop("upload"))

        announced_view = cls(
            id=id,
            state=state,
            upload=upload,
        )

        return announced_view
