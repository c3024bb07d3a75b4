from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewWorkReview")


@_attrs_define
class NewWorkReview:
    """What one thinks of the other side, from 1 to 5 stars.

    Attributes:
        stars (int):
        text (str | Unset):  Default: ''.
    """

    stars: int
    text: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        stars = self.stars

        text = self.text

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "stars": stars,
            }
        )
        if text is not UNSET:
            field_dict["text"] = text

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        stars = d.pop("stars")

        text = d.pop("text", UNSET)

        new_work_review = cls(
            stars=stars,
            text=text,
        )

        return new_work_review
