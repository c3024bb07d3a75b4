from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ChoiceView")


@_attrs_define
class ChoiceView:
    """A value that an attribute can have.

    Attributes:
        slug (str):
        zh (str):
        en (str):
    """

    slug: str
    zh: str
    en: str

    def to_dict(self) -> dict[str, Any]:
        slug = self.slug

        zh = self.zh

        en = self.en

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "slug": slug,
                "zh": zh,
                "en": en,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        slug = d.pop("slug")

        zh = d.pop("zh")

        en = d.pop("en")

        choice_view = cls(
            slug=slug,
            zh=zh,
            en=en,
        )

        return choice_view
