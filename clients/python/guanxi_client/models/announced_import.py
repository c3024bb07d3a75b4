from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.listing_state import ListingState, check_listing_state

if TYPE_CHECKING:
    from ..models.upload_view import UploadView


T = TypeVar("T", bound="AnnouncedImport")


@_attrs_define
class AnnouncedImport:
    """An import that waits for its file.

    Attributes:
        id (str):
        state (ListingState): How far an import or an export is. An import waits until it is started.
        upload (UploadView): Where to POST the file as multipart/form-data: all `fields` first, then the file in a field
            `file`.
    """

    id: str
    state: ListingState
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

        state = check_listing_state(d.pop("state"))

        upload = UploadView.from_dict(d.pop("upload"))

        announced_import = cls(
            id=id,
            state=state,
            upload=upload,
        )

        return announced_import
