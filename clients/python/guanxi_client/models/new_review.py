from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewReview")


@_attrs_define
class NewReview:
    """A review of a line of an order. Photos are announced with the purpose `review`.

    An anonymous one shows the first character of one's name to everybody; the seller can still tell whose
    order it was, to put things right.

        Attributes:
            line_id (str):
            stars (int):
            text (None | str | Unset):
            photo_ids (list[str] | Unset):
            anonymous (bool | Unset):  Default: False.
    """

    line_id: str
    stars: int
    text: None | str | Unset = UNSET
    photo_ids: list[str] | Unset = UNSET
    anonymous: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        line_id = self.line_id

        stars = self.stars

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        photo_ids: list[str] | Unset = UNSET
        if not isinstance(self.photo_ids, Unset):
            photo_ids = self.photo_ids

        anonymous = self.anonymous

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "line_id": line_id,
                "stars": stars,
            }
        )
        if text is not UNSET:
            field_dict["text"] = text
        if photo_ids is not UNSET:
            field_dict["photo_ids"] = photo_ids
        if anonymous is not UNSET:
            field_dict["anonymous"] = anonymous

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        line_id = d.pop("line_id")

        stars = d.pop("stars")

        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        photo_ids = cast(list[str], d.pop("photo_ids", UNSET))

        anonymous = d.pop("anonymous", UNSET)

        new_review = cls(
            line_id=line_id,
            stars=stars,
            text=text,
            photo_ids=photo_ids,
            anonymous=anonymous,
        )

        return new_review
