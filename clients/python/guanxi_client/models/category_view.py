from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="CategoryView")


@_attrs_define
class CategoryView:
    """A category.

    Attributes:
        slug (str):
        parent (None | str):
        zh (str):
        en (str):
    """

    slug: str
    parent: None | str
    zh: str
    en: str

    def to_dict(self) -> dict[str, Any]:
        slug = self.slug

        parent: None | str
        parent = self.parent

        zh = self.zh

        en = self.en

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "slug": slug,
                "parent": parent,
                "zh": zh,
                "en": en,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        slug = d.pop("slug")

        def _parse_parent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        parent = _parse_parent(d.pop("parent"))

        zh = d.pop("zh")

        en = d.pop("en")

        category_view = cls(
            slug=slug,
            parent=parent,
            zh=zh,
            en=en,
        )

        return category_view
