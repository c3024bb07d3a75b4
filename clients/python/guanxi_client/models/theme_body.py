from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ThemeBody")


@_attrs_define
class ThemeBody:
    """How the store looks.

    Attributes:
        accent (str):
    """

    accent: str

    def to_dict(self) -> dict[str, Any]:
        accent = self.accent

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "accent": accent,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        accent = d.pop("accent")

        theme_body = cls(
            accent=accent,
        )

        return theme_body
