from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ReviewRevision")


@_attrs_define
class ReviewRevision:
    """What to say instead, as a whole.

    Attributes:
        stars (int):
        text (None | str | Unset):
        photo_ids (list[str] | Unset):
    """

    stars: int
    text: None | str | Unset = UNSET
    photo_ids: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        stars = self.stars

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        photo_ids: list[str] | Unset = UNSET
        if not isinstance(self.photo_ids, Unset):
            photo_ids = self.photo_ids

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "stars": stars,
            }
        )
        if text is not UNSET:
            field_dict["text"] = text
        if photo_ids is not UNSET:
            field_dict["photo_ids"] = photo_ids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        stars = d.pop("stars")

        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        photo_ids = cast(list[str], d.pop("photo_ids", UNSET))

        review_revision = cls(
            stars=stars,
            text=text,
            photo_ids=photo_ids,
        )

        return review_revision
