from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.listing_reason import ListingReason, check_listing_reason

T = TypeVar("T", bound="FailureView")


@_attrs_define
class FailureView:
    """Why a file, or what was left of it, wasn't taken.

    Attributes:
        code (ListingReason): Why a file, or what is left of it, isn't taken at all.
        detail (str):
    """

    code: ListingReason
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
        code = check_listing_reason(d.pop("code"))

        detail = d.pop("detail")

        failure_view = cls(
            code=code,
            detail=detail,
        )

        return failure_view
