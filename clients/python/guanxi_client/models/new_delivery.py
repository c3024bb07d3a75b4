from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewDelivery")


@_attrs_define
class NewDelivery:
    """What a partner delivers: photos that were announced as a `delivery`, a theme by its colour, a text.

    Attributes:
        text (str | Unset):  Default: ''.
        photos (list[str] | Unset):
        theme (None | str | Unset):
    """

    text: str | Unset = ""
    photos: list[str] | Unset = UNSET
    theme: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        photos: list[str] | Unset = UNSET
        if not isinstance(self.photos, Unset):
            photos = self.photos

        theme: None | str | Unset
        if isinstance(self.theme, Unset):
            theme = UNSET
        else:
            theme = self.theme

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if text is not UNSET:
            field_dict["text"] = text
        if photos is not UNSET:
            field_dict["photos"] = photos
        if theme is not UNSET:
            field_dict["theme"] = theme

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text", UNSET)

        photos = cast(list[str], d.pop("photos", UNSET))

        def _parse_theme(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        theme = _parse_theme(d.pop("theme", UNSET))

        new_delivery = cls(
            text=text,
            photos=photos,
            theme=theme,
        )

        return new_delivery
