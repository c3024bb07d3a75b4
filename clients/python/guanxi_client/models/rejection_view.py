from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.photo_reason import PhotoReason, check_photo_reason

T = TypeVar("T", bound="RejectionView")


@_attrs_define
class RejectionView:
    """Why a file was rejected.

    Attributes:
        code (PhotoReason): Why a file was rejected.
        detail (str):
    """

    code: PhotoReason
    detail: str

    def to_dict(self) -> dict[str, Any]:
        code: str = self.code

        detail = self.detail

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "detail": detail,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = check_photo_reason(d.pop("code"))

        detail = d.pop("detail")

        rejection_view = cls(
            code=code,
            detail=detail,
        )

        return rejection_view
