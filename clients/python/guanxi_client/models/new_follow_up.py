from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewFollowUp")


@_attrs_define
class NewFollowUp:
    """What to add after some time.

    Attributes:
        text (str):
        photo_ids (list[str] | Unset):
    """

    text: str
    photo_ids: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        photo_ids: list[str] | Unset = UNSET
        if not isinstance(self.photo_ids, Unset):
            photo_ids = self.photo_ids

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "text": text,
            }
        )
        if photo_ids is not UNSET:
            field_dict["photo_ids"] = photo_ids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text")

        photo_ids = cast(list[str], d.pop("photo_ids", UNSET))

        new_follow_up = cls(
            text=text,
            photo_ids=photo_ids,
        )

        return new_follow_up
