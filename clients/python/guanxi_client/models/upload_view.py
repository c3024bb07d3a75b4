from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.upload_view_fields import UploadViewFields


T = TypeVar("T", bound="UploadView")


@_attrs_define
class UploadView:
    """Where to POST the file as multipart/form-data: all `fields` first, then the file in a field `file`.

    Attributes:
        url (str):
        fields (UploadViewFields):
    """

    url: str
    fields: UploadViewFields

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        fields = self.fields.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "url": url,
                "fields": fields,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.upload_view_fields import UploadViewFields  # noqa: PLC0415

        d = dict(src_dict)
        url = d.pop("url")

        fields = UploadViewFields.from_dict(d.pop("fields"))

        upload_view = cls(
            url=url,
            fields=fields,
        )

        return upload_view
