from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewEvidence")


@_attrs_define
class NewEvidence:
    """What one has to say and to show.

    Attributes:
        text (str | Unset):  Default: ''.
        photo_ids (list[str] | Unset):
    """

    text: str | Unset = ""
    photo_ids: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        photo_ids: list[str] | Unset = UNSET
        if not isinstance(self.photo_ids, Unset):
            photo_ids = self.photo_ids

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if text is not UNSET:
            field_dict["text"] = text
        if photo_ids is not UNSET:
            field_dict["photo_ids"] = photo_ids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text", UNSET)

        photo_ids = cast(list[str], d.pop("photo_ids", UNSET))

        new_evidence = cls(
            text=text,
            photo_ids=photo_ids,
        )

        return new_evidence
